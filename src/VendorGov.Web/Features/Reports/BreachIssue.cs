using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>What the issue of a breach says, in the language of the network.</summary>
public sealed class BreachIssue(AppDb db)
{
    private const int MostLines = 40;

    public async Task<(IssueReport Report, string Author)> OfAsync(
        Reconciliation record, VendorReport report, Contract contract, string number, Severity severity, CancellationToken cancellation)
    {
        var language = await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => t.Language).SingleAsync(cancellation);
        var ids = record.Breaches.Select(b => b.Outlet).OfType<OutletId>().Distinct().ToList();
        var outlets = await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var text = Text.ForLanguage(language, zone);
        var words = new ReconciliationText(text);
        var lines = record.Breaches.Take(MostLines).Select(b => "- " + words.Sentence(b, b.Outlet is { } outlet ? outlets.GetValueOrDefault(outlet, "") : text["reports.allOutlets"]));
        var waybills = record.Breaches.Where(b => b.ByWaybill).SelectMany(b => b.Facts).Select(f => f.Key).Distinct().Take(50);
        var filed = new IssueReport(
            number, ProblemType.ReportInaccurateOrLate, severity,
            text["reports.p6.title", report.Period, record.Breaches.Count],
            text["reports.p6.description", report.Period, report.VersionNumber, report.FileName, report.FileSha256] + "\n" + string.Join('\n', lines),
            [.. waybills.SelectMany(w => w.Split(", ")).Where(w => w.Length <= 40)]);
        return (filed, text["reports.p6.author"]);
    }
}
