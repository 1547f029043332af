using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>
/// One half hour: what stands in it, how good it is (class z1 bad to z5 good, z0 nothing asked), and whether it lies ahead. What has passed shows who
/// was there; what lies ahead, who is planned.
/// </summary>
public sealed record HeatCell(int Required, int Scheduled, decimal? Present, string Css, bool Ahead)
{
    public decimal? Heads => Ahead ? Scheduled : Present;
}

public sealed record HeatRow(DateOnly Date, IReadOnlyList<HeatCell> Cells);

/// <summary>A month of a desk; only the half hours in which anything is asked, planned or there.</summary>
public sealed record HeatMap(int First, int Last, IReadOnlyList<HeatRow> Rows)
{
    public static HeatMap? Of(IReadOnlyList<CoverageDay> days, StaffContract desk, YearMonth month)
    {
        var busy = Enumerable.Range(0, HalfHours.PerDay)
            .Where(i => days.Any(d => d.Required[i] + d.Scheduled[i] + d.PresentMinutes[i] > 0)).ToList();
        if (busy.Count == 0)
        {
            return null;
        }

        var byDate = days.ToDictionary(d => d.Date);
        var (first, last) = (busy[0], busy[^1]);
        var rows = Enumerable.Range(0, month.LastDay.Day).Select(n => month.FirstDay.AddDays(n))
            .Select(date => new HeatRow(date, [.. Enumerable.Range(first, last - first + 1).Select(i => Cell(byDate.GetValueOrDefault(date), i, desk.Passed(date)))]));
        return new HeatMap(first, last, [.. rows]);
    }

    private static HeatCell Cell(CoverageDay? day, int interval, int passed)
    {
        var ahead = passed < (interval + 1) * HalfHours.Minutes;
        if (day is null)
        {
            return new HeatCell(0, 0, null, "z0", ahead);
        }

        decimal? present = day.HasPresence && !ahead ? day.Present(interval) : null;
        var heads = ahead ? day.Scheduled[interval] : present;
        return new HeatCell(day.Required[interval], day.Scheduled[interval], present, Css(day.Required[interval], heads), ahead);
    }

    private static string Css(int required, decimal? heads) => required == 0 || heads is null ? "z0" : (heads.Value / required) switch
    {
        >= 1 => "z5",
        >= 0.95m => "z4",
        >= 0.9m => "z3",
        >= 0.75m => "z2",
        _ => "z1",
    };
}
