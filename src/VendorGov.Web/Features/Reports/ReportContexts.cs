using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>Gathers what a report is checked against: the contract, its outlets, and what earlier accepted reports said.</summary>
public sealed class ReportContexts(AppDb db, ClockFacesLoader clocks)
{
    private const int HistoryDays = 90;

    public async Task<ReportContext> OfAsync(Contract contract, YearMonth month, DateTimeOffset now, CancellationToken cancellation)
    {
        var outlets = await OutletsAsync(contract, cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var history = await HistoryAsync(contract, month, outlets, cancellation);
        var terms = await clocks.TermsOnAsync(contract.Id, month.FirstDay, cancellation);
        return new ReportContext(contract.Number, month, today, terms.Terms.Channels ?? contract.Channels, outlets, history, zone);
    }

    public async Task<IReadOnlyList<ReportOutlet>> OutletsAsync(Contract contract, CancellationToken cancellation)
    {
        var ids = contract.Outlets.Select(o => o.OutletId).ToList();
        return await db.Outlets.AsNoTracking()
            .Where(o => ids.Contains(o.Id))
            .OrderBy(o => o.Code)
            .Select(o => new ReportOutlet(o.Id, o.Code, o.Name))
            .ToListAsync(cancellation);
    }

    private async Task<ReportHistory> HistoryAsync(
        Contract contract, YearMonth month, IReadOnlyList<ReportOutlet> outlets, CancellationToken cancellation)
    {
        var from = YearMonth.Of(month.FirstDay.AddDays(-HistoryDays));
        var versions = await db.VendorReports.AsNoTracking()
            .Where(r => r.ContractId == contract.Id && r.State == VendorReportState.Accepted)
            .Select(r => new { r.Id, r.Month })
            .ToListAsync(cancellation);
        var relevant = versions.Where(v => v.Month >= from && v.Month < month).Select(v => v.Id).ToList();
        if (relevant.Count == 0)
        {
            return ReportHistory.None;
        }

        var last = versions.FirstOrDefault(v => v.Month == month.AddMonths(-1))?.Id;
        var rows = await db.VendorReportRows.AsNoTracking().Where(r => relevant.Contains(r.ReportId)).ToListAsync(cancellation);
        var earlier = rows.Where(r => r.Date is null || r.Date >= month.FirstDay.AddDays(-HistoryDays));
        return ReportHistoryBuilder.Of([.. earlier], last, outlets.ToDictionary(o => o.Id, o => o.Code));
    }
}
