using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// What the direct feed says about one outlet, channel and local date, under the field names of the vendor's data report, so that the
/// same formulas and the same comparisons fit. A figure that the feed cannot tell is absent, never 0.
/// </summary>
public sealed record FeedDay(
    ContractId Contract, OutletId Outlet, Channel Channel, DateOnly Date, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>Sums the feed up by day, in the database: a month of half a million contacts is a few thousand rows here.</summary>
public static class FeedDays
{
    /// <summary>
    /// The days of these contracts between two local dates, both included. Where the buyer's side sends about an outlet and a channel
    /// too, its rows stand and the vendor's are left out.
    /// </summary>
    /// <param name="receivedBy">Only what had come in by then; a month that is recomputed later does not see late rows.</param>
    public static async Task<List<FeedDay>> ReadAsync(
        AppDb db, IReadOnlyCollection<ContractId> contracts, DateOnly from, DateOnly to, CancellationToken cancel,
        DateTimeOffset? receivedBy = null)
    {
        var until = receivedBy ?? DateTimeOffset.MaxValue;
        var contacts = db.FeedContacts.AsNoTracking()
            .Where(c => contracts.Contains(c.ContractId) && c.Date >= from && c.Date <= to && c.ReceivedAt <= until);
        var surveys = db.FeedSurveys.AsNoTracking()
            .Where(s => contracts.Contains(s.ContractId) && s.Date >= from && s.Date <= to && s.ReceivedAt <= until);
        var sums = Standing(await FeedSums.OfContacts(contacts).ToListAsync(cancel));
        var asked = Standing(await FeedSums.OfSurveys(surveys).ToListAsync(cancel));
        var traced = TracedContracts(sums);
        var repeats = traced.Count == 0 ? [] : Standing(await FeedSums.OfRepeats(db, contacts, until).ToListAsync(cancel));
        return Merge(sums, asked, repeats, traced);
    }

    private static List<FeedDay> Merge(
        List<FeedSums.Contacts> sums, List<FeedSums.Surveys> asked, List<FeedSums.Repeats> repeats, HashSet<ContractId> traced)
    {
        var days = new Dictionary<FeedSums.DayKey, Dictionary<string, decimal>>();
        Dictionary<string, decimal> Day(FeedSums.Row row) =>
            days.TryGetValue(row.Key, out var known) ? known : days[row.Key] = [];

        foreach (var row in sums)
        {
            row.Tell(Day(row), traced.Contains(row.Contract));
        }

        foreach (var row in repeats.Where(r => traced.Contains(r.Contract)))
        {
            Day(row)["repeat_72h"] = row.Count;
        }

        // A day without an invitation is 0 where the contract's surveys are fed at all, else unknown.
        foreach (var (key, figures) in days.Where(d => asked.Any(s => s.Contract == d.Key.Contract)))
        {
            (figures["csat_sent"], figures["responses"], figures["satisfied"]) = (0, 0, 0);
        }

        foreach (var row in asked)
        {
            var figures = Day(row);
            (figures["csat_sent"], figures["responses"], figures["satisfied"]) = (row.Sent, row.Responses, row.Satisfied);
        }

        return [.. days.Select(d => new FeedDay(d.Key.Contract, d.Key.Outlet, d.Key.Channel, d.Key.Date, d.Value))];
    }

    private static List<T> Standing<T>(List<T> rows) where T : FeedSums.Row =>
        [.. rows.GroupBy(r => (r.Contract, r.Outlet, r.Channel))
            .SelectMany(g => g.Any(r => r.Side == Side.Buyer) ? g.Where(r => r.Side == Side.Buyer) : g)];

    /// <summary>
    /// Repeats can be told only where contacts name waybill and reason; a feed in which fewer than half do would make every contact
    /// look like the last one.
    /// </summary>
    private static HashSet<ContractId> TracedContracts(List<FeedSums.Contacts> sums) =>
        [.. sums.GroupBy(s => s.Contract)
            .Where(g => g.Sum(s => s.Handled) is > 0 and var handled && 2 * g.Sum(s => s.Traceable) >= handled).Select(g => g.Key)];
}
