namespace VendorGov.Documents.Reading;

/// <summary>Judges a PDF or docx that somebody hands in by name and content: no other kinds, no macros, no archives that burst.</summary>
public static class DocumentGate
{
    private static readonly TabularLimits Limits = new(MaxInflatedBytes: 128L * 1024 * 1024, MaxTags: 12_000_000);

    /// <summary>Throws <see cref="TabularRefusedException"/>. The stream must seek.</summary>
    public static void Check(Stream source, string fileName, long maxBytes)
    {
        if (source.Length > maxBytes)
        {
            throw new TabularRefusedException("file.too-big", maxBytes / (1024 * 1024));
        }

        if (source.Length == 0)
        {
            throw new TabularRefusedException("file.empty");
        }

        var name = Path.GetFileName(fileName);
        if (name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            CheckPdf(source, name);
        }
        else if (name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            CheckDocx(source);
        }
        else
        {
            throw new TabularRefusedException("file.wrong-document", name);
        }
    }

    private static void CheckPdf(Stream source, string name)
    {
        Span<byte> head = stackalloc byte[5];
        source.Position = 0;
        if (source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual("%PDF-"u8))
        {
            throw new TabularRefusedException("file.wrong-document", name);
        }

        var tail = new byte[Math.Min(2048, source.Length)];
        source.Position = source.Length - tail.Length;
        source.ReadExactly(tail);
        if (tail.AsSpan().LastIndexOf("%%EOF"u8) < 0)
        {
            throw new TabularRefusedException("file.damaged");
        }

        EvidenceDepth.RefuseActive(source);
        if (EvidenceDepth.EndsAsArchive(source))
        {
            throw new TabularRefusedException("file.wrong-document", name);
        }
    }

    private static void CheckDocx(Stream source)
    {
        try
        {
            XlsxGate.Check(source, Limits, "wordprocessingml.document.main", "file.not-docx");
        }
        catch (Exception e) when (TabularFile.IsDamage(e))
        {
            throw new TabularRefusedException("file.damaged");
        }
    }
}
