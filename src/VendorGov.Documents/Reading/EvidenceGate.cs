using System.Text;
using VendorGov.Domain.Issues;

namespace VendorGov.Documents.Reading;

/// <summary>
/// Judges what people bring as evidence: the extension must be one of the accepted, and the content must be what the extension says.
/// Whatever a browser would run (html, svg, scripts) or a system would (programs, macros) is refused under any name.
/// </summary>
public static class EvidenceGate
{
    private const int HeadLength = 4096;

    /// <summary>Accepted extensions, for the file dialog.</summary>
    public const string Accepted = ".mp3,.wav,.m4a,.ogg,.png,.jpg,.jpeg,.webp,.pdf,.xlsx,.docx,.txt,.csv";

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];

    private static readonly string[] Runnable = ["<!doctype", "<html", "<svg", "<?xml", "<script", "<iframe", "<body", "#!"];

    /// <summary>
    /// The kind of the content. Throws <see cref="TabularRefusedException"/> with the sentence for the user. <paramref name="source"/>
    /// must be seekable; it is left at its beginning.
    /// </summary>
    public static EvidenceKind Judge(Stream source, string fileName)
    {
        var kind = Named(fileName);
        var head = Head(source);
        if (head.Length == 0)
        {
            throw new TabularRefusedException("file.empty");
        }

        if (!Fits(kind, head) || LooksRunnable(head))
        {
            throw new TabularRefusedException("file.evidence-content", fileName);
        }

        Look(kind, source, fileName);
        source.Position = 0;
        return kind;
    }

    private static EvidenceKind Named(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".mp3" => EvidenceKind.Mp3,
        ".wav" => EvidenceKind.Wav,
        ".m4a" => EvidenceKind.M4a,
        ".ogg" => EvidenceKind.Ogg,
        ".png" => EvidenceKind.Png,
        ".jpg" or ".jpeg" => EvidenceKind.Jpeg,
        ".webp" => EvidenceKind.Webp,
        ".pdf" => EvidenceKind.Pdf,
        ".xlsx" => EvidenceKind.Xlsx,
        ".docx" => EvidenceKind.Docx,
        ".txt" => EvidenceKind.Text,
        ".csv" => EvidenceKind.Csv,
        ".xlsm" or ".docm" => throw new TabularRefusedException("file.macros"),
        _ => throw new TabularRefusedException("file.evidence-kind", fileName),
    };

    private static bool Fits(EvidenceKind kind, ReadOnlySpan<byte> head) => kind switch
    {
        EvidenceKind.Mp3 => head.StartsWith("ID3"u8) || IsMpegFrame(head),
        EvidenceKind.Wav => head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WAVE"u8),
        EvidenceKind.M4a => head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8),
        EvidenceKind.Ogg => head.StartsWith("OggS"u8),
        EvidenceKind.Png => head.Length > 24 && head.StartsWith(PngMark) && head[12..16].SequenceEqual("IHDR"u8),
        EvidenceKind.Jpeg => head.StartsWith(JpegMark),
        EvidenceKind.Webp => head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8),
        EvidenceKind.Pdf => head.StartsWith("%PDF-"u8),
        EvidenceKind.Xlsx or EvidenceKind.Docx => head.StartsWith("PK\x03\x04"u8),
        _ => head.IndexOf((byte)0) < 0,
    };

    /// <summary>MPEG audio, layer III: sync, a version, and neither a reserved bit rate nor sampling rate.</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2 && (head[1] & 0x18) != 0x08
        && (head[2] & 0xF0) is not (0xF0 or 0x00) && (head[2] & 0x0C) != 0x0C;

    private static bool LooksRunnable(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(64, head.Length)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return Runnable.Any(r => start.StartsWith(r, StringComparison.OrdinalIgnoreCase));
    }

    private static void Look(EvidenceKind kind, Stream source, string fileName)
    {
        switch (kind)
        {
            case EvidenceKind.Xlsx:
                LookIntoArchive(source, "spreadsheetml.sheet.main", fileName);
                break;
            case EvidenceKind.Docx:
                LookIntoArchive(source, "wordprocessingml.document.main", fileName);
                break;
            case EvidenceKind.Text or EvidenceKind.Csv:
                LookForBytesOfPrograms(source, fileName);
                break;
            case EvidenceKind.Pdf:
                LookForEnd(source);
                EvidenceDepth.RefuseActive(source);
                break;
            case EvidenceKind.Png or EvidenceKind.Jpeg:
                EvidenceDepth.RefuseFlood(kind, source);
                break;
        }

        if (kind is not (EvidenceKind.Xlsx or EvidenceKind.Docx) && EvidenceDepth.EndsAsArchive(source)
            || (kind == EvidenceKind.Png && EvidenceDepth.HasMoreThanPicture(source)))
        {
            throw new TabularRefusedException("file.evidence-content", fileName);
        }
    }

    private static void LookIntoArchive(Stream source, string mainPart, string fileName)
    {
        try
        {
            XlsxGate.Check(source, TabularLimits.Default, mainPart, "file.evidence-content");
        }
        catch (TabularRefusedException e) when (e.TextKey == "file.evidence-content")
        {
            throw new TabularRefusedException(e.TextKey, fileName);
        }
        catch (Exception e) when (TabularFile.IsDamage(e))
        {
            throw new TabularRefusedException("file.damaged");
        }
    }

    /// <summary>Text has no NUL anywhere.</summary>
    private static void LookForBytesOfPrograms(Stream source, string fileName)
    {
        source.Position = 0;
        var buffer = new byte[1 << 16];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if (buffer.AsSpan(0, read).IndexOf((byte)0) >= 0)
            {
                throw new TabularRefusedException("file.evidence-content", fileName);
            }
        }
    }

    /// <summary>A whole PDF ends with its mark, give or take what some printers append.</summary>
    private static void LookForEnd(Stream source)
    {
        source.Position = Math.Max(0, source.Length - 2048);
        var tail = new byte[2048];
        var length = source.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false);
        if (tail.AsSpan(0, length).IndexOf("%%EOF"u8) < 0)
        {
            throw new TabularRefusedException("file.damaged");
        }
    }

    private static byte[] Head(Stream source)
    {
        source.Position = 0;
        var head = new byte[HeadLength];
        var length = source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..length];
    }
}
