using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;

namespace VendorGov.Web.Features.Inspections;

/// <summary>What rates are told by.</summary>
public enum RateBy
{
    Item,
    Agent,
    Vendor,
    Outlet,
    Reason,
    Hour,
    Channel,
}

/// <summary>An evaluation with what is asked of its contact.</summary>
public sealed class Scored
{
    public required Evaluation Evaluation { get; init; }
    public required Guid Contract { get; init; }
    public required Guid Outlet { get; init; }
    public required DateOnly Date { get; init; }
    public required int Hour { get; init; }
    public required string? Reason { get; init; }
    public required Channel Channel { get; init; }
}

public sealed record RateLine(string Key, Rate Rate);

/// <summary>Pass rates and what they are made of, over the random sample of some months, rulings included.</summary>
public sealed class AnalysisReader(AppDb db, TimeProvider clock)
{
    public async Task<List<Scored>> ReadAsync(Guid? contract, YearMonth from, YearMonth to, CancellationToken cancel)
    {
        var (first, last) = (from.FirstDay, to.LastDay);
        var id = contract is { } c0 ? new Domain.Tenancy.ContractId(c0) : default;
        var rows = await (from e in db.Evaluations.AsNoTracking()
                      join c in db.QaContacts.AsNoTracking() on e.ContactId equals c.Id
                      where e.ShownAt != null && e.State == EvaluationState.Submitted && e.Purpose == EvaluationPurpose.Random && e.Raw != null
                          && c.Date >= first && c.Date <= last && (contract == null || e.ContractId == id)
                      orderby c.Date, c.StartedAt
                      select new { e, c.Date, c.Hour, c.Reason, c.Channel }).ToListAsync(cancel);
        return [.. rows.Select(r => new Scored
        {
            Evaluation = r.e, Contract = r.e.ContractId.Value, Outlet = r.e.OutletId.Value, Date = r.Date, Hour = r.Hour, Reason = r.Reason, Channel = r.Channel,
        })];
    }

    /// <summary>Passed of scored; by item: met in full of those that applied. The worst first.</summary>
    public IReadOnlyList<RateLine> Rates(IReadOnlyList<Scored> scored, RateBy by, QaFormBody form)
    {
        var now = clock.GetUtcNow();
        if (by == RateBy.Item)
        {
            return [.. form.Criteria.Select(c => new RateLine(c.Code, ItemRates.Of(c.Code, scored.Select(s => s.Evaluation), now)))
                .Where(l => l.Rate.Denominator > 0).OrderBy(l => l.Rate.Value).ThenBy(l => l.Key, StringComparer.Ordinal)];
        }

        var lines = scored.GroupBy(s => KeyOf(s, by)).Select(g => new RateLine(g.Key, new Rate(g.Count(s => s.Evaluation.Passed), g.Count())));
        return by == RateBy.Hour
            ? [.. lines.OrderBy(l => l.Key, StringComparer.Ordinal)]
            : [.. lines.OrderBy(l => l.Rate.Value).ThenBy(l => l.Key, StringComparer.Ordinal)];
    }

    /// <summary>Items below full, the most frequent first.</summary>
    public IReadOnlyList<ParetoBar> Pareto(IReadOnlyList<Scored> scored)
    {
        var now = clock.GetUtcNow();
        return ControlChart.Pareto(scored.SelectMany(s => s.Evaluation.AnswersAt(now).Items).Where(i => QaScoring.IsGap(i.Level))
            .GroupBy(i => i.Code).Select(g => (g.Key, g.Count())));
    }

    /// <summary>Failed of scored, week by week.</summary>
    public static IReadOnlyList<ChartPoint> Chart(IReadOnlyList<Scored> scored) => ControlChart.Of([.. scored.GroupBy(s => Week(s.Date)).OrderBy(g => g.Key)
        .Select(g => (g.Key.ToString("MM-dd", CultureInfo.InvariantCulture), g.Count(s => !s.Evaluation.Passed), g.Count()))]);

    /// <summary>Share met in full of each agent and item; agents with the most evaluations.</summary>
    public IReadOnlyList<(string Agent, IReadOnlyDictionary<string, Rate> Items)> Heat(IReadOnlyList<Scored> scored, QaFormBody form, int most)
    {
        var now = clock.GetUtcNow();
        return [.. scored.GroupBy(s => s.Evaluation.Agent).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(most)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyDictionary<string, Rate>)form.Criteria.ToDictionary(c => c.Code, c => ItemRates.Of(c.Code, g.Select(s => s.Evaluation), now))))];
    }

    private static DateOnly Week(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static string KeyOf(Scored s, RateBy by) => by switch
    {
        RateBy.Agent => s.Evaluation.Agent,
        RateBy.Vendor => s.Contract.ToString(),
        RateBy.Outlet => s.Outlet.ToString(),
        RateBy.Reason => s.Reason ?? "",
        RateBy.Hour => s.Hour.ToString("00", CultureInfo.InvariantCulture),
        _ => s.Channel.ToString(),
    };
}
