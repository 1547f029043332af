namespace VendorGov.Documents.Reading;

internal enum FileKind
{
    Csv,
    CsvGz,
    Xlsx,
}

/// <summary>Judges a file by its first bytes and by its name; where they disagree the file is refused.</summary>
internal static class FileKinds
{
    private static readonly byte[][] Archives = [[.. "7z"u8, 0xBC, 0xAF], [.. "Rar!"u8]];

    private static readonly byte[][] Programs = [[.. "MZ"u8, 0x90, 0], [0x7F, .. "ELF"u8]];

    /// <summary>How files begin that are no tables, whatever their name says: PDF, 7z, RAR, pictures, programs, RTF, web pages.</summary>
    private static readonly byte[][] Foreign =
    [
        .. Archives, .. Programs, [.. "%PDF"u8], [0x89, .. "PNG"u8], [.. "GIF8"u8], [0xFF, 0xD8, 0xFF], [.. "{\\rtf"u8], [.. "<"u8],
        [0xEF, 0xBB, 0xBF, .. "<"u8],
    ];

    public static FileKind Judge(Stream source, string fileName)
    {
        var head = Head(source);
        RefuseForeign(head, fileName);
        var named = Named(fileName);
        var found = head.AsSpan().StartsWith("PK"u8) ? FileKind.Xlsx : head is [0x1F, 0x8B, ..] ? FileKind.CsvGz : FileKind.Csv;
        if (found != named || Begins(head, Foreign))
        {
            throw new TabularRefusedException("file.wrong-extension", fileName);
        }

        return found;
    }

    /// <summary>Whether content begins like an archive of any kind.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head is [0x1F, 0x8B, 8, ..] || Begins(head, Archives);

    /// <summary>Whether content begins like a program or an OLE container.</summary>
    public static bool IsEmbedded(ReadOnlySpan<byte> head) =>
        head is [0xD0, 0xCF, 0x11, 0xE0, ..] || Begins(head, Programs);

    private static bool Begins(ReadOnlySpan<byte> head, byte[][] signatures)
    {
        foreach (var signature in signatures)
        {
            if (head.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    private static void RefuseForeign(byte[] head, string fileName)
    {
        if (head.Length == 0)
        {
            throw new TabularRefusedException("file.empty");
        }

        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            // The container of both the encrypted xlsx and the format before 2007.
            var old = fileName.EndsWith(".xls", StringComparison.OrdinalIgnoreCase);
            throw new TabularRefusedException(old ? "file.old-excel" : "file.encrypted");
        }
    }

    private static FileKind Named(string fileName)
    {
        bool Ends(string extension) => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        return Ends(".xlsx") ? FileKind.Xlsx
            : Ends(".csv.gz") ? FileKind.CsvGz
            : Ends(".csv") ? FileKind.Csv
            : Ends(".xlsm") || Ends(".xlsb") ? throw new TabularRefusedException("file.macros")
            : Ends(".xls") ? throw new TabularRefusedException("file.old-excel")
            : throw new TabularRefusedException("file.wrong-kind", fileName);
    }

    private static byte[] Head(Stream source)
    {
        source.Position = 0;
        var head = new byte[8];
        var length = source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..length];
    }
}
