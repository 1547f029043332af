using VendorGov.Domain.Calendars;

namespace VendorGov.Domain.Obligations;

/// <summary>What a stretch of a clock was. Only Open and Late are counted time.</summary>
public enum SegmentKind
{
    Open,
    Closed,
    Paused,
    Exempt,
    /// <summary>Counted time beyond the target.</summary>
    Late,
}

/// <summary>A stretch of a clock. Counted and running total in ticks of business time.</summary>
public sealed record ClockSegment(DateTimeOffset From, DateTimeOffset To, SegmentKind Kind, long CountedTicks, long TotalTicks);

/// <summary>Why a deadline is what it is (SLA semantics 2.12): the segments from start to due, and on to the stop or now.</summary>
public static class ClockExplanation
{
    private const int MostSegments = 400;

    /// <param name="calendar">Without exempt windows; these come in <paramref name="windows"/>.</param>
    public static IReadOnlyList<ClockSegment> Explain(
        IReadOnlyList<ClockEvent> events, long targetTicks, BusinessCalendar calendar,
        IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> windows, DateTimeOffset now)
    {
        ClockEvent[] all = [.. events];
        var effective = calendar.Without(windows);
        var last = Clock.Evaluate(all, targetTicks, effective, now);
        var end = new[] { last.DueAt ?? now, last.StoppedAt ?? (last.State is ClockState.Running ? last.DueAt ?? now : now) }.Max();
        var cuts = all.Select(e => e.At).Append(end)
            .Concat(windows.SelectMany(w => new[] { w.From, w.To }))
            .Concat(last.DueAt is { } due ? [due] : [])
            .Concat(calendar.Boundaries(all[0].At, end).Take(MostSegments))
            .Concat(all.Where(e => e.Calendar is not null).SelectMany(e => e.Calendar!.Boundaries(e.At, end).Take(MostSegments)))
            .Where(at => at >= all[0].At && at <= end).Distinct().Order().ToList();
        return Segments(all, targetTicks, effective, windows, cuts);
    }

    private static List<ClockSegment> Segments(
        ClockEvent[] all, long target, BusinessCalendar calendar,
        IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> windows, List<DateTimeOffset> cuts)
    {
        var segments = new List<ClockSegment>();
        var before = 0L;
        for (var i = 1; i < cuts.Count; i++)
        {
            var (from, to) = (cuts[i - 1], cuts[i]);
            var reading = Clock.Evaluate(all, target, calendar, to);
            var counted = Math.Max(0, reading.ElapsedTicks - before);
            var exempt = windows.Any(w => w.From <= from && w.To >= to);
            var kind = counted > 0 ? (before >= reading.TargetTicks ? SegmentKind.Late : SegmentKind.Open)
                : exempt ? SegmentKind.Exempt
                : PausedAt(all, from) ? SegmentKind.Paused
                : SegmentKind.Closed;
            before += counted;
            segments.Add(new ClockSegment(from, to, kind, counted, before));
        }

        return Join(segments);
    }

    private static bool PausedAt(ClockEvent[] all, DateTimeOffset at)
    {
        var paused = false;
        foreach (var e in all.Where(e => e.At <= at))
        {
            paused = e.Kind switch
            {
                ClockEventKind.Pause or ClockEventKind.ConfirmPause or ClockEventKind.Stop => true,
                ClockEventKind.Resume or ClockEventKind.Reopen => false,
                _ => paused,
            };
        }

        return paused;
    }

    private static List<ClockSegment> Join(List<ClockSegment> segments)
    {
        var joined = new List<ClockSegment>();
        foreach (var s in segments)
        {
            if (joined.Count > 0 && joined[^1].Kind == s.Kind && joined[^1].To == s.From && s.Kind != SegmentKind.Open)
            {
                joined[^1] = joined[^1] with { To = s.To, CountedTicks = joined[^1].CountedTicks + s.CountedTicks, TotalTicks = s.TotalTicks };
            }
            else
            {
                joined.Add(s);
            }
        }

        return joined;
    }
}
