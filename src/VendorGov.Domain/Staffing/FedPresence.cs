using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;

namespace VendorGov.Domain.Staffing;

/// <summary>A span that the direct feed tells of an agent. <paramref name="Channel"/> null: the agent's own.</summary>
public sealed record PresenceSpan(string Number, PresenceState State, Channel? Channel, DateTimeOffset From, DateTimeOffset To);

/// <summary>Spans of the direct feed, cut at local midnight, as days of agents.</summary>
public static class FedPresence
{
    /// <summary>Planned for less than this share of a half hour does not make it a planned one.</summary>
    private const int LeastPlanned = HalfHours.Minutes / 2;

    /// <param name="spans">Of one contract, from the day before <paramref name="from"/> on.</param>
    /// <param name="channelOf">The channel of an agent whose span names none.</param>
    /// <param name="idOf">The agent of a number; an empty key for a number that nobody has.</param>
    public static IReadOnlyList<AgentDayFact> Days(
        IEnumerable<PresenceSpan> spans, TimeZoneInfo zone, DateOnly from, DateOnly to, Func<string, Channel> channelOf, Func<string, Guid> idOf)
    {
        var pieces = spans.SelectMany(s => Pieces(s, zone)).Where(p => p.Date >= from && p.Date <= to)
            .GroupBy(p => (p.Span.Number, p.Date, Channel: p.Span.Channel ?? channelOf(p.Span.Number)));
        return [.. pieces.Select(g => new AgentDayFact(
            idOf(g.Key.Number), g.Key.Date, g.Key.Channel, Mask(Of(g, PresenceState.Scheduled)),
            Of(g, PresenceState.Present), Of(g, PresenceState.Break)))];
    }

    private readonly record struct Piece(PresenceSpan Span, DateOnly Date, int From, int To);

    private static DaySpans Of(IEnumerable<Piece> pieces, PresenceState state) =>
        DaySpans.Of(pieces.Where(p => p.Span.State == state).Select(p => (p.From, p.To)));

    private static DayMask Mask(DaySpans planned)
    {
        Span<int> minutes = stackalloc int[HalfHours.PerDay];
        minutes.Clear();
        planned.AddTo(minutes);
        var bits = 0UL;
        for (var i = 0; i < HalfHours.PerDay; i++)
        {
            bits |= minutes[i] >= LeastPlanned ? 1UL << i : 0;
        }

        return new DayMask(bits);
    }

    private static IEnumerable<Piece> Pieces(PresenceSpan span, TimeZoneInfo zone)
    {
        var (start, end) = (Wall(span.From, zone), Wall(span.To, zone));
        for (var date = DateOnly.FromDateTime(start); date <= DateOnly.FromDateTime(end); date = date.AddDays(1))
        {
            var midnight = date.ToDateTime(TimeOnly.MinValue);
            var first = Math.Max(0, (int)(start - midnight).TotalMinutes);
            var last = Math.Min(HalfHours.MinutesPerDay, (int)(end - midnight).TotalMinutes);
            if (first < last)
            {
                yield return new Piece(span, date, first, last);
            }
        }
    }

    private static DateTime Wall(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
