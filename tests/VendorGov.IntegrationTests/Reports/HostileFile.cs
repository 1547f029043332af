using System.IO.Compression;
using System.Text;
using VendorGov.UnitTests.Documents;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>
/// One file that must not be taken. <paramref name="Expected"/> is the key of the sentence that the user reads: <c>file.*</c> for a
/// file that is not read at all, else the rule of a finding.
/// </summary>
public sealed record HostileFile(string What, string Name, string Expected, Func<byte[]> Content)
{
    public override string ToString() => What;

    internal static byte[] Xlsx(string rows, string shared = "", string sheet = "daily", string? types = null, string doctype = "") =>
        RawXlsx.Build(rows, shared, types, doctype, sheet: sheet).ToArray();

    /// <summary>A sound workbook with more in its archive.</summary>
    internal static byte[] With(params (string Name, byte[] Content)[] more)
    {
        var stream = new MemoryStream();
        stream.Write(Xlsx("<row r=\"1\"><c><v>1</v></c></row>"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in more)
            {
                Put(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A sound workbook in which one part is another.</summary>
    internal static byte[] Replaced(string name, byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(Xlsx("<row r=\"1\"><c><v>1</v></c></row>"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            Put(zip, name, content);
        }

        return stream.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                Put(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    internal static byte[] Gzip(byte[] content)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    internal static byte[] Repeat(string part, int times) => Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, part, times).ToString());

    internal static byte[] Sheet(string inner) => Encoding.UTF8.GetBytes(
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{inner}</sheetData></worksheet>""");

    /// <summary>Changes bytes wherever a record of the archive begins with <paramref name="signature"/>.</summary>
    internal static byte[] Patched(byte[] zip, string signature, int offset, byte value)
    {
        var mark = Encoding.Latin1.GetBytes(signature);
        for (var at = 0; at < zip.Length - mark.Length; at++)
        {
            if (zip.AsSpan(at).StartsWith(mark))
            {
                zip[at + offset] = value;
            }
        }

        return zip;
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(content);
    }
}
