using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Contracts;

/// <summary>One month by the terms of then and by others. <paramref name="ClocksDiffer"/>: verdicts that would be others.</summary>
public sealed record WhatIfMonth(YearMonth Month, ScorecardContent AsAgreed, ScorecardContent AsProposed, int ClocksDiffer);

/// <summary>A quarter that is over, by its first month.</summary>
public sealed record Quarter(YearMonth First)
{
    public string Key => First.ToString();

    public IEnumerable<YearMonth> Months => Enumerable.Range(0, 3).Select(First.AddMonths);

    public int Number => (First.Month + 2) / 3;
}

/// <summary>
/// Replays past months by proposed terms (requirements 2). Everything is read without tracking and nothing is saved. A vendor
/// replays months whose scorecard it has seen.
/// </summary>
public sealed class WhatIf(AppDb db, MonthReader reader, ClockFacesLoader clocks, CurrentUser user, TimeProvider clock)
{
    private const int QuartersBack = 4;

    /// <summary>How long before a month an obligation may have begun that other terms would move into it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(45);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Quarter> Quarters(Contract contract)
    {
        var month = YearMonth.Of(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone));
        var current = new YearMonth(month.Year, ((month.Month - 1) / 3 * 3) + 1);
        return [.. Enumerable.Range(1, QuartersBack).Select(i => new Quarter(current.AddMonths(-3 * i))).Where(q => q.Months.Any(contract.InForceDuring))];
    }

    /// <summary>The months of the quarter that can be replayed; none where the caller has seen none of them.</summary>
    public async Task<IReadOnlyList<WhatIfMonth>> RunAsync(ContractId id, AgreedTerms proposed, Quarter quarter, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == id, cancel);
        // The charge of every month is that of the proposal; what the contract says fills the gaps.
        var terms = proposed with { Terms = proposed.Terms with { MonthlyCharge = proposed.Terms.MonthlyCharge ?? contract.MonthlyCharge } };
        var faces = await clocks.ProposedAsync(id, proposed.ServiceCalendarId, proposed.OfficeCalendarId, cancel);
        var (results, agreedBefore, proposedBefore) = (new List<WhatIfMonth>(), new List<ScorecardContent>(), new List<ScorecardContent>());
        foreach (var month in await MonthsAsync(contract, quarter, cancel))
        {
            var now = clock.GetUtcNow();
            var data = await reader.ReadAsync(month, [contract], now, cancel);
            var replayed = await ReplayAsync(contract, month, terms, faces, now, cancel);
            var asAgreed = ScorecardCalculator.Calculate(data.InputsOf(contract, month, new Projection(null, null, [], [.. agreedBefore], false)));
            var asProposed = ScorecardCalculator.Calculate(
                data.InputsOf(contract, month, new Projection(terms, replayed, [], [.. proposedBefore], CountedAnew: true)));
            agreedBefore.Add(asAgreed);
            proposedBefore.Add(asProposed);
            results.Add(new WhatIfMonth(month, asAgreed, asProposed, Differences(asAgreed, asProposed)));
        }

        return results;
    }

    private async Task<List<YearMonth>> MonthsAsync(Contract contract, Quarter quarter, CancellationToken cancel)
    {
        var months = quarter.Months.Where(contract.InForceDuring).ToList();
        if (user.Side == Side.Buyer)
        {
            return months;
        }

        var seen = await db.Scorecards.Where(s => s.ContractId == contract.Id && s.State == ScorecardState.Published && months.Contains(s.Month))
            .Select(s => s.Month).ToListAsync(cancel);
        return [.. months.Where(seen.Contains)];
    }

    private async Task<List<ObligationFact>> ReplayAsync(
        Contract contract, YearMonth month, AgreedTerms proposed, ClockFaces faces, DateTimeOffset now, CancellationToken cancel)
    {
        var (from, to) = MonthBounds.Widest(month);
        var rows = await ClockReplay.ReadAsync(db, contract.Id, from - Reach, to, cancel);
        var versions = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract.Id).ToDictionaryAsync(t => t.Id, cancel);
        return [.. rows.Select(r => Read(r, contract, versions, proposed.Terms, faces, now) is { } reading ? r.With(reading) : null).OfType<ObligationFact>()];
    }

    /// <summary>Null: by the proposed terms no such obligation arises.</summary>
    private static ClockReading? Read(
        ReplayRow row, Contract contract, Dictionary<TermsVersionId, TermsVersion> versions, Terms proposed, ClockFaces faces, DateTimeOffset now)
    {
        var o = row.Obligation;
        if (o is { Kind: ObligationKind.DeliverReport, ReportPeriod: { } reported, ReportKind: var asked })
        {
            // Documents are demanded beside the terms.
            return asked != ReportKind.Data ? o.Read(faces, now) : proposed.ReportOf(reported.Rhythm) is { } schedule
                ? o.ReadUnder(o.Target, [], faces, now, ReportDelivery.DueOf(contract, schedule, reported, faces.Office)) : null;
        }

        if (o.Target.Unit == TargetUnit.FixedInstant)
        {
            return o.Read(faces, now);
        }

        if (row.Issue is not { } issue)
        {
            return o.ReadUnder(o.Target, [], faces, now);
        }

        if (o.Kind == ObligationKind.CustomerTold)
        {
            return proposed.UsePlaybookClocks && Playbook.For(issue.ProblemType).CustomerTold is { } told ? o.ReadUnder(told, [], faces, now) : null;
        }

        var severities = Severities(issue, o, versions[issue.TermsVersionId].Terms);
        var targets = severities.Select(s => Issue.TargetOf(o.Kind, issue.ProblemType, s, proposed)).ToList();
        return targets[0] is { } first ? o.ReadUnder(first, targets[1..], faces, now) : Contracted(o.Kind) ? null : o.ReadUnder(o.Target, [], faces, now);
    }

    /// <summary>Kinds whose targets the terms hold; all others keep theirs.</summary>
    private static bool Contracted(ObligationKind kind) => TermsModel.Kinds.Contains(kind);

    /// <summary>The severity at the start, and after each change. The first is that by which the old terms gave this target.</summary>
    private static List<Severity> Severities(Issue issue, Obligation obligation, Terms old)
    {
        var changes = issue.Events.Where(e => e.Kind == IssueEventKind.SeverityChanged && e.At >= obligation.StartedAt).OrderBy(e => e.At)
            .Select(e => Enum.TryParse<Severity>(e.Detail?.Split(':')[0], out var s) ? s : issue.Severity).ToList();
        var first = changes.Count == 0 ? issue.Severity : Enum.GetValues<Severity>()
            .Where(s => s != changes[0] && Issue.TargetOf(obligation.Kind, issue.ProblemType, s, old) == obligation.Target)
            .DefaultIfEmpty(issue.Severity).MinBy(s => Math.Abs(s - changes[0]));
        return [first, .. changes];
    }

    private static int Differences(ScorecardContent agreed, ScorecardContent proposed)
    {
        var before = agreed.Obligations.Where(o => o.Counted).ToDictionary(o => o.ObligationId, o => o.Met);
        var after = proposed.Obligations.Where(o => o.Counted).ToDictionary(o => o.ObligationId, o => o.Met);
        return before.Keys.Union(after.Keys).Count(id => !before.TryGetValue(id, out var b) || !after.TryGetValue(id, out var a) || a != b);
    }
}
