using VendorGov.Domain.Issues;

namespace VendorGov.Web.Shared;

/// <summary>How a file is shown and sent.</summary>
public static class EvidenceView
{
    public static bool IsAudio(this EvidenceKind kind) => kind is EvidenceKind.Mp3 or EvidenceKind.Wav or EvidenceKind.M4a or EvidenceKind.Ogg;

    public static bool IsImage(this EvidenceKind kind) => kind is EvidenceKind.Png or EvidenceKind.Jpeg or EvidenceKind.Webp;

    /// <summary>Shown in the browser; everything else is only ever a download.</summary>
    public static bool IsShown(this EvidenceKind kind) => kind.IsAudio() || kind.IsImage() || kind == EvidenceKind.Pdf;

    public static string ContentType(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Mp3 => "audio/mpeg",
        EvidenceKind.Wav => "audio/wav",
        EvidenceKind.M4a => "audio/mp4",
        EvidenceKind.Ogg => "audio/ogg",
        EvidenceKind.Png => "image/png",
        EvidenceKind.Jpeg => "image/jpeg",
        EvidenceKind.Webp => "image/webp",
        EvidenceKind.Pdf => "application/pdf",
        EvidenceKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        EvidenceKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        EvidenceKind.Csv => "text/csv",
        _ => "text/plain",
    };

    public static string Icon(this EvidenceKind kind) => kind switch
    {
        _ when kind.IsAudio() => "headphones",
        _ when kind.IsImage() => "eye",
        EvidenceKind.Pdf => "file-type-pdf",
        EvidenceKind.Xlsx or EvidenceKind.Csv => "file-spreadsheet",
        _ => "file-text",
    };

    /// <summary>1.4 MB, 380 KB.</summary>
    public static string Size(Text text, long bytes) => bytes >= 1024 * 1024
        ? text["issues.file.mb", Math.Round(bytes / 1048576m, 1)]
        : text["issues.file.kb", Math.Max(1, bytes / 1024)];
}
