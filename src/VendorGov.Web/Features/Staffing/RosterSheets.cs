using VendorGov.Documents.Tables;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Staffing;

/// <summary>The tables of this capability that people upload, and how each is read.</summary>
internal static class RosterSheets
{
    public static readonly SheetForm Roster = new("排班", "Roster",
    [
        new("agent", "工号", "Agent", true), new("date", "日期", "Date", true, TemplateKind.Date), new("shift", "班次", "Shift", true), new("channel", "渠道", "Channel"),
    ]);

    public static readonly SheetForm Presence = new("在岗", "Presence",
    [
        new("agent", "工号", "Agent", true), new("date", "日期", "Date", true, TemplateKind.Date), new("present", "在岗时段", "Present", true), new("breaks", "恢复休息", "Recovery breaks"),
    ]);

    public static readonly SheetForm Requirement = new("需求", "Requirement",
    [
        new("outlet", "网点编码", "Outlet", true), new("channel", "渠道", "Channel", true), new("date", "日期", "Date", true, TemplateKind.Date),
        new("time", "时段", "Half hour", true), new("volume", "预测量", "Forecast", Kind: TemplateKind.Whole), new("heads", "需求人数", "Required heads", Kind: TemplateKind.Whole),
        new("handling", "平均处理时长(秒)", "Handling seconds", Kind: TemplateKind.Whole),
    ]);

    /// <summary>A shift that runs over midnight adds to the next date.</summary>
    public static List<ShiftEntry> Shifts(IEnumerable<SheetRow> rows, IReadOnlyDictionary<string, Agent> agents, StaffContract desk)
    {
        var days = new Dictionary<(Guid, DateOnly), ShiftEntry>();
        var seen = new HashSet<(string, DateOnly)>();
        foreach (var row in rows)
        {
            if (Agent(row, agents) is not { } agent || Day(row, desk.Today, "staffing.upload.past") is not { } date || !Once(row, agent, date, seen))
            {
                continue;
            }

            if (!ShiftText.TryParse(row.Of("shift"), out DayMask day, out DayMask next))
            {
                row.Problem("shift", "staffing.upload.shift");
                continue;
            }

            if (Channel(row, agent, desk) is { } channel)
            {
                Put(days, new ShiftEntry(agent, date, day, channel));
                if (!next.IsEmpty)
                {
                    Put(days, new ShiftEntry(agent, date.AddDays(1), next, channel));
                }
            }
        }

        return [.. days.Values];
    }

    public static List<PresenceEntry> Presences(IEnumerable<SheetRow> rows, IReadOnlyDictionary<string, Agent> agents, StaffContract desk)
    {
        var entries = new Dictionary<(Guid, DateOnly), PresenceEntry>();
        var seen = new HashSet<(string, DateOnly)>();
        foreach (var row in rows)
        {
            if (Agent(row, agents) is not { } agent || Day(row, null, "") is not { } date || !Once(row, agent, date, seen))
            {
                continue;
            }

            if (date > desk.Today)
            {
                row.Problem("date", "staffing.upload.ahead");
            }
            else if (Spans(row, "present") is { } present && Spans(row, "breaks") is { } breaks)
            {
                Join(entries, agent, date, present, breaks, desk.Today);
            }
        }

        return [.. entries.Values];
    }

    private static void Join(
        Dictionary<(Guid, DateOnly), PresenceEntry> entries, Agent agent, DateOnly date, IReadOnlyList<(int From, int To)> present,
        IReadOnlyList<(int From, int To)> breaks, DateOnly today)
    {
        for (var i = 0; i < 2 && date.AddDays(i) <= today; i++)
        {
            var (first, last) = (i * HalfHours.MinutesPerDay, (i + 1) * HalfHours.MinutesPerDay);
            DaySpans Cut(IReadOnlyList<(int From, int To)> spans, DaySpans? more) => DaySpans.Of(
                spans.Select(s => (Math.Max(s.From, first) - first, Math.Min(s.To, last) - first)).Concat(more?.Spans() ?? []));
            var known = entries.GetValueOrDefault((agent.Id, date.AddDays(i)));
            var entry = new PresenceEntry(agent, date.AddDays(i), Cut(present, known?.Present), Cut(breaks, known?.Breaks));
            if (i == 0 || !entry.Present.IsEmpty)
            {
                entries[(agent.Id, date.AddDays(i))] = entry;
            }
        }
    }

