using System.IO.Compression;

namespace VendorGov.Documents.Reading;

/// <summary>Judges an xlsx archive before any library parses it: entries, really inflated bytes, macros, document types.</summary>
internal static class XlsxGate
{
    public static void Check(Stream source, TabularLimits limits) => Check(source, limits, "spreadsheetml.sheet.main", "file.not-xlsx");

    /// <param name="mainPart">The content type that the archive must declare.</param>
    /// <param name="otherwise">The refusal where it does not.</param>
    public static void Check(Stream source, TabularLimits limits, string mainPart, string otherwise)
    {
        source.Position = 0;
        using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.MaxArchiveEntries)
        {
            throw new TabularRefusedException("file.archive", archive.Entries.Count, limits.MaxArchiveEntries);
        }

        RefuseNames(archive);
        RefuseContentTypes(archive, mainPart, otherwise);
        var left = limits.MaxInflatedBytes;
        foreach (var entry in archive.Entries)
        {
            left -= Inflate(entry, left, limits);
        }
    }

    private static void RefuseNames(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (!names.Add(entry.FullName) || entry.FullName.Contains("..") || entry.FullName.StartsWith('/'))
            {
                throw new TabularRefusedException("file.damaged");
            }
        }

        if (names.Any(x => x.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            throw new TabularRefusedException("file.macros");
        }
    }

    private static void RefuseContentTypes(ZipArchive archive, string mainPart, string otherwise)
    {
        var types = archive.GetEntry("[Content_Types].xml") ?? throw new TabularRefusedException(otherwise);
        using var reader = new StreamReader(new BoundedStream(types.Open(), 1024 * 1024));
        var text = reader.ReadToEnd();
        if (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            throw new TabularRefusedException("file.macros");
        }

        if (!text.Contains(mainPart, StringComparison.OrdinalIgnoreCase))
        {
            throw new TabularRefusedException(otherwise);
        }
    }

    /// <summary>The directory's sizes may lie; only what comes out counts. The start of every XML part must be free of a DTD.</summary>
    private static long Inflate(ZipArchiveEntry entry, long left, TabularLimits limits)
    {
        using var content = entry.Open();
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (total == 0 && buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
            {
                throw new TabularRefusedException("file.damaged");
            }

            total += read;
            if (total > left)
            {
                throw new TabularRefusedException("file.inflates", limits.MaxInflatedBytes / (1024 * 1024));
            }
        }

        return total;
    }
}
