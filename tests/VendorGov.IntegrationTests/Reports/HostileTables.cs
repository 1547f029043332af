using System.Text;
using VendorGov.Domain.Reports;
using static VendorGov.IntegrationTests.Reports.HostileFile;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>Csv files that are none or never end, names that promise something else, and tables whose cells are no figures.</summary>
internal static class HostileTables
{
    private static readonly string Header = string.Join(',', ReportSchema.Default.Daily.Fields.Select(f => f.Name));

    /// <summary>A voice row that keeps every rule.</summary>
    private const string Row = "2026-02-03,W01,voice,500,3,30,470,400,5000,,,,,,470,60,60000,900,7000,120,33,0,33,28,120,2,2,0,0,0,300,150,140,12,11,0,36,36,35,33,0,0";

    public static IEnumerable<HostileFile> All() => [.. Names(), .. Texts(), .. Figures()];

    private static IEnumerable<HostileFile> Names() =>
    [
        new("csv called a workbook", "report.xlsx", "file.wrong-extension", () => "a,b"u8.ToArray()),
        new("workbook called csv", "report.csv", "file.wrong-extension", () => Xlsx("")),
        new("PDF called csv", "report.csv", "file.wrong-extension", () => "%PDF-1.7 text only"u8.ToArray()),
        new("picture called a workbook", "report.xlsx", "file.wrong-extension", () => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]),
        new("web page called csv", "report.csv", "file.wrong-extension", () => "<script>alert(1)</script>"u8.ToArray()),
        new("web page with a mark called csv", "report.csv", "file.wrong-extension", () => [0xEF, 0xBB, 0xBF, .. "<html></html>"u8]),
        new("program called csv", "report.csv", "file.wrong-extension", () => [.. "MZ"u8, 0x90, 0, 3, 0]),
        new("7z called a workbook", "report.xlsx", "file.wrong-extension", () => [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C]),
        new("RAR called csv", "report.csv", "file.wrong-extension", () => [.. "Rar!"u8, 0x1A, 7]),
        new("RTF called csv", "report.csv", "file.wrong-extension", () => "{\\rtf1 x}"u8.ToArray()),
        new("gzip called csv", "report.csv", "file.wrong-extension", () => Gzip("a,b"u8.ToArray())),
        new("text file", "report.txt", "file.wrong-kind", () => "a,b"u8.ToArray()),
        new("program behind two extensions", "report.xlsx.exe", "file.wrong-kind", () => Xlsx("")),
        new("no extension", "report", "file.wrong-kind", () => "a,b"u8.ToArray()),
    ];

    private static IEnumerable<HostileFile> Texts() =>
    [
        C("NUL among the text", "file.not-text", () => "date,outlet\0,channel"u8.ToArray()),
        C("UTF-16", "file.not-text", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("date,outlet")]),
        C("bytes of no encoding", "file.not-text", () => [65, 0xFF, 0xFF, 10]),
        C("nothing", "file.empty", () => []),
        C("one endless field", "file.cell-long", () => Repeat("a", 20_000_000)),
        C("one endless line", "file.columns", () => Repeat("1,", 10_000_000)),
        C("quotation mark never closed", "file.quote-open", () => Encoding.UTF8.GetBytes(Header + "\n\"2026-02-01,W01,voice\n")),
        C("quotation mark over 20 MB", "file.cell-long", () => [.. "\""u8, .. Repeat("x,\n", 7_000_000)]),
        C("thirty million line breaks", "file.empty-rows", () => Repeat("\n", 30_000_000)),
        C("more than 32 MB", "file.too-big", () => new byte[33 * 1024 * 1024]),
        new("gzip bomb", "report.csv.gz", "file.inflates", () => Gzip(Repeat("a,b\n", 8_000_000))),
        new("gzip in gzip", "report.csv.gz", "file.nested", () => Gzip(Gzip("a,b\n"u8.ToArray()))),
        new("half a gzip", "report.csv.gz", "file.damaged", () => Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(x => $"{x * 7919},row\n"))))[..^2000]),
    ];

    private static IEnumerable<HostileFile> Figures() =>
    [
        C("no header", "no-header", () => "1,2,3\n4,5,6\n"u8.ToArray()),
        C("header alone", "no-rows", () => Encoding.UTF8.GetBytes(Header)),
        C("a column missing", "missing-column", () => Encoding.UTF8.GetBytes(Header.Replace(",answered,", ",x,", StringComparison.Ordinal) + "\n" + Row)),
        C("a column twice", "duplicate-column", () => Encoding.UTF8.GetBytes(Header + ",接通量\n" + Row)),
        Spoiled("formula", "formula", 3, "=SUM(B2:B9)"),
        Spoiled("formula that starts a program", "formula", 3, "=cmd|' /C calc'!A0"),
        Spoiled("formula for an outlet", "formula", 1, "=A1"),
        X("formula in a workbook", "formula", "<f>SUM(B1:B9)</f><v>500</v>"),
        X("shared formula without its text", "formula", "<f t=\"shared\" si=\"0\"/><v>500</v>"),
        X("formula that was never calculated", "formula", "<f>NOW()</f>"),
        X("error value", "formula-error", "<v>#DIV/0!</v>", "e"),
        Spoiled("letter for a digit", "letter-in-number", 3, "5O0"),
        Spoiled("below nothing", "negative", 3, "-1"),
        Spoiled("beyond any call centre", "too-large", 3, "9999999999999999"),
        Spoiled("more digits than a number holds", "not-integer", 3, new string('9', 300)),
        Spoiled("words", "not-integer", 3, "many"),
        Spoiled("date that does not exist", "not-date", 0, "2026-02-30"),
        Spoiled("date of another month", "outside-period", 0, "2026-03-01"),
        Spoiled("outlet of nobody", "unknown-outlet", 1, "ZZZZZZ99"),
        Spoiled("channel of nobody", "unknown-channel", 2, "telegraph"),
        C("a day twice", "duplicate-day", () => Encoding.UTF8.GetBytes($"{Header}\n{Row}\n{Row}")),
    ];

    private static HostileFile C(string what, string expected, Func<byte[]> content) => new("csv: " + what, "report.csv", expected, content);

    private static HostileFile Spoiled(string what, string expected, int column, string value) => C(what, expected, () =>
    {
        var cells = Row.Split(',');
        cells[column] = "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return Encoding.UTF8.GetBytes($"{Header}\n{string.Join(',', cells)}\n");
    });

    /// <summary>A workbook whose first row has everything right but the number offered.</summary>
    private static HostileFile X(string what, string expected, string offered, string type = "n") => new(what, "report.xlsx", expected, () =>
    {
        string Text(string value) => $"<c t=\"inlineStr\"><is><t>{value}</t></is></c>";
        var cells = Row.Split(',').Select((value, i) => i == 3 ? $"<c t=\"{type}\">{offered}</c>" : Text(value));
        return Xlsx($"<row>{string.Concat(Header.Split(',').Select(Text))}</row><row>{string.Concat(cells)}</row>");
    });
}
