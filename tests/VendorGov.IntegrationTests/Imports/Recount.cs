using System.Globalization;
using System.IO.Compression;

namespace VendorGov.IntegrationTests.Imports;

/// <summary>What one incident's clocks must say, in minutes since 2016-01-01 UTC.</summary>
public sealed record Counted(
    string Key, string Vendor, string Outlet, int Priority, long AcknowledgeDue, bool AcknowledgeMet, long ResolveDue, bool ResolveMet)
{
    public static DateTimeOffset At(long minute) => Recount.Epoch.AddMinutes(minute);
}

/// <summary>
/// Recounts the log without any code of the product: reads the raw text, walks minute by minute, Monday to Friday 08:00-18:00
/// UTC, with the targets that stand in the issue.
/// </summary>
public static class Recount
{
    public static readonly DateTimeOffset Epoch = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int[] AcknowledgeMinutes = [0, 30, 60, 240, 480];
    private static readonly int[] ResolveMinutes = [0, 240, 480, 2400, 4800];
    private static readonly bool[] Open = OpenMinutes(days: 900);

    /// <summary>Met and due by vendor for the obligations of <paramref name="month"/>, Acknowledge then Resolve.</summary>
    public static SortedDictionary<string, (int AckMet, int AckDue, int ResMet, int ResDue)> ByVendor(
        IEnumerable<Counted> incidents, DateOnly month)
    {
        var table = new SortedDictionary<string, (int AckMet, int AckDue, int ResMet, int ResDue)>(StringComparer.Ordinal);
        foreach (var i in incidents)
        {
            var (ack, res) = (InMonth(i.AcknowledgeDue, month), InMonth(i.ResolveDue, month));
            if (!ack && !res)
            {
                continue;
            }

            var sum = table.GetValueOrDefault(i.Vendor);
            table[i.Vendor] = (
                sum.AckMet + (ack && i.AcknowledgeMet ? 1 : 0), sum.AckDue + (ack ? 1 : 0),
                sum.ResMet + (res && i.ResolveMet ? 1 : 0), sum.ResDue + (res ? 1 : 0));
        }

        return table;
    }

    public static List<Counted> File(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var head = reader.ReadLine()!.Split(',');
        var incidents = new Dictionary<string, List<string>>();
        while (reader.ReadLine() is { } line)
        {
            var key = line[..line.IndexOf(',', StringComparison.Ordinal)];
            if (!incidents.TryGetValue(key, out var lines))
            {
                incidents.Add(key, lines = []);
            }

            if (!lines.Contains(line))
            {
                lines.Add(line);
            }
        }

        return [.. incidents.Values.Select(lines => Incident(head, [.. lines.Select(l => l.Split(','))]))];
    }

    private static Counted Incident(string[] head, List<string[]> rows)
    {
        int Column(string name) => Array.IndexOf(head, name);
        var (state, group, location) = (Column("incident_state"), Column("assignment_group"), Column("location"));
        var (at, opened, priority) = (Column("sys_updated_at"), Column("opened_at"), Column("priority"));
        rows = [.. rows.OrderBy(r => Minute(r[at]))];
        var severity = int.Parse(rows[^1][priority], CultureInfo.InvariantCulture);
        var start = Minute(rows[0][opened]);
        var acknowledged = Minute(rows.First(r => r[state] != "New")[at]);
        var (ackDue, ackMet) = Clock(start, AcknowledgeMinutes[severity], [(acknowledged, false)]);
        var (resDue, resMet) = Clock(start, ResolveMinutes[severity], Changes(rows, state, at));
        return new Counted(
            rows[0][0], LastNamed(rows, group), LastNamed(rows, location), severity, ackDue, ackMet, resDue, resMet);
    }

    private static string LastNamed(List<string[]> rows, int column) => rows.LastOrDefault(r => r[column] != "?")?[column] ?? "Unassigned";

    /// <summary>When the Resolve clock starts to run again (true) or stands still (false).</summary>
    private static List<(long At, bool Runs)> Changes(List<string[]> rows, int state, int at)
    {
        var (changes, before) = (new List<(long At, bool Runs)>(), "runs");
        foreach (var row in rows)
        {
            var now = row[state] switch
            {
                "Resolved" or "Closed" => "over",
                "Awaiting User Info" => "waits",
                _ => "runs",
            };
            if (now != before)
            {
                changes.Add((Minute(row[at]), now == "runs"));
            }

            before = now;
        }

        return changes;
    }

    /// <summary>Walks the minutes. After the last change the incident is over; its deadline is still where it would have been.</summary>
    private static (long Due, bool Met) Clock(long start, int target, List<(long At, bool Runs)> changes)
    {
        var (spent, due, runs, next) = (0, -1L, true, 0);
        var minute = start;
        for (; next < changes.Count; minute++)
        {
            for (; next < changes.Count && changes[next].At <= minute; next++)
            {
                runs = changes[next].Runs;
            }

            if (next < changes.Count && runs && Open[minute] && ++spent == target)
            {
                due = minute + 1;
            }
        }

        var met = spent <= target;
        var counted = spent;
        for (minute--; due < 0; minute++)
        {
            if (Open[minute] && ++counted == target)
            {
                due = minute + 1;
            }
        }

        return (due, met);
    }

    private static bool InMonth(long minute, DateOnly month)
    {
        var at = Counted.At(minute);
        return at.Year == month.Year && at.Month == month.Month;
    }

    private static long Minute(string text) => (long)(DateTimeOffset.ParseExact(
        text, "d/M/yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - Epoch).TotalMinutes;

    private static bool[] OpenMinutes(int days)
    {
        var open = new bool[days * 1440];
        for (var day = 0; day < days; day++)
        {
            if (Epoch.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                Array.Fill(open, true, (day * 1440) + 480, 600);
            }
        }

        return open;
    }
}
