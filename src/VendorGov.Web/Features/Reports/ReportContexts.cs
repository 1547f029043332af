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

    public async Task<ReportContext> OfAsync(Contract contract, ReportPeriod period, DateTimeOffset now, CancellationToken cancellation)
    {
        var outlets = await OutletsAsync(contract, cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var history = await HistoryAsync(contract, period, outlets, cancellation);
        var terms = await clocks.TermsOnAsync(contract.Id, period.FirstDay, cancellation);
        return new ReportContext(contract.Number, period, today, terms.Terms.Channels ?? contract.Channels, outlets, history, zone);
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
        Contract contract, ReportPeriod period, IReadOnlyList<ReportOutlet> outlets, CancellationToken cancellation)
    {
        var from = ReportPeriod.Of(period.Rhythm, period.FirstDay.AddDays(-HistoryDays));
        var versions = await db.VendorReports.AsNoTracking()
            .Where(r => r.ContractId == contract.Id && r.State == VendorReportState.Accepted)
            .Select(r => new { r.Id, r.Period })
            .ToListAsync(cancellation);
        var relevant = versions.Where(v => v.Period.Rhythm == period.Rhythm && v.Period >= from && v.Period < period).Select(v => v.Id).ToList();
        if (relevant.Count == 0)
        {
            return ReportHistory.None;
        }

        var last = versions.FirstOrDefault(v => v.Period == period.Add(-1))?.Id;
        var rows = await db.VendorReportRows.AsNoTracking().Where(r => relevant.Contains(r.ReportId)).ToListAsync(cancellation);
        var earlier = rows.Where(r => r.Date is null || r.Date >= period.FirstDay.AddDays(-HistoryDays));
        return ReportHistoryBuilder.Of([.. earlier], last, outlets.ToDictionary(o => o.Id, o => o.Code));
    }
}
