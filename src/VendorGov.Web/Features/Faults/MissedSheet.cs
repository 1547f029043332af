using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Documents.Tables;
using VendorGov.Domain.Cases;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Faults;

/// <summary>Missed contacts as a file or as pasted lines; both are read by the same rules.</summary>
internal static class MissedSheet
{
    private const int Longest = 5_000;
    private static readonly TabularLimits Limits = new(MaxBytes: 2 * 1024 * 1024, MaxInflatedBytes: 32 * 1024 * 1024, MaxRows: Longest, MaxColumns: 20);

    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("at", "未接时间", "Missed at", true, TemplateKind.Date), new("phone", "联系电话", "Phone", true), new("name", "客户姓名", "Customer"),
        new("waybill", "运单号", "Waybill"),
    ];

    public sealed record Row(DateTimeOffset At, string Phone, string? Name, string? Waybill);

    public static byte[] Template(Text text) => TemplateWorkbook.Render(
        [
            new TemplateSheet(
                text.Pick("未接客户", "Missed contacts"),
                [.. Columns.Select(c => new TemplateColumn(text.Pick(c.Zh, c.En), text["faults.note." + c.Key], c.Required, c.Kind, null, 20))],
                [[new DateTime(2026, 3, 2, 9, 12, 0), "13800002097", "刘女士", "YT7302260441"]]),
        ],
        [text["faults.templateNote"]], text.LanguageTag);

    public static List<Row> Read(byte[] bytes, string name, TimeZoneInfo zone, DateTimeOffset now, List<SheetProblem> problems, Text text)
    {
        using var file = TabularFile.Open(new MemoryStream(bytes), name, Limits);
        return [.. SheetReader.Rows(file, Columns, problems, text).Select(r => Of(r, zone, now)).OfType<Row>()];
    }

    /// <summary>Lines of time, phone, name and waybill, parted by commas or tabs, as they are copied from a telephone system.</summary>
    public static List<Row> Paste(string words, TimeZoneInfo zone, DateTimeOffset now, List<SheetProblem> problems, Text text)
    {
        var at = Columns.Select((c, i) => (c.Key, i)).ToDictionary(x => x.Key, x => x.i);
        return [.. words.ReplaceLineEndings("\n").Split('\n').Take(Longest).Select((line, n) => (line, n)).Where(x => x.line.Trim().Length > 0).Select(x =>
        {
            var cells = x.line.Split(['\t', ',', '，', ';', '；'], StringSplitOptions.TrimEntries).Select(TabularCell.OfText).ToList();
            return Of(new SheetRow(new TabularRow(text["faults.pasted"], x.n + 1, cells), at, Columns, problems, text), zone, now);
        }).OfType<Row>()];
    }

    /// <summary>Adds what is not there yet; returns how many were new.</summary>
    public static async Task<int> KeepAsync(AppDb db, Fault fault, IReadOnlyList<Row> rows, string by, DateTimeOffset now, CancellationToken cancel)
    {
        var known = (await db.MissedContacts.Where(m => m.IssueId == fault.IssueId).Select(m => new { m.CustomerPhone, m.At }).ToListAsync(cancel))
            .Select(m => (m.CustomerPhone, m.At)).ToHashSet();
        var fresh = rows.Where(r => known.Add((r.Phone, MissedContact.ToMinute(r.At)))).ToList();
        db.MissedContacts.AddRange(fresh.Select(r => new MissedContact(fault, r.At, r.Phone, r.Name, r.Waybill, by, now)));
        await db.SaveChangesAsync(cancel);
        return fresh.Count;
    }

    private static Row? Of(SheetRow row, TimeZoneInfo zone, DateTimeOffset now)
    {
        var phone = row.Demand("phone", 40);
        if (phone.Length > 0 && (phone.Count(char.IsAsciiDigit) < 5 || phone.Any(c => !char.IsAsciiDigit(c) && !"+-() ".Contains(c))))
        {
            row.Problem("phone", "faults.problem.phone");
            phone = "";
        }

        if (!row.Has("at"))
        {
            row.Problem("at", "sheets.problem.missing");
        }

        var at = row.Time("at", zone);
        if (at > now)
        {
            row.Problem("at", "faults.problem.future");
        }

        return at is { } time && time <= now && phone.Length > 0 ? new Row(time, phone, row.Optional("name", 120), row.Optional("waybill", 60)) : null;
    }
}
