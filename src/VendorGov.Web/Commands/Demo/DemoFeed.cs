using System.Globalization;
using System.Text;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// The calls behind a month's report as the vendor's telephone system would have sent them: every count and every second of the
/// report again, but at one outlet some given-up calls that the report does not show. And the people behind them.
/// </summary>
internal static class DemoFeed
{
    private const string Head = "id,outlet,started_at,outcome,wait_s,talk_s,hold_s,acw_s,agent\n";
    private const int SlowWait = 34;

    /// <param name="daily">The report's daily sheet as csv.</param>
    /// <param name="hiding">The outlet whose report leaves out given-up calls.</param>
    public static byte[] CallsOf(byte[] daily, string hiding)
    {
        var lines = Encoding.UTF8.GetString(daily).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines[0].Split(',');
        var text = new StringBuilder(Head);
        foreach (var line in lines.Skip(1).Select(l => l.Split(',')).Where(l => l[2] == "voice"))
        {
            var row = head.Zip(line).Skip(3).Where(x => x.Second.Length > 0).ToDictionary(x => x.First, x => (int)decimal.Parse(x.Second, CultureInfo.InvariantCulture));
            new Day(text, line[0], line[1]).Write(row, hidden: line[1] == hiding ? row["offered"] / 20 : 0);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The daily sheet of a month taken over to the next one: the first outlets alone, up to a day.</summary>
    public static byte[] NextMonth(byte[] daily, DateOnly last, int outlets)
    {
        var lines = Encoding.UTF8.GetString(daily).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Skip(1).Select(l => l.Split(',')).ToList();
        var first = rows.Select(r => r[1]).Distinct().Take(outlets).ToHashSet();
        var taken = rows.Where(r => first.Contains(r[1]) && int.Parse(r[0][^2..], CultureInfo.InvariantCulture) <= last.Day)
            .Select(r => string.Join(',', r.Skip(1).Prepend(string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM}-{r[0][^2..]}"))));
        return Encoding.UTF8.GetBytes(string.Join('\n', taken.Prepend(lines[0])));
    }

    /// <summary>
    /// Who was there on some days of the month, from the first week into the last: as many people as the report's monthly sheet
    /// states, but at one outlet one fewer.
    /// </summary>
    public static byte[] PresenceOf(byte[] monthly, ReportPeriod month, string missing)
    {
        var text = new StringBuilder("agent,outlet,state,starts_at,ends_at\n");
        foreach (var cells in Encoding.UTF8.GetString(monthly).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')))
        {
            var people = int.Parse(cells[1], CultureInfo.InvariantCulture) + int.Parse(cells[2], CultureInfo.InvariantCulture) - (cells[0] == missing ? 1 : 0);
            for (var day = month.FirstDay.AddDays(2); day <= month.LastDay; day = day.AddDays(6))
            {
                for (var agent = 1; agent <= people; agent++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cells[0]}-{agent:00},{cells[0]},present,{day:yyyy-MM-dd} 09:00:00,{day:yyyy-MM-dd} 17:30:00\n");
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class Day(StringBuilder text, string date, string outlet)
    {
        /// <summary>How many of a hundred calls come in each hour from eight in the morning on.</summary>
        private static readonly int[] Rush = [6, 9, 10, 8, 6, 6, 7, 8, 8, 7, 7, 8, 6, 4];

        private int _number;

        public void Write(Dictionary<string, int> row, int hidden)
        {
            var (answered, fast) = (row["answered"], row["answered_20s"]);
            var slow = answered - fast;
            var fastWait = Math.Max(0, row["wait_s"] - (slow * SlowWait));
            // Calls that wait or are given up come when many call at once.
            var seconds = Seconds(answered + row["abandoned"] + hidden).OrderBy(Pressure).ToList();
            for (var i = 0; i < answered; i++)
            {
                var wait = i < fast ? Share(fastWait, fast, i) : SlowWait;
                Line(seconds[i], "answered", wait, $"{Share(row["talk_s"], answered, i)},{Share(row["hold_s"], answered, i)},{Share(row["acw_s"], answered, i)},{1001 + (_number % 12)}");
            }

            for (var i = 0; i < row["abandoned"] + hidden; i++)
            {
                Line(seconds[answered + i], "abandoned", i < row["short_abandon"] ? 3 : 46, ",,,");
            }
        }

        /// <summary>The whole, cut into equal parts whose sum is the whole again.</summary>
        private static int Share(int whole, int parts, int part) => (whole / parts) + (part < whole % parts ? 1 : 0);

        private static IEnumerable<int> Seconds(int count)
        {
            var all = Rush.Sum();
            for (var i = 0; i < count; i++)
            {
                var (hour, place) = (0, (i + 0.5) * all / count);
                while (place >= Rush[hour])
                {
                    place -= Rush[hour++];
                }

                yield return ((8 + hour) * 3600) + (int)(3600 * place / Rush[hour]);
            }
        }

        private static int Pressure(int second) => (100 * Rush[(second / 3600) - 8]) + (second * 7919 % 700);

        private void Line(int second, string outcome, int wait, string rest)
        {
            _number++;
            text.Append(CultureInfo.InvariantCulture, $"{date}-{outlet}-{_number:0000},{outlet},{date} {TimeSpan.FromSeconds(second):hh\\:mm\\:ss},{outcome},{wait},{rest}\n");
        }
    }
}
