using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>A clock before and after a window. <paramref name="Verdict"/>: its state becomes another.</summary>
public sealed record ClockEffect(
    string Reference, Guid? Issue, ObligationKind Kind, string? Outlet, DateTimeOffset? DueBefore, DateTimeOffset? DueAfter, ClockState Before, ClockState After)
{
    public bool Verdict => Before != After;
}

/// <summary>A metric of a month before and after.</summary>
public sealed record MetricEffect(MetricResult Before, MetricResult After);

/// <summary>A month before and after. <paramref name="Published"/>: what is published stays until it is revised.</summary>
public sealed record MonthEffect(YearMonth Month, ScorecardContent Before, ScorecardContent After, bool Published)
{
    public IReadOnlyList<MetricEffect> Metrics => [.. Before.Metrics.Zip(After.Metrics).Select(p => new MetricEffect(p.First, p.Second))
        .Where(m => m.Before.Value != m.After.Value || m.Before.Denominator != m.After.Denominator || m.Before.Points != m.After.Points)];
}

/// <summary>What a window moves: verdicts first, then deadlines.</summary>
public sealed record ExemptEffect(IReadOnlyList<ClockEffect> Clocks, IReadOnlyList<MonthEffect> Months);

/// <summary>
/// What an exempt window would move, listed before anyone decides (requirements 2): each clock that ran in it is read with and
/// without it, and the months in which it lies are computed both ways. Nothing is tracked or saved.
/// </summary>
public sealed class ExemptEffects(AppDb db, MonthReader reader, ClockFacesLoader clocks, TimeProvider clock)
{
    private const int MostMonths = 6;

    /// <param name="drafts">Whether months may be shown that are not published: not to vendors.</param>
    public async Task<ExemptEffect> OfAsync(Contract contract, ExemptWindow window, bool drafts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await ClockReplay.ReadAsync(db, contract.Id, window.From, window.To, cancel);
        var withWindow = new Dictionary<ClockFaces, ClockFaces>();
        var readings = new Dictionary<Guid, (ReplayRow Row, ClockReading Before, ClockReading After)>();
        foreach (var row in rows.Where(r => r.Obligation.State is not (ClockState.Waived or ClockState.Cancelled)))
        {
            var faces = await FacesAsync(row, cancel);
            if (!withWindow.TryGetValue(faces, out var exempt))
            {
                withWindow.Add(faces, exempt = faces.With(window.From, window.To, window.OutletIds));
            }

            var (before, after) = (row.Obligation.Read(faces, now), row.Obligation.Read(exempt, now));
            if (before.DueAt != after.DueAt || before.State != after.State || before.ElapsedTicks != after.ElapsedTicks)
            {
                readings[row.Obligation.Id.Value] = (row, before, after);
            }
        }

        return new ExemptEffect(Clocks(readings.Values), await MonthsAsync(contract, window, readings, drafts, now, cancel));
    }

    /// <summary>The calendars of an obligation: those of the terms that its issue opened under, or of the day on which it began.</summary>
    private async Task<ClockFaces> FacesAsync(ReplayRow row, CancellationToken cancel)
    {
        var o = row.Obligation;
        var terms = row.Issue?.TermsVersionId
            ?? (await clocks.TermsOnAsync(o.ContractId, DateOnly.FromDateTime(o.StartedAt.UtcDateTime), cancel)).Id;
        return await clocks.OfAsync(o.ContractId, terms, cancel);
    }

    private static List<ClockEffect> Clocks(IEnumerable<(ReplayRow Row, ClockReading Before, ClockReading After)> readings) =>
        [.. readings.Where(r => r.Before.DueAt != r.After.DueAt || r.Before.State != r.After.State).Select(r => new ClockEffect(
                r.Row.Issue?.Number ?? r.Row.Obligation.ReportPeriod?.ToString() ?? "", r.Row.Issue?.Id.Value, r.Row.Obligation.Kind, r.Row.OutletName,
                r.Before.DueAt, r.After.DueAt, r.Before.State, r.After.State))
            .OrderByDescending(c => c.Verdict).ThenBy(c => c.DueBefore).ThenBy(c => c.Reference, StringComparer.Ordinal)];

    private async Task<List<MonthEffect>> MonthsAsync(
        Contract contract, ExemptWindow window, Dictionary<Guid, (ReplayRow Row, ClockReading Before, ClockReading After)> readings,
        bool drafts, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var current = YearMonth.Of(now, zone);
        var months = new[] { window.From, window.To.AddTicks(-1) }
            .Concat(readings.Values.SelectMany(r => new[] { r.Before.DueAt, r.After.DueAt }).OfType<DateTimeOffset>())
            .Select(at => YearMonth.Of(at, zone)).Distinct().Where(m => m <= current && contract.InForceDuring(m)).Order().Take(MostMonths);
        var effects = new List<MonthEffect>();
        foreach (var month in months.ToList())
        {
            var data = await reader.ReadAsync(month, [contract], now, cancel);
            var published = data.Published.Contains(contract.Id);
            if (!published && !drafts)
            {
                continue;
            }

            var known = data.Obligations[contract.Id].ToList();
            ObligationFact[] after =
            [
                .. known.Where(f => !readings.ContainsKey(f.ObligationId)), .. readings.Values.Select(r => r.Row.With(r.After)),
            ];
            effects.Add(new MonthEffect(
                month,
                ScorecardCalculator.Calculate(data.InputsOf(contract, month)),
                ScorecardCalculator.Calculate(data.InputsOf(contract, month, new Projection(null, after, [window], [], false))),
                published));
        }

        return [.. effects.Where(e => e.Metrics.Count > 0)];
    }
}
