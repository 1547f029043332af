using System.Globalization;
using System.Text;
using VendorGov.Domain;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Staffing;

namespace VendorGov.Web.Commands.Demo;

/// <summary>What the portal knows of a month: the share of its random evaluations that passed, and the heads of the register, where there is one.</summary>
internal sealed record DemoKnown(double? Passed, Headcount? Heads);

/// <summary>
/// A vendor's monthly data report as the two csv files that it would upload; its figures follow the vendor's quality and agree with what the
/// portal knows.
/// </summary>
internal sealed class DemoReports(DemoPlan.VendorPlan plan)
{
    private static readonly string[] Daily =
    [
        "date", "outlet", "channel", "offered", "short_abandon", "abandoned", "answered", "answered_20s", "wait_s", "sessions",
        "first_reply_30s", "first_reply_s", "rounds", "rounds_3m", "handled", "repeat_72h", "talk_s", "hold_s", "acw_s",
        "tickets_open_start", "new", "reopened", "closed", "closed_24h", "tickets_open_end", "complaints", "closed_7d", "escalated",
        "emergencies", "reported_30m", "csat_sent", "responses", "satisfied", "qa_reviewed", "qa_passed", "qa_fatal", "required_h",
        "scheduled_h", "staffed_h", "adherent_h", "outage_min", "outage_n",
    ];

    private static readonly string[] Monthly = ["outlet", "hc_start", "hc_join", "hc_leave", "hc_end", "certified"];

    private readonly Dictionary<(string Outlet, string Channel), int> _open = [];
    private readonly Dictionary<string, int> _heads = [];
    private double _passed;

    public (byte[] Daily, byte[] Monthly) Of(YearMonth month, double quality, DemoKnown known)
    {
        _passed = known.Passed ?? quality;
        var random = new Random((month.Year * 100) + month.Month + plan.Code.Sum(c => c));
        var daily = new StringBuilder(string.Join(',', Daily)).Append('\n');
        for (var date = month.FirstDay; date <= month.LastDay; date = date.AddDays(1))
        {
            foreach (var outlet in plan.Outlets)
            {
                daily.Append(Line(date, outlet, "voice", Row(outlet, "voice", quality, random)));
                daily.Append(Line(date, outlet, "chat", Row(outlet, "chat", quality, random)));
            }
        }

        var monthly = new StringBuilder(string.Join(',', Monthly)).Append('\n');
        foreach (var (outlet, place) in plan.Outlets.Select((o, i) => (o, i)))
        {
            var (start, join, leave) = (22 + random.Next(8), random.Next(2), random.NextDouble() < (1 - quality) * 6 ? 1 + random.Next(2) : random.Next(2));
            if (known.Heads is { } heads)
            {
                var turn = (place + month.Month) % plan.Outlets.Length;
                (start, join, leave) = (_heads.GetValueOrDefault(outlet, Part(heads.Start, turn)), Part(heads.Joined, turn), Part(heads.Left, turn));
            }

            var end = start + join - leave;
            _heads[outlet] = end;
            var certified = quality > 0.95 || random.Next(4) > 0 ? end : end - 1;
            monthly.Append(CultureInfo.InvariantCulture, $"{outlet},{start},{join},{leave},{end},{certified}\n");
        }

        return (Encoding.UTF8.GetBytes(daily.ToString()), Encoding.UTF8.GetBytes(monthly.ToString()));
    }

