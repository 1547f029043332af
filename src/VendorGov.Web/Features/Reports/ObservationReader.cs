using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Staffing;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// What the portal knows of a period besides the report: complaints and emergencies that were filed with a waybill number, published random
/// evaluations, the register of agents, and the days and the presence of the direct feed. The vendor's tickets it does not see: an issue is no
/// ticket, and a contact that the feed sends does not say whether one was opened.
/// </summary>
public sealed class ObservationReader(AppDb db, TimeProvider clock)
{
    private const int DaysOfWeek = 7;

    public async Task<Observation> ReadAsync(Contract contract, ReportPeriod period, CancellationToken cancellation) =>
        new(await DaysAsync(contract, period, cancellation), await CasesAsync(contract, period, cancellation),
            period.IsWeek ? [] : await HeadcountsAsync(contract, period, cancellation), await QualityAsync(contract, period, cancellation));

    /// <summary>Rulings on appeals included, as far as they go today. Targeted picks say nothing of the whole.</summary>
    private async Task<ObservedQuality?> QualityAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var (id, now) = (contract.Id, clock.GetUtcNow());
        var passed = await (
            from evaluation in db.Evaluations.AsNoTracking()
            join contact in db.QaContacts on evaluation.ContactId equals contact.Id
            where evaluation.ContractId == id && evaluation.Purpose == EvaluationPurpose.Random && evaluation.ShownAt <= now && evaluation.Raw != null
                && contact.Date >= period.FirstDay && contact.Date <= period.LastDay
            select evaluation.Passed).ToListAsync(cancellation);
        return passed.Count < ObservedQuality.Least ? null : new ObservedQuality(passed.Count(p => p), passed.Count);
    }

    private async Task<IReadOnlyList<ObservedDay>> DaysAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var days = await FeedDays.ReadAsync(db, [contract.Id], period.FirstDay, period.LastDay, cancellation);
        return [.. days.Select(d => new ObservedDay(Provenance.Feed, d.Outlet, d.Channel, d.Date, d.Figures))];
    }

    /// <summary>
    /// Where the contract's agents and their rosters stand in the portal, from the first week into the last, its register is the truth; else the
    /// presence that the feed sends.
    /// </summary>
    private async Task<IReadOnlyList<ObservedHeadcount>> HeadcountsAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var (id, firstWeek, lastWeek) = (contract.Id, period.FirstDay.AddDays(DaysOfWeek - 1), period.LastDay.AddDays(1 - DaysOfWeek));
        var rosters = db.AgentDays.AsNoTracking().Where(d => d.ContractId == id && d.SupersededAt == null);
        if (!await rosters.AnyAsync(d => d.Date >= period.FirstDay && d.Date <= firstWeek, cancellation)
            || !await rosters.AnyAsync(d => d.Date >= lastWeek && d.Date <= period.LastDay, cancellation))
        {
            return await PresentAsync(contract, period, cancellation);
        }

        var vendor = contract.VendorId;
        var agents = await db.Agents.AsNoTracking().Where(a => a.VendorId == vendor).ToListAsync(cancellation);
        return [new ObservedHeadcount(Provenance.Portal, null, Attrition.People(period.Month, id, agents.Select(a => a.Tenure)))];
    }

    /// <summary>
    /// Everyone whom presence names in the month, by outlet: who was planned, there or on a break was employed. Presence that does not
    /// reach from the first week into the last cannot tell; where the buyer's side sends it too, its rows stand.
    /// </summary>
    private async Task<IReadOnlyList<ObservedHeadcount>> PresentAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var (firstWeek, lastWeek) = (period.FirstDay.AddDays(DaysOfWeek - 1), period.LastDay.AddDays(1 - DaysOfWeek));
        var heads = await db.FeedPresences.AsNoTracking()
            .Where(p => p.ContractId == contract.Id && p.Date >= period.FirstDay && p.Date <= period.LastDay)
            .GroupBy(p => new { p.OutletId, p.SenderSide })
            .Select(g => new
            {
                g.Key.OutletId, g.Key.SenderSide, First = g.Min(p => p.Date), Last = g.Max(p => p.Date),
                People = g.Select(p => p.Agent).Distinct().Count(),
            })
            .ToListAsync(cancellation);
        return [.. heads.Where(h => h.First <= firstWeek && h.Last >= lastWeek)
            .GroupBy(h => h.OutletId).Select(g => g.OrderBy(h => h.SenderSide == Side.Buyer ? 0 : 1).First())
            .Select(h => new ObservedHeadcount(Provenance.Feed, h.OutletId, h.People))];
    }

    private async Task<IReadOnlyList<ObservedCase>> CasesAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var (from, to) = (ReportDelivery.StartOf(contract, period.Add(-1)), ReportDelivery.StartOf(contract, period));
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