    private static void Put(Dictionary<(Guid, DateOnly), ShiftEntry> days, ShiftEntry entry)
    {
        var key = (entry.Agent.Id, entry.Date);
        days[key] = days.TryGetValue(key, out var known) ? known with { Scheduled = known.Scheduled.Or(entry.Scheduled) } : entry;
    }

    private static Agent? Agent(SheetRow row, IReadOnlyDictionary<string, Agent> agents)
    {
        var number = row.Demand("agent", Domain.Staffing.Agent.LongestNumber);
        if (agents.TryGetValue(number, out var agent))
        {
            return agent;
        }

        if (number.Length > 0)
        {
            row.Problem("agent", "staffing.upload.noAgent");
        }

        return null;
    }

    private static DateOnly? Day(SheetRow row, DateOnly? first, string tooEarly)
    {
        var date = row.Date("date", required: true);
        if (date < first)
        {
            row.Problem("date", tooEarly);
            return null;
        }

        return date;
    }

    private static bool Once(SheetRow row, Agent agent, DateOnly date, HashSet<(string, DateOnly)> seen)
    {
        if (!agent.WorksOn(date))
        {
            row.Problem("date", "staffing.upload.notEmployed");
            return false;
        }

        if (seen.Add((agent.Number, date)))
        {
            return true;
        }

        row.Problem("agent", "sheets.problem.twice");
        return false;
    }

    private static Channel? Channel(SheetRow row, Agent agent, StaffContract desk)
    {
        if (!row.Has("channel"))
        {
            return agent.Channels[0];
        }

        if (SheetRow.Named<Channel>(row.Of("channel")) is { } channel && desk.Contract.Channels.Contains(channel))
        {
            return channel;
        }

        row.Problem("channel", "staffing.upload.channel");
        return null;
    }

    private static IReadOnlyList<(int From, int To)>? Spans(SheetRow row, string key)
    {
        if (ShiftText.TryParse(row.Of(key), out IReadOnlyList<(int From, int To)> spans))
        {
            return spans;
        }

        row.Problem(key, "staffing.upload.spans");
        return null;
    }

    /// <summary>One table per outlet, channel and date from rows of half hours; a half hour that is not named asks for nobody.</summary>
    public static List<RequirementEntry> Requirements(IEnumerable<SheetRow> rows, IReadOnlyDictionary<string, Outlet> outlets, StaffContract desk)
    {
        var places = new Dictionary<(OutletId, Channel, DateOnly), RequirementEntry>();
        foreach (var row in rows)
        {
            var known = outlets.TryGetValue(row.Demand("outlet", 40), out var outlet);
            var channel = SheetRow.Named<Channel>(row.Of("channel"));
            var date = Day(row, desk.Today.AddDays(1), "staffing.upload.begun");
            var inHour = HalfHours.TryParse(row.Of("time").Split('-', '~')[0], out var minute) && minute % HalfHours.Minutes == 0 && minute < HalfHours.MinutesPerDay;
            if (!known && row.Has("outlet"))
            {
                row.Problem("outlet", "staffing.upload.noOutlet");
            }

            if (channel is null || !desk.Contract.Channels.Contains(channel.Value))
            {
                row.Problem("channel", "staffing.upload.channel");
            }

            if (!inHour)
            {
                row.Problem("time", "staffing.upload.time");
            }

            var (volume, heads, handling) = (row.Whole("volume", 0, 10_000), row.Whole("heads", 0, 10_000), row.Whole("handling", 1, 7200));
            if (volume is null && heads is null)
            {
                row.Problem("volume", "staffing.upload.figures");
            }
            else if (known && channel is { } c && date is { } d && inHour)
            {
                var entry = places.TryGetValue((outlet!.Id, c, d), out var before) ? before : places[(outlet.Id, c, d)] = new RequirementEntry(outlet.Id, c, d);
                entry.Put(minute / HalfHours.Minutes, volume, heads, handling);
            }
        }

        return [.. places.Values];
    }
}
