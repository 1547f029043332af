using System.Buffers.Binary;
using System.Text;
using VendorGov.IntegrationTests.Reports;
using static VendorGov.IntegrationTests.Reports.HostileFile;

namespace VendorGov.IntegrationTests.Files;

/// <summary>What must not be kept as evidence, proof or document: names that lie, contents that run, burst or hide a second file.</summary>
internal static class HostileEvidence
{
    private const string Html = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    private const string Docx = "<Types>wordprocessingml.document.main</Types>";

    private static readonly string[] Extensions = ["mp3", "wav", "m4a", "ogg", "png", "jpg", "jpeg", "webp", "pdf", "xlsx", "docx", "txt", "csv"];

    public static readonly byte[] Png = GoodFiles.Png(2, 2);
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9];
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");

    public static List<(string What, string Name, Func<byte[]> Content)> All() => [.. Names(), .. Wrong(), .. Polyglots(), .. Pdfs(), .. Pictures(), .. Office(), .. Texts()];

    private static IEnumerable<(string, string, Func<byte[]>)> Names()
    {
        string[] names =
        [
            "page.html", "page.htm", "page.xhtml", "drawing.svg", "code.js", "run.sh", "run.bat", "run.cmd", "setup.exe", "part.dll", "app.apk", "app.jar", "old.doc", "old.xls",
            "macro.docm", "macro.xlsm", "link.lnk", "link.url", "mail.eml", "pack.zip", "pack.rar", "pack.7z", "disk.iso", "page.mht", "page.php", "page.aspx", "page.hta",
            "code.vbs", "code.ps1", "noextension", ".htaccess", "photo.png.exe", "photo.png\0.html", "photo\u202Egnp.exe", "photo.png::$DATA", "../../../etc/cron.d/x",
            @"..\..\web.config", "/etc/passwd", "photo.png/", "photo.png.", "photo.p\u00F1g",
        ];
        return names.Select(name => ($"named {name}", name, new Func<byte[]>(() => Png)));
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Wrong()
    {
        (string What, byte[] Content)[] contents =
        [
            ("html", Encoding.UTF8.GetBytes(Html)), ("svg", Encoding.UTF8.GetBytes("\uFEFF \n" + Svg)), ("a program", [.. "MZ\x90"u8, 0, 3, 0, 0, 0, 4, 0]),
            ("a program of Linux", [0x7F, .. "ELF\x02\x01\x01\0\0"u8, .. new byte[30]]), ("nothing", []),
        ];
        return contents.SelectMany(c => Extensions.Select(e => ($"{c.What} as {e}", $"evidence.{e}", new Func<byte[]>(() => c.Content))));
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Polyglots()
    {
        byte[] jar = Zip(("META-INF/MANIFEST.MF", "Main-Class: X\n"u8.ToArray()), ("X.class", [0xCA, 0xFE, 0xBA, 0xBE]));
        (string Name, byte[] Before)[] hosts =
        [
            ("p.png", Png), ("p.jpg", Jpeg), ("p.pdf", Pdf), ("p.mp3", [.. "ID3\x04"u8, .. new byte[60]]), ("p.wav", [.. "RIFF\x10\0\0\0WAVEfmt "u8, .. new byte[40]]),
            ("p.ogg", [.. "OggS"u8, .. new byte[40]]), ("p.m4a", [.. "\0\0\0 ftypM4A \0\0\0\0"u8, .. new byte[40]]), ("p.webp", [.. "RIFF\x10\0\0\0WEBPVP8 "u8, .. new byte[40]]),
        ];
        foreach (var (name, before) in hosts)
        {
            yield return ($"an archive behind {name}", name, () => [.. before, .. jar, .. name == "p.pdf" ? "%%EOF"u8 : []]);
        }

        yield return ("an archive in front", "front.png", () => [.. jar, .. Png]);
        yield return ("html behind a picture", "behind.png", () => [.. Png, .. Encoding.UTF8.GetBytes(Html)]);
        yield return ("php behind a picture", "php.png", () => [.. Png, .. "<?php system($_GET[0]); ?>"u8]);
        yield return ("html before a PDF", "before.pdf", () => [.. Encoding.UTF8.GetBytes(Html), .. Pdf]);
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Pdfs()
    {
        string[] acts =
        [
            "/OpenAction <</S /JavaScript /JS (app.alert(1))>>", "/AA <</O <</S/Launch/F(cmd.exe)>> >>", "/Names <</EmbeddedFiles 3 0 R>> /Type /EmbeddedFile",
            "/Subtype /RichMedia", "/Encrypt 5 0 R", "/A <</S /SubmitForm /F (http://127.0.0.1/)>>", "/A <</S /ImportData>>",
        ];
        foreach (var act in acts)
        {
            yield return ($"a PDF with {act[..12]}", "acts.pdf", () => Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<<{act}>>\nendobj\ntrailer\n%%EOF\n"));
        }

        yield return ("a script far inside of a PDF", "far.pdf", () => [.. "%PDF-1.7\n"u8, .. new byte[(1 << 16) - 14], .. "/JavaScript\n"u8, .. new byte[3000], .. "%%EOF\n"u8]);
        yield return ("a PDF that breaks off", "half.pdf", () => Pdf[..20]);
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Pictures()
    {
        yield return ("a flood of a PNG", "flood.png", () => Sized(0x0000_EA60));
        yield return ("a PNG of four billion lines", "flood.png", () => Sized(0xFFFF_FFFF));
        yield return ("a flood of a JPEG", "flood.jpg", () => [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFD, 0xE8, 0xFD, 0xE8, 3, .. new byte[20], 0xFF, 0xD9]);
        yield return ("a PNG that breaks off", "half.png", () => Png[..^14]);
        yield return ("a PNG without its end", "end.png", () => Png[..^12]);
        yield return ("a mark alone", "mark.png", () => Png[..8]);
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Office()
    {
        yield return ("a letter with macros", "l.docx", () => Letter(("word/vbaProject.bin", [1])));
        yield return ("a letter with an object", "l.docx", () => Letter(("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])));
        yield return ("a letter with a control", "l.docx", () => Letter(("word/activeX/activeX1.xml", "<x/>"u8.ToArray())));
        yield return ("a letter that fetches its template", "l.docx", () => Letter(("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes(
            "<Relationships><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://127.0.0.1/t.dotm\" TargetMode=\"External\"/></Relationships>"))));
        yield return ("a letter that links an object", "l.docx", () => Letter(("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(
            "<Relationships><Relationship Type=\"http://x/oleObject\" Target=\"file:///x\" TargetMode=\"External\"/></Relationships>"))));
        yield return ("a letter with entities", "l.docx", () => Letter(("word/styles.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1/x\"><x/>"u8.ToArray())));
        yield return ("a letter that bursts", "l.docx", () => Letter(("word/media/a.png", new byte[200_000_000])));
        yield return ("a letter with paths", "l.docx", () => Letter(("../../x", [1])));
        yield return ("a letter in a letter", "l.docx", () => Letter(("word/x.docx", Zip(("a", [1])))));
        yield return ("a letter with a password", "l.docx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]]);
        yield return ("half a letter", "l.docx", () => Letter() is var whole ? whole[..(whole.Length / 2)] : []);
        yield return ("a workbook called a letter", "l.docx", () => Xlsx(""));
        yield return ("a letter called a workbook", "l.xlsx", () => Letter());
        yield return ("an archive called a letter", "l.docx", () => Zip(("a.txt", [65])));
    }

    private static IEnumerable<(string, string, Func<byte[]>)> Texts()
    {
        yield return ("text of two bytes a letter", "t.txt", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<script>")]);
        yield return ("text with a NUL far inside", "t.csv", () => [.. new byte[90_000].Select(_ => (byte)'a'), 0]);
        yield return ("a shell script", "t.txt", () => "#!/bin/sh\nrm -rf /\n"u8.ToArray());
        yield return ("an xml document", "t.txt", () => "<?xml version=\"1.0\"?><html/>"u8.ToArray());
    }

    private static byte[] Letter(params (string Name, byte[] Content)[] more) => Zip(
        [("[Content_Types].xml", Encoding.UTF8.GetBytes(Docx)), ("word/document.xml", "<w:document xmlns:w=\"x\"/>"u8.ToArray()), .. more]);

    private static byte[] Sized(uint side)
    {
        var png = Png.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), side);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), side);
        return png;
    }
}
