using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Starts the duty to report for each contract whose terms agree on a report, once per month. Run by the schedule; the
/// upload asks for the same duty, in case that the run is still to come.
/// </summary>
public sealed class ReportObligations(AppDb db, ClockFacesLoader clocks, TimeProvider clock)
{
    private const int MonthsBack = 3;

    /// <summary>
    /// All duties of the tenant up to the month that ended last. Months before the terms were entered owe nothing, nor do months
    /// that lie further back than a quarter. Returns how many were started; running it again starts none.
    /// </summary>
    public async Task<int> StartAllAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var started = 0;
        foreach (var contract in await db.Contracts.ToListAsync(cancellation))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
            var last = YearMonth.Of(now, zone).AddMonths(-1);
            var agreedAt = await db.TermsVersions.Where(t => t.ContractId == contract.Id).MinAsync(t => (DateTimeOffset?)t.CreatedAt, cancellation);
            for (var month = last.AddMonths(1 - MonthsBack); agreedAt is { } at && month <= last; month = month.AddMonths(1))
            {
                started += YearMonth.Of(at, zone) <= month && await StartAsync(contract, month, cancellation) ? 1 : 0;
            }

            await ChaseAsync(contract, cancellation);
        }

        return started;
    }

    /// <summary>
    /// Starts and saves the duty of one contract and month, whatever the date of the terms; false if there is one or none is owed.
    /// </summary>
    public async Task<bool> StartAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var terms = await clocks.TermsOnAsync(contract.Id, month.LastDay, cancellation);
        if (terms.Terms.MonthlyReport is null || !contract.InForceDuring(month) || await FindAsync(contract, month, cancellation) is not null)
        {
            return false;
        }

        await OweAsync(contract, month, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The duty of that contract and month, started if need be. Throws <see cref="RuleViolationException"/> if there is none.</summary>
    public async Task<Obligation> OfAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        if (!contract.InForceDuring(month))
        {
            throw new RuleViolationException("report-not-in-force", month);
        }

        if (ReportDelivery.StartOf(contract, month) > clock.GetUtcNow())
        {
            throw new RuleViolationException("report-month-open", month);
        }

        return await FindAsync(contract, month, cancellation) ?? await OweAsync(contract, month, cancellation);
    }

    /// <summary>The calendars by which the duty counts.</summary>
    public async Task<ClockFaces> FacesAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var terms = await clocks.TermsOnAsync(contract.Id, month.LastDay, cancellation);
        return await clocks.OfAsync(contract.Id, terms.Id, cancellation);
    }

    /// <summary>Adds the duty to hand in a corrected version, unless one is open; the caller saves.</summary>
    public async Task DemandAgainAsync(Contract contract, YearMonth month, DateTimeOffset from, CancellationToken cancellation)
    {
        if (!await OpenAgain(contract, month).AnyAsync(cancellation))
        {
            db.Obligations.Add(ReportDelivery.OweAgain(
                contract, month, from, await FacesAsync(contract, month, cancellation), clock.GetUtcNow()));
        }
    }

    /// <summary>Stops what was owed as a correction; the caller saves.</summary>
    public async Task SettleAgainAsync(Contract contract, YearMonth month, DateTimeOffset at, CancellationToken cancellation)
    {
        var faces = await FacesAsync(contract, month, cancellation);
        foreach (var open in await OpenAgain(contract, month).ToListAsync(cancellation))
        {
            open.Stop(at, faces, at);
        }
    }

    private IQueryable<Obligation> OpenAgain(Contract contract, YearMonth month) => db.Obligations.Where(o =>
        o.ContractId == contract.Id && o.Kind == ObligationKind.ResubmitReport && o.ReportMonth == month
        && (o.State == ClockState.Running || o.State == ClockState.Breached));

    /// <summary>The deadline has passed and the last upload was refused: the correction is owed from the deadline on.</summary>
    private async Task ChaseAsync(Contract contract, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var late = await db.Obligations.Where(o => o.ContractId == contract.Id && o.Kind == ObligationKind.DeliverReport
            && o.ReportKind == ReportKind.Data && o.ReportMonth != null && o.DueAt < now
            && (o.State == ClockState.Running || o.State == ClockState.Breached)).ToListAsync(cancellation);
        foreach (var owed in late)
        {
            var month = owed.ReportMonth!.Value;
            var refused = await db.VendorReports.AnyAsync(
                r => r.ContractId == contract.Id && r.Month == month && r.State == VendorReportState.Refused, cancellation);
            var asked = await db.Obligations.AnyAsync(
                o => o.ContractId == contract.Id && o.Kind == ObligationKind.ResubmitReport && o.ReportMonth == month, cancellation);
            if (refused && !asked)
            {
                await DemandAgainAsync(contract, month, owed.DueAt!.Value, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
        }
    }

    private async Task<Obligation> OweAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var terms = await clocks.TermsOnAsync(contract.Id, month.LastDay, cancellation);
        var faces = await clocks.OfAsync(contract.Id, terms.Id, cancellation);
        var owed = ReportDelivery.Owe(contract, terms.Terms, month, faces, clock.GetUtcNow());
        db.Obligations.Add(owed);
        return owed;
    }

    private Task<Obligation?> FindAsync(Contract contract, YearMonth month, CancellationToken cancellation) =>
        db.Obligations.SingleOrDefaultAsync(
            o => o.ContractId == contract.Id && o.Kind == ObligationKind.DeliverReport && o.ReportMonth == month
                && o.ReportKind == ReportKind.Data, cancellation);
}
