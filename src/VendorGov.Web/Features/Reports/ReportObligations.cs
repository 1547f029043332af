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
            o => o.ContractId == contract.Id && o.Kind == ObligationKind.DeliverReport && o.ReportMonth == month, cancellation);
}
