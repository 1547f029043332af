namespace VendorGov.Domain.Staffing;

/// <summary>
/// Shifts as people write them: <c>08:00-12:00,13:00-17:00</c> with any of <c>, ; 、 /</c> or a space between, and <c>- ~ 至</c> for "to". A span whose
/// end is not after its start runs over midnight.
/// </summary>
public static class ShiftText
{
    private static readonly char[] Between = [',', ';', '，', '；', '、', '/', ' '];
    private static readonly char[] To = ['-', '–', '—', '~', '～', '至'];

    /// <summary>Nothing, or a word for a day off, is an empty list. Minutes of the day; the end may lie beyond 1440.</summary>
    public static bool TryParse(string? text, out IReadOnlyList<(int From, int To)> spans)
    {
        var found = new List<(int, int)>();
        spans = found;
        foreach (var part in Words(text))
        {
            var ends = part.Split(To, StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !HalfHours.TryParse(ends[0], out var from) || !HalfHours.TryParse(ends[1], out var to) || from == HalfHours.MinutesPerDay)
            {
                return false;
            }

            found.Add((from, to <= from ? to + HalfHours.MinutesPerDay : to));
        }

        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for rosters: every end must be a full or half hour. The second mask is what runs into the next day.</summary>
    public static bool TryParse(string? text, out DayMask day, out DayMask next)
    {
        (day, next) = (DayMask.None, DayMask.None);
        if (!TryParse(text, out var spans) || spans.Any(s => s.From % HalfHours.Minutes != 0 || s.To % HalfHours.Minutes != 0))
        {
            return false;
        }

        foreach (var (from, to) in spans.Select(s => (s.From / HalfHours.Minutes, s.To / HalfHours.Minutes)))
        {
            day = day.Or(DayMask.Between(from, to));
            next = next.Or(DayMask.Between(0, to - HalfHours.PerDay));
        }

        return true;
    }

    private static string[] Words(string? text)
    {
        var plain = (text ?? "").Trim();
        return plain.ToLowerInvariant() is "" or "休" or "休息" or "off" or "-" or "–"
            ? []
            : plain.Replace(" - ", "-", StringComparison.Ordinal).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
