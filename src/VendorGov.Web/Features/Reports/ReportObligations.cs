using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Starts the duty to report for each contract whose terms agree on a report, once per month and, where agreed, per week. Run by the
/// schedule; the upload asks for the same duty, in case that the run is still to come.
/// </summary>
public sealed class ReportObligations(AppDb db, ClockFacesLoader clocks, TimeProvider clock)
{
    /// <summary>How many periods of a rhythm are looked back on: a quarter of months, six weeks.</summary>
    private static readonly (ReportRhythm Rhythm, int Back)[] Rhythms = [(ReportRhythm.Monthly, 3), (ReportRhythm.Weekly, 6)];

    /// <summary>
    /// All duties of the tenant up to the month and week that ended last. Periods before the terms were entered owe nothing, nor do
    /// those that lie further back. Returns how many were started; running it again starts none.
    /// </summary>
    public async Task<int> StartAllAsync(CancellationToken cancellation)
    {
        var started = 0;
        foreach (var contract in await db.Contracts.ToListAsync(cancellation))
        {
            var terms = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract.Id).ToListAsync(cancellation);
            var agreed = Rhythms.Where(r => terms.Exists(t => t.Terms.ReportOf(r.Rhythm) is not null));
            foreach (var period in agreed.SelectMany(r => Ended(contract, r.Rhythm, r.Back, terms.Min(t => t.CreatedAt))))
            {
                started += await StartAsync(contract, period, cancellation) ? 1 : 0;
            }

            await ChaseAsync(contract, cancellation);
        }

        return started;
    }

    /// <summary>
    /// Starts and saves the duty of one contract and period, whatever the date of the terms; false if there is one or none is owed.
    /// </summary>
    public async Task<bool> StartAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var terms = await TermsAsync(contract, period, cancellation);
        if (terms.Terms.ReportOf(period.Rhythm) is null || !contract.InForceDuring(period) || await FindAsync(contract, period, cancellation) is not null)
        {
            return false;
        }

        await OweAsync(contract, period, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The duty of that contract and period, started if need be. Throws <see cref="RuleViolationException"/> if there is none.</summary>
    public async Task<Obligation> OfAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        if (!contract.InForceDuring(period))
        {
            throw new RuleViolationException("report-not-in-force", period);
        }

        if (ReportDelivery.StartOf(contract, period) > clock.GetUtcNow())
        {
            throw new RuleViolationException("report-period-open", period);
        }

        return await FindAsync(contract, period, cancellation) ?? await OweAsync(contract, period, cancellation);
    }

    /// <summary>The calendars by which the duty counts.</summary>
    public async Task<ClockFaces> FacesAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var terms = await TermsAsync(contract, period, cancellation);
        return await clocks.OfAsync(contract.Id, terms.Id, cancellation);
    }

    /// <summary>Adds the duty to hand in a corrected version, unless one is open; the caller saves.</summary>
    public async Task DemandAgainAsync(Contract contract, ReportPeriod period, DateTimeOffset from, CancellationToken cancellation)
    {
        if (!await OpenAgain(contract, period).AnyAsync(cancellation))
        {
            db.Obligations.Add(ReportDelivery.OweAgain(
                contract, period, from, await FacesAsync(contract, period, cancellation), clock.GetUtcNow()));
        }
    }

    /// <summary>Stops what was owed as a correction; the caller saves.</summary>
    public async Task SettleAgainAsync(Contract contract, ReportPeriod period, DateTimeOffset at, CancellationToken cancellation)
    {
        var faces = await FacesAsync(contract, period, cancellation);
        foreach (var open in await OpenAgain(contract, period).ToListAsync(cancellation))
        {
            open.Stop(at, faces, at);
        }
    }

    private IQueryable<Obligation> OpenAgain(Contract contract, ReportPeriod period) => db.Obligations.Where(o =>
        o.ContractId == contract.Id && o.Kind == ObligationKind.ResubmitReport && o.ReportPeriod == period
        && (o.State == ClockState.Running || o.State == ClockState.Breached));

    /// <summary>Oldest first; those that ended before the terms were written down owe nothing.</summary>
    private IEnumerable<ReportPeriod> Ended(Contract contract, ReportRhythm rhythm, int back, DateTimeOffset agreedAt)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var since = ReportPeriod.Of(rhythm, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(agreedAt, zone).DateTime));
        var last = ReportDelivery.LastEnded(contract, rhythm, clock.GetUtcNow());
        return Enumerable.Range(1 - back, back).Select(last.Add).Where(p => p >= since);
    }

    /// <summary>The deadline has passed and the last upload was refused: the correction is owed from the deadline on.</summary>
    private async Task ChaseAsync(Contract contract, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var late = await db.Obligations.Where(o => o.ContractId == contract.Id && o.Kind == ObligationKind.DeliverReport
            && o.ReportKind == ReportKind.Data && o.ReportPeriod != null && o.DueAt < now
            && (o.State == ClockState.Running || o.State == ClockState.Breached)).ToListAsync(cancellation);
        foreach (var owed in late)
        {
            var period = owed.ReportPeriod!.Value;
            var refused = await db.VendorReports.AnyAsync(
                r => r.ContractId == contract.Id && r.Period == period && r.State == VendorReportState.Refused, cancellation);
            var asked = await db.Obligations.AnyAsync(
                o => o.ContractId == contract.Id && o.Kind == ObligationKind.ResubmitReport && o.ReportPeriod == period, cancellation);
            if (refused && !asked)
            {
                await DemandAgainAsync(contract, period, owed.DueAt!.Value, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
        }
    }

    private async Task<Obligation> OweAsync(Contract contract, ReportPeriod period, CancellationToken cancellation)
    {
        var terms = await TermsAsync(contract, period, cancellation);
        var faces = await clocks.OfAsync(contract.Id, terms.Id, cancellation);
        var owed = ReportDelivery.Owe(contract, terms.Terms, period, faces, clock.GetUtcNow());
        db.Obligations.Add(owed);
        return owed;
    }

    /// <summary>The terms of a month are those of its last day; a week is owed only where it began under terms that demand it.</summary>
    private Task<TermsVersion> TermsAsync(Contract contract, ReportPeriod period, CancellationToken cancellation) =>
        clocks.TermsOnAsync(contract.Id, period.IsWeek ? period.FirstDay : period.LastDay, cancellation);

    private Task<Obligation?> FindAsync(Contract contract, ReportPeriod period, CancellationToken cancellation) =>
        db.Obligations.SingleOrDefaultAsync(
            o => o.ContractId == contract.Id && o.Kind == ObligationKind.DeliverReport && o.ReportPeriod == period
                && o.ReportKind == ReportKind.Data, cancellation);
}
