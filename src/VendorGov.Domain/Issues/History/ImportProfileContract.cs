using System.Globalization;
using System.Text.Json;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Issues.History;

/// <summary>Reads the <c>contract</c> part of a profile: time zone, week, targets and metric weights.</summary>
internal static class ImportProfileContract
{
    private static readonly Dictionary<string, TargetUnit> Units = new(StringComparer.Ordinal)
    {
        ["minutes"] = TargetUnit.Minutes,
        ["hours"] = TargetUnit.Hours,
        ["workingDays"] = TargetUnit.WorkingDays,
        ["calendarDays"] = TargetUnit.CalendarDays,
    };

    public static ImportedContractTerms Read(JsonReading contract)
    {
        contract.OnlyProperties(["timeZone", "week", "targets", "metrics"]);
        return new ImportedContractTerms(
            new CalendarDefinition(Zone(contract), Week: Week(contract.Object("week"))), Targets(contract.Object("targets")),
            Metrics(contract));
    }

    public static string Zone(JsonReading owner)
    {
        var zone = owner.Text("timeZone");
        if (zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) owner.Report("timeZone", "time-zone", zone);
        return zone;
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Week(JsonReading week)
    {
        var days = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.Ordinal);
        foreach (var name in week.PropertyNames())
        {
            if (CalendarDefinition.Days.Contains(name)) days[name] = Spans(week, name);
            else week.Report(name, "weekday", name);
        }
        if (week.Exists && days.Count == 0) week.Report("", "never-open");
        return days;
    }

    private static List<IReadOnlyList<string>> Spans(JsonReading week, string day)
    {
        var spans = new List<IReadOnlyList<string>>();
        foreach (var (item, i) in week.Items(day).Select((item, i) => (item, i)))
        {
            var times = item.ValueKind == JsonValueKind.Array ? item.EnumerateArray().Select(time => time.ToString()).ToList() : [];
            if (times is [var from, var to] && IsWallTime(from) && (IsWallTime(to) || to == "24:00")) spans.Add(times);
            else week.Report($"{day}[{i}]", "span", item.ToString());
        }
        return spans;
    }

    private static bool IsWallTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Dictionary<Severity, SeverityTargets> Targets(JsonReading targets)
    {
        targets.OnlyProperties(Enum.GetNames<Severity>());
        var map = new Dictionary<Severity, SeverityTargets>();
        foreach (var severity in Enum.GetValues<Severity>())
        {
            var of = targets.Object(severity.ToString());
            of.OnlyProperties(["acknowledge", "resolve"]);
            map[severity] = new SeverityTargets(Target(of.Object("acknowledge")), null, null, null, Target(of.Object("resolve")));
        }
        return map;
    }

    private static Target Target(JsonReading target)
    {
        target.OnlyProperties(["amount", "unit", "business"]);
        var amount = target.Integer("amount", 1);
        var unit = target.Text("unit");
        if (unit.Length > 0 && !Units.ContainsKey(unit)) target.Report("unit", "unit", unit);
        return new Target(amount, Units.GetValueOrDefault(unit), target.Flag("business"));
    }

    private static List<MetricWeight> Metrics(JsonReading contract)
    {
        var list = new List<MetricWeight>();
        foreach (var (item, i) in contract.Items("metrics").Select((item, i) => (item, i)))
        {
            var metric = contract.Item("metrics", i, item);
            metric.OnlyProperties(["code", "weight"]);
            list.Add(new(metric.Text("code"), metric.Number("weight")));
            if (list[i].Code.Length > 0 && !MetricCatalogue.TryFind(list[i].Code, out _))
                metric.Report("code", "metric-unknown", list[i].Code);
            if (list.Take(i).Any(other => other.Code == list[i].Code)) metric.Report("code", "metric-twice", list[i].Code);
        }
        if (list.Count > 0 && list.Sum(metric => metric.Weight) != 100) contract.Report("metrics", "weights");
        return list;
    }
}
