using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// What the portal knows of a month besides the report: complaints and emergencies that were filed with a waybill number, and the days of
/// the direct feed.
/// </summary>
public sealed class ObservationReader(AppDb db)
{
    public async Task<Observation> ReadAsync(Contract contract, YearMonth month, CancellationToken cancellation) =>
        new(await DaysAsync(contract, month, cancellation), await CasesAsync(contract, month, cancellation));

    private async Task<IReadOnlyList<ObservedDay>> DaysAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var days = await FeedDays.ReadAsync(db, [contract.Id], month.FirstDay, month.LastDay, cancellation);
        return [.. days.Select(d => new ObservedDay(Provenance.Feed, d.Outlet, d.Channel, d.Date, d.Figures))];
    }

    private async Task<IReadOnlyList<ObservedCase>> CasesAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var (from, to) = (ReportDelivery.StartOf(contract, month.AddMonths(-1)), ReportDelivery.StartOf(contract, month));
        var issues = await db.Issues.AsNoTracking()
            .Where(i => i.ContractId == contract.Id
                && (i.ProblemType == ProblemType.ComplaintMishandled || i.Obligations.Any(o => o.Kind == ObligationKind.EmergencyReport))
                && i.FiledAt >= from && i.FiledAt < to && i.State != IssueState.Withdrawn)
            .OrderBy(i => i.FiledAt)
            .Select(i => new
            {
                i.Id, i.OutletId, i.Number, i.Severity, i.Waybills,
                Emergency = i.Obligations.Any(o => o.Kind == ObligationKind.EmergencyReport),
            })
            .ToListAsync(cancellation);
        return [.. issues.Where(i => i.Waybills.Count > 0).Select(i => new ObservedCase(
            i.Emergency || i.Severity == Severity.S1 ? CaseKind.Emergency : CaseKind.Complaint, i.OutletId, i.Id, i.Number, i.Waybills))];
    }
}
