using System.IO.Compression;

namespace VendorGov.Documents.Reading;

/// <summary>Judges an office archive before any library parses it: entries, really inflated bytes, macros, links, document types.</summary>
internal static class XlsxGate
{
    private const string Workbook = "spreadsheetml.sheet.main";

    /// <summary>All relation lists together; a workbook of plain tables has a few kilobytes.</summary>
    private const long MaxRelations = 2 * 1024 * 1024;

    /// <summary>What no table of values needs, by the beginning of the entry's name.</summary>
    private static readonly (string Start, string Refusal)[] Unwanted =
    [
        ("xl/macrosheets/", "file.macros"), ("customui/", "file.macros"), ("word/embeddings/", "file.embedded"), ("word/activex/", "file.embedded"),
        ("xl/externallinks/", "file.external"),
        ("xl/connections", "file.external"), ("xl/querytables/", "file.external"), ("xl/embeddings/", "file.embedded"),
        ("xl/activex/", "file.embedded"),
    ];

    /// <summary>Kinds of relations that fetch when they lead outside.</summary>
    private static readonly string[] Remote = ["/attachedTemplate\"", "/oleObject\"", "/subDocument\"", "/frame\"", "/externalLinkPath\""];

    /// <summary>
    /// Throws <see cref="TabularRefusedException"/>. <paramref name="mainPart"/> is what the archive must declare to be; where it does
    /// not, <paramref name="refusal"/> tells.
    /// </summary>
    public static void Check(Stream source, TabularLimits limits, string mainPart = Workbook, string refusal = "file.not-xlsx")
    {
        ZipDirectory.Check(source, limits);
        source.Position = 0;
        using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        RefuseNames(archive);
        RefuseContentTypes(archive, mainPart, refusal);
        var said = archive.Entries.Sum(e => e.Length);
        var relations = archive.Entries.Where(e => e.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).Sum(e => e.Length);
        if (said > limits.MaxInflatedBytes || relations > MaxRelations)
        {
            throw Inflates(limits);
        }

        RefuseRemote(archive);
        var (bytes, tags) = (limits.MaxInflatedBytes, limits.MaxTags);
        foreach (var entry in archive.Entries)
        {
            Inflate(entry, ref bytes, ref tags, limits);
        }
    }

    private static void RefuseNames(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (name.Contains("..") || name.StartsWith('/') || name.AsSpan().ContainsAny('\\', ':') || name.Any(char.IsControl))
            {
                throw new TabularRefusedException("file.paths");
            }

            if (entry.IsEncrypted || !names.Add(name))
            {
                throw new TabularRefusedException(entry.IsEncrypted ? "file.encrypted" : "file.damaged");
            }

            RefuseUnwanted(name);
        }
    }

    private static void RefuseUnwanted(string name)
    {
        if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            throw new TabularRefusedException("file.macros");
        }

        var unwanted = Array.Find(Unwanted, u => name.StartsWith(u.Start, StringComparison.OrdinalIgnoreCase));
        if (unwanted.Refusal is { } refusal)
        {
            throw new TabularRefusedException(refusal);
        }
    }

    private static void RefuseContentTypes(ZipArchive archive, string mainPart, string refusal)
    {
        var types = archive.GetEntry("[Content_Types].xml") ?? throw new TabularRefusedException(refusal);
        using var reader = new StreamReader(new BoundedStream(types.Open(), 1024 * 1024));
        var text = reader.ReadToEnd();
        bool Has(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Has("macroEnabled") || Has("ms-excel.macrosheet") || Has("vbaProject"))
        {
            throw new TabularRefusedException("file.macros");
        }

        if (!Has(mainPart))
        {
            throw new TabularRefusedException(refusal);
        }
    }

    /// <summary>A document may link to a page, but not fetch a template, an object or a part of itself from elsewhere when it is opened.</summary>
    private static void RefuseRemote(ZipArchive archive)
    {
        foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StreamReader(new BoundedStream(entry.Open(), MaxRelations));
            var text = reader.ReadToEnd();
            if (text.Contains("External", StringComparison.OrdinalIgnoreCase) && Remote.Any(r => text.Contains(r, StringComparison.OrdinalIgnoreCase)))
            {
                throw new TabularRefusedException("file.external");
            }
        }
    }

    /// <summary>The directory's sizes may lie; only what comes out counts.</summary>
    private static void Inflate(ZipArchiveEntry entry, ref long bytes, ref int tags, TabularLimits limits)
    {
        using var content = entry.Open();
        var buffer = new byte[1 << 16];
        var (total, watch) = (0L, (XmlWatch?)null);
        for (int read; (read = content.ReadAtLeast(buffer, 4096, throwOnEndOfStream: false)) > 0;)
        {
            var part = buffer.AsSpan(0, read);
            if (total == 0)
            {
                watch = Begin(entry, part, tags);
            }

            total += read;
            if (total > bytes || (total > TabularLimits.SuspectBytes && total / TabularLimits.LargestRatio > entry.CompressedLength))
            {
                throw Inflates(limits);
            }

            watch?.Feed(part);
        }

        (bytes, tags) = (bytes - total, tags - (watch?.Tags ?? 0));
    }

    /// <summary>Judges an entry by how it begins; XML is watched from then on.</summary>
    private static XmlWatch? Begin(ZipArchiveEntry entry, ReadOnlySpan<byte> head, int tags)
    {
        if (FileKinds.IsArchive(head))
        {
            throw new TabularRefusedException("file.nested", entry.Name);
        }

        if (FileKinds.IsEmbedded(head))
        {
            throw new TabularRefusedException("file.embedded");
        }

        // Two bytes a character would pass the watch unseen; spreadsheets are written in UTF-8.
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..])
        {
            throw new TabularRefusedException("file.damaged");
        }

        var start = head.TrimStart("\uFEFF \t\r\n"u8);
        return start is [(byte)'<', ..] ? new XmlWatch(tags) : null;
    }

    private static TabularRefusedException Inflates(TabularLimits limits) =>
        new("file.inflates", limits.MaxInflatedBytes / (1024 * 1024));
}
