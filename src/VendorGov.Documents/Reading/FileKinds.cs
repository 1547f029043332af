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
    public static FileKind Judge(Stream source, string fileName)
    {
        var head = Head(source);
        RefuseForeign(head, fileName);
        var named = Named(fileName);
        var found = head.AsSpan().StartsWith("PK"u8) ? FileKind.Xlsx : head is [0x1F, 0x8B, ..] ? FileKind.CsvGz : FileKind.Csv;
        if (found != named)
        {
            throw new TabularRefusedException("file.wrong-extension", fileName);
        }

        return found;
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
