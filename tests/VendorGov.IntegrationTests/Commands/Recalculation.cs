using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>Workbooks without their stored results, calculated anew by LibreOffice.</summary>
internal static partial class Recalculation
{
    /// <summary>Writes each of <paramref name="workbooks"/> under its own name into a folder of the answer.</summary>
    public static async Task<string> OfAsync(IEnumerable<string> workbooks, string scratch)
    {
        var (bare, results) = (Directory.CreateDirectory(Path.Combine(scratch, "bare")).FullName, Path.Combine(scratch, "recalculated"));
        var copies = workbooks.Select(path => Forgotten(path, Path.Combine(bare, Path.GetFileName(path)))).ToList();
        using var process = Process.Start(new ProcessStartInfo("soffice",
        [
            $"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
            "--outdir", results, .. copies,
        ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
            .WaitAsync(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync();
        return results;
    }

    /// <summary>A copy whose formula cells hold no value: every number that is read back has been calculated.</summary>
    private static string Forgotten(string path, string copy)
    {
        File.Copy(path, copy, overwrite: true);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
        {
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            using var stream = entry.Open();
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(StoredResult().Replace(xml, "$1"));
        }

        return copy;
    }

    [GeneratedRegex(@"(<(?:x:)?f>[^<]*</(?:x:)?f>)<(?:x:)?v>[^<]*</(?:x:)?v>")]
    private static partial Regex StoredResult();
}
