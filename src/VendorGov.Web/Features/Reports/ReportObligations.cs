using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Starts the duty to report for each contract whose terms agree on a report, once per month. Run daily by the schedule; the
/// upload asks for the same duty, in case that the run is still to come.
/// </summary>
public sealed class ReportObligations(AppDb db, TimeProvider clock)
{
    private const int MonthsBack = 3;

    private sealed record Agreement(Terms Terms, CalendarVersionId Office);

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
            for (var month = last.AddMonths(1 - MonthsBack); month <= last; month = month.AddMonths(1))
            {
                started += await StartAsync(contract, month, zone, cancellation) ? 1 : 0;
            }
        }

        return started;
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

        return await FindAsync(contract.Id, month, cancellation) ?? await OweAsync(contract, month, cancellation);
    }

    /// <summary>By these calendars the duty of that month counts: a fixed instant on 24x7 time.</summary>
    public async Task<ClockFaces> FacesAsync(ContractId contract, YearMonth month, CancellationToken cancellation)
    {
        var agreement = await AgreementAsync(contract, month, cancellation) ?? throw new RuleViolationException("report-not-agreed");
        var office = await db.CalendarVersions.SingleAsync(c => c.Id == agreement.Office, cancellation);
        var compiled = BusinessCalendar.Compile(office.Definition);
        return new ClockFaces(compiled, compiled, []);
    }

    private async Task<bool> StartAsync(Contract contract, YearMonth month, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var firstTerms = await db.TermsVersions.Where(t => t.ContractId == contract.Id).MinAsync(t => (DateTimeOffset?)t.CreatedAt, cancellation);
        var agreed = firstTerms is { } at && YearMonth.Of(at, zone) <= month && contract.InForceDuring(month);
        var agreement = agreed ? await AgreementAsync(contract.Id, month, cancellation) : null;
        if (agreement?.Terms.MonthlyReport is null || await FindAsync(contract.Id, month, cancellation) is not null)
        {
            return false;
        }

        await OweAsync(contract, month, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<Obligation> OweAsync(Contract contract, YearMonth month, CancellationToken cancellation)
    {
        var agreement = await AgreementAsync(contract.Id, month, cancellation) ?? throw new RuleViolationException("report-not-agreed");
        var faces = await FacesAsync(contract.Id, month, cancellation);
        var owed = ReportDelivery.Owe(contract, agreement.Terms, month, faces, clock.GetUtcNow());
        db.Obligations.Add(owed);
        return owed;
    }

    private Task<Obligation?> FindAsync(ContractId contract, YearMonth month, CancellationToken cancellation) =>
        db.Obligations.SingleOrDefaultAsync(
            o => o.ContractId == contract && o.Kind == ObligationKind.DeliverReport && o.ReportMonth == month, cancellation);

    private async Task<Agreement?> AgreementAsync(ContractId contract, YearMonth month, CancellationToken cancellation)
    {
        var lastDay = month.LastDay;
        return await db.TermsVersions
            .Where(t => t.ContractId == contract && t.EffectiveFrom <= lastDay)
            .OrderByDescending(t => t.Number)
            .Select(t => new Agreement(t.Terms, t.OfficeCalendarId))
            .FirstOrDefaultAsync(cancellation);
    }
}