    /// <summary>The rows of one week, under the same header.</summary>
    public static byte[] Within(byte[] daily, ReportPeriod week) => Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(daily).Split('\n')
        .Where((line, i) => i == 0 || (line.Length > 10
            && DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day && day >= week.FirstDay && day <= week.LastDay))));

    /// <summary>The whole, spread over the outlets so that the sum is the whole again.</summary>
    private int Part(int whole, int place) => (whole / plan.Outlets.Length) + (place < whole % plan.Outlets.Length ? 1 : 0);

    private static string Line(DateOnly date, string outlet, string channel, Dictionary<string, decimal> row) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{outlet},{channel},")
        + string.Join(',', Daily.Skip(3).Select(f => row.TryGetValue(f, out var v) ? v.ToString(CultureInfo.InvariantCulture) : "")) + "\n";

    private Dictionary<string, decimal> Row(string outlet, string channel, double quality, Random random)
    {
        int Part(int whole, double share) =>
            Math.Clamp((int)Math.Round(whole * (share + ((random.NextDouble() - 0.5) * 0.06))), 0, whole);

        var row = new Dictionary<string, decimal>();
        var volume = 60 + random.Next(50);
        if (channel == "voice")
        {
            var abandoned = volume - Part(volume, 0.955 + ((quality - 0.95) * 0.5));
            (row["offered"], row["abandoned"], row["answered"]) = (volume, abandoned, volume - abandoned);
            row["short_abandon"] = Part(abandoned, 0.3);
            row["answered_20s"] = Part(volume - abandoned, 0.83 + ((quality - 0.95) * 0.9));
            (row["wait_s"], row["talk_s"], row["hold_s"], row["acw_s"]) = (volume * 11, volume * 148, volume * 9, volume * 31);
            volume -= abandoned;
        }
        else
        {
            (row["sessions"], row["first_reply_30s"]) = (volume, Part(volume, 0.905 + ((quality - 0.95) * 0.8)));
            (row["first_reply_s"], row["rounds"]) = (volume * 17, volume * 6);
            row["rounds_3m"] = Part(volume * 6, 0.93 + ((quality - 0.95) * 0.5));
        }

        (row["handled"], row["repeat_72h"]) = (volume, Part(volume, 0.21 - ((quality - 0.9) * 0.8)));
        Tickets(row, outlet, channel, volume, Part, quality);
        var complaints = random.Next(3);
        (row["complaints"], row["closed_7d"], row["escalated"]) = (complaints, complaints, random.Next(900) == 0 ? 1 : 0);
        (row["emergencies"], row["reported_30m"]) = (0, 0);
        var responses = Part(volume / 2, 0.5);
        (row["csat_sent"], row["responses"], row["satisfied"]) = (volume / 2, responses, Part(responses, 0.9 + ((quality - 0.95) * 0.6)));
        var reviewed = 3 + (volume % 3);
        (row["qa_reviewed"], row["qa_passed"], row["qa_fatal"]) = (reviewed, Math.Min(reviewed, Math.Floor((decimal)((reviewed * _passed) + random.NextDouble()))), 0);
        Hours(row, quality, random);
        return row;
    }

    private void Tickets(Dictionary<string, decimal> row, string outlet, string channel, int volume, Func<int, double, int> part, double quality)
    {
        var fresh = volume / 6;
        var start = _open.GetValueOrDefault((outlet, channel), 6);
        var closed = start + fresh - 4 - (volume % 5);
        (row["tickets_open_start"], row["new"], row["reopened"], row["closed"]) = (start, fresh, 0, closed);
        row["closed_24h"] = Math.Min(fresh, part(fresh, 0.92 + ((quality - 0.95) * 0.5)));
        row["tickets_open_end"] = _open[(outlet, channel)] = start + fresh - closed;
    }

    private static void Hours(Dictionary<string, decimal> row, double quality, Random random)
    {
        var staffed = Math.Round((decimal)(28 * Math.Min(1.02, 0.965 + ((quality - 0.95) * 0.5) + ((random.NextDouble() - 0.5) * 0.04))), 1);
        (row["required_h"], row["scheduled_h"], row["staffed_h"]) = (28, 28.5m, staffed);
        row["adherent_h"] = Math.Round(28.5m * (decimal)Math.Min(0.99, 0.945 + ((quality - 0.95) * 0.4) + ((random.NextDouble() - 0.5) * 0.03)), 1);
        var outage = random.Next(160) == 0;
        (row["outage_min"], row["outage_n"]) = (outage ? 12 : 0, outage ? 1 : 0);
    }
}
