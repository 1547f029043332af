using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using VendorGov.Documents;
using VendorGov.IntegrationTests.Reports;

namespace VendorGov.IntegrationTests.Files;

/// <summary>Fifty files as people bring them, of each accepted kind; some written by poppler's tools, as real programs write them.</summary>
internal static class GoodFiles
{
    private const string Words = "客服：您好。\n客户：包裹三天没有更新。 < 3 天能到吗？ 😊\n";

    public static List<(string Name, byte[] Content)> All() => [.. Pictures(), .. Printed(), .. Sounds(), .. Office(), .. Texts()];

    /// <summary>A grey PNG by hand: IHDR, IDAT, IEND.</summary>
    public static byte[] Png(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            packed.Write(new byte[(width + 1) * height]);
        }

        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static IEnumerable<(string, byte[])> Pictures() =>
    [
        ("点.png", Png(1, 1)), ("line.png", Png(2000, 1)), ("page.PNG", Png(1240, 1754)), ("wide shot.png", Png(3000, 800)), ("签名.png", QrPicture.Png("https://portal.example/1")),
        ("code.png", QrPicture.Png(Words)), ("photo.webp", Riff("WEBP", "VP8L", new byte[64])), ("small.webp", Riff("WEBP", "VP8 ", new byte[30])),
    ];

    /// <summary>A PDF by hand, and what poppler's tools make of it.</summary>
    private static List<(string, byte[])> Printed()
    {
        var folder = Directory.CreateTempSubdirectory("vendorgov-good").FullName;
        try
        {
            var pdf = Pdf();
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), pdf);
            foreach (var call in new[]
            {
                "pdftoppm -png -r 30 in.pdf a", "pdftoppm -png -gray -r 60 in.pdf b", "pdftoppm -png -mono -r 60 in.pdf c", "pdftoppm -jpeg -r 30 in.pdf d",
                "pdftoppm -jpeg -gray -r 60 in.pdf e", "pdftoppm -jpeg -jpegopt quality=20,progressive=y -r 90 in.pdf f", "pdftocairo -pdf in.pdf g.pdf",
                "pdfunite in.pdf in.pdf h.pdf", "pdfseparate in.pdf i%d.pdf", "pdftocairo -jpeg -r 50 in.pdf k", "pdftocairo -png -transp -r 50 in.pdf l",
            })
            {
                var words = call.Split(' ', 2);
                using var process = Process.Start(new ProcessStartInfo(words[0], words[1]) { WorkingDirectory = folder })!;
                process.WaitForExit();
            }

            return [("打印.pdf", pdf), .. Directory.GetFiles(folder).Where(f => Path.GetFileName(f) != "in.pdf").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string, byte[])> Sounds() =>
    [
        ("通话.mp3", [.. "ID3\x04\0\0\0\0\0\0"u8, .. Frames(0x90, 20)]), ("bare.MP3", Frames(0x90, 30)), ("slow.mp3", Frames(0x50, 30)), ("v3.mp3", [.. "ID3\x03\0\0\0\0\0\0"u8, .. Frames(0xB0, 9)]),
        ("call.wav", Riff("WAVE", "fmt ", new byte[1600])), ("stereo call.wav", Riff("WAVE", "fmt ", new byte[17_640])), ("silence.wav", Riff("WAVE", "fmt ", new byte[16])),
        ("call.m4a", [.. "\0\0\0 ftypM4A \0\0\x02\0M4A mp42isom\0\0\0\0"u8, .. new byte[900]]), ("memo.m4a", [.. "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"u8, .. new byte[2000]]),
        ("call.ogg", [.. "OggS\0\x02"u8, .. new byte[20], .. "\x01\x1EOpusHead"u8, .. new byte[300]]), ("vorbis.ogg", [.. "OggS\0\x02"u8, .. new byte[22], .. "\x01vorbis"u8, .. new byte[300]]),
    ];

    private static IEnumerable<(string, byte[])> Office()
    {
        byte[] Letter(string words) => HostileFile.Zip(
            ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()),
            ("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"x\"><w:t>{words}</w:t></w:document>")),
            ("word/_rels/document.xml.rels", "<Relationships><Relationship Type=\"http://x/hyperlink\" Target=\"https://portal.example/\" TargetMode=\"External\"/></Relationships>"u8.ToArray()));
        return
        [
            ("letter.docx", Letter("hello")), ("说明.docx", Letter("情况说明")), ("long.docx", Letter(new string('长', 40_000))),
            ("book.xlsx", HostileFile.Xlsx("<row r=\"1\"><c><v>1</v></c></row>")), ("空表.xlsx", HostileFile.Xlsx("")), ("shared.xlsx", HostileFile.Xlsx("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>")),
        ];
    }

    private static IEnumerable<(string, byte[])> Texts() =>
    [
        ("chat.txt", Encoding.UTF8.GetBytes(Words)), ("会话.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)]), ("crlf.txt", Encoding.UTF8.GetBytes(Words.Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Words, 3000)))), ("one.txt", "x"u8.ToArray()), ("gb.txt", [0xC4, 0xE3, 0xBA, 0xC3, 0x0A]),
        ("two.txt", "一二"u8.ToArray()), ("tab.txt", "a\tb\n"u8.ToArray()), ("less.txt", "1 < 2 and 3 > 2"u8.ToArray()), ("calls.csv", Encoding.UTF8.GetBytes("\uFEFF时间,结果\n2026-02-03 10:00,未接\n")), ("semicolon.csv", "a;b\n1;2\n"u8.ToArray()),
        ("quoted.csv", "\"a\nb\",\"c\"\"d\"\n"u8.ToArray()), ("minus.csv", "amount\n-12.50\n"u8.ToArray()), ("wide.csv", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 300)) + "\n")),
    ];

    private static byte[] Frames(byte rate, int count) => [.. Enumerable.Range(0, count).SelectMany(i => new byte[] { 0xFF, 0xFB, rate, 0x64 }.Concat(new byte[60 + i]))];

    private static byte[] Riff(string form, string chunk, byte[] content)
    {
        byte[] inner = [.. Encoding.ASCII.GetBytes(form + chunk), .. BitConverter.GetBytes(content.Length), .. content];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(inner.Length), .. inner];
    }

    private static byte[] Pdf()
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length 52>>stream\nBT /F 18 Tf 40 100 Td (Evidence of a call) Tj ET     \nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n"));
        return Encoding.ASCII.GetBytes(pdf.Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        var sum = 0xFFFFFFFFu;
        foreach (var b in body)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(crc, ~sum);
        return [.. length, .. body, .. crc];
    }
}
