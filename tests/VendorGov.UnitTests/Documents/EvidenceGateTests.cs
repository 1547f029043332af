using System.IO.Compression;
using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using Xunit;

namespace VendorGov.UnitTests.Documents;

public sealed class EvidenceGateTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1A\n\0\0\0\x0DIHDR"u8, .. new byte[17], .. "\0\0\0\0IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    private static readonly byte[] Wav = [.. "RIFF\x10\0\0\0WAVEfmt "u8, .. new byte[40]];
    private static readonly byte[] Webp = [.. "RIFF\x10\0\0\0WEBPVP8 "u8, .. new byte[40]];
    private static readonly byte[] M4a = [.. "\0\0\0 ftypM4A \0\0\0\0"u8, .. new byte[40]];
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");

    public static TheoryData<string, byte[], EvidenceKind> Good => new()
    {
        { "通话.mp3", [.. "ID3\x04"u8, .. new byte[60]], EvidenceKind.Mp3 },
        { "bare.MP3", [0xFF, 0xFB, 0x90, 0x64, .. new byte[60]], EvidenceKind.Mp3 },
        { "call.wav", Wav, EvidenceKind.Wav },
        { "call.m4a", M4a, EvidenceKind.M4a },
        { "call.ogg", [.. "OggS"u8, .. new byte[40]], EvidenceKind.Ogg },
        { "shot.png", Png, EvidenceKind.Png },
        { "photo.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]], EvidenceKind.Jpeg },
        { "photo.webp", Webp, EvidenceKind.Webp },
        { "letter.pdf", Pdf, EvidenceKind.Pdf },
        { "book.xlsx", Office("spreadsheetml.sheet.main"), EvidenceKind.Xlsx },
        { "letter.docx", Office("wordprocessingml.document.main"), EvidenceKind.Docx },
        { "chat.txt", Encoding.UTF8.GetBytes("客户：< 3 天能到吗？"), EvidenceKind.Text },
        { "calls.csv", Encoding.UTF8.GetBytes("\uFEFF时间,结果\n"), EvidenceKind.Csv },
    };

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "page.html", "<html></html>"u8.ToArray(), "file.evidence-kind" },
        { "no-extension", Png, "file.evidence-kind" },
        { "letter.pdf.exe", Pdf, "file.evidence-kind" },
        { "book.xlsm", Office("spreadsheetml.sheet.main"), "file.macros" },
        { "photo.png", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]], "file.evidence-content" },
        { "call.wav", Webp, "file.evidence-content" },
        { "chat.txt", [.. "MZ\x90"u8, 0, 3, 0], "file.evidence-content" },
        { "chat.txt", Encoding.UTF8.GetBytes("\uFEFF \n<script>alert(1)</script>"), "file.evidence-content" },
        { "late.txt", [.. Enumerable.Repeat((byte)'a', 9000), 0], "file.evidence-content" },
        { "letter.pdf", "%PDF-1.7 broken off"u8.ToArray(), "file.damaged" },
        { "letter.docx", Office("spreadsheetml.sheet.main"), "file.evidence-content" },
        { "book.xlsx", "PK\x03\x04 and nothing more"u8.ToArray(), "file.damaged" },
        { "empty.csv", [], "file.empty" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Content_that_is_what_its_name_says_is_taken(string name, byte[] content, EvidenceKind kind)
    {
        using var stream = new MemoryStream(content);
        Assert.Equal(kind, EvidenceGate.Judge(stream, name));
        Assert.Equal(0, stream.Position);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Anything_else_is_refused(string name, byte[] content, string sentence)
    {
        using var stream = new MemoryStream(content);
        Assert.Equal(sentence, Assert.Throws<TabularRefusedException>(() => EvidenceGate.Judge(stream, name)).TextKey);
    }

    private static byte[] Office(string main)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var types = zip.CreateEntry("[Content_Types].xml").Open();
            types.Write(Encoding.UTF8.GetBytes($"<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.{main}+xml\"/></Types>"));
        }

        return buffer.ToArray();
    }
}
