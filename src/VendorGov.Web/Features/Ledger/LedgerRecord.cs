using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Ledger;

/// <summary>A row of the ledger's file, read; only of use where the row has no problem.</summary>
internal sealed record LedgerRecord(
    string Key, string Title, string Content, Severity Severity, IReadOnlyList<string> Waybills, string? Customer, string? Phone,
    LedgerTimes Times, CustomerNotice? Notice, ComplaintFacts Facts)
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '\n', '\r', '\t', ' '];

    public DateTimeOffset FiledAt => Times.FiledAt;

    public static LedgerRecord Read(SheetRow row, TimeZoneInfo zone, DateTimeOffset now)
    {
        var title = row.Demand("title", 200);
        if (!row.Has("filed"))
        {
            row.Problem("filed", "sheets.problem.missing");
        }

        var times = new LedgerTimes(
            row.Time("filed", zone) ?? DateTimeOffset.MinValue, row.Time("answered", zone), row.Time("resolved", zone), row.Time("closed", zone));
        if (times.FiledAt != DateTimeOffset.MinValue && times.Impossible(now) is { } column)
        {
            row.Problem(column, "ledger.problem.order");
        }

        return new LedgerRecord(
            row.Demand("key", 120), title, row.Optional("content", 8000) ?? title, row.Choice<Severity>("severity") ?? Severity.S2, Waybill(row),
            row.Optional("customer", 120), row.Optional("phone", 40), times, Told(row, times, zone, now),
            new ComplaintFacts(
                row.Choice<ComplaintChannel>("channel") ?? ComplaintChannel.Other, row.Choice<ComplaintCategory>("category"), row.Optional("demand", 2000),
                row.Optional("result", 2000), row.Amount("compensation"), row.Optional("remark", 2000)));
    }

    private static string[] Waybill(SheetRow row)
    {
        var numbers = row.Of("waybills").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (numbers.Length > 50 || numbers.Any(n => n.Length > 40))
        {
            row.Problem("waybills", "ledger.problem.waybills");
        }

        return numbers;
    }

    private static CustomerNotice? Told(SheetRow row, LedgerTimes times, TimeZoneInfo zone, DateTimeOffset now)
    {
        var how = row.Choice<ToldHow>("toldHow");
        var by = row.Optional("toldBy", 120);
        if (row.Time("told", zone) is not { } at)
        {
            return null;
        }

        if (at < times.FiledAt || at > now)
        {
            row.Problem("told", "ledger.problem.order");
        }

        return new CustomerNotice(at, how ?? ToldHow.Phone, by ?? Shared.Text.None, row.Optional("result", 2000) ?? Shared.Text.None, null, now);
    }
}
