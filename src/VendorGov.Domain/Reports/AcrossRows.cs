using System.Globalization;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>The warnings that need more than one row: gaps, openings against closings, copied and unlikely values.</summary>
internal sealed class AcrossRows(ReportContext context, IReadOnlyList<CheckedRow> rows, FindingLog log)
{
    private const int CopiedDays = 5;
    private const int DaysForDeviation = 20;
    private const decimal Deviations = 3;

    /// <summary>Plans repeat from day to day by their nature.</summary>
    private static readonly HashSet<string> Planned = ["required_h", "scheduled_h"];

    public void Check()
    {
        var series = rows.Where(r => r.Sheet.IsDaily)
            .GroupBy(r => (r.Outlet, Channel: r.Channel!.Value))
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Date).ToList());
        CheckDays(series);
        CheckOutlets();
        foreach (var (key, days) in series)
        {
            CheckOpenings(key.Outlet, key.Channel, days);
            CheckFigures(key.Outlet, key.Channel, days);
        }

        CheckHeadcount();
    }

    private void CheckDays(Dictionary<(ReportOutlet, Channel), List<CheckedRow>> series)
    {
        var owed = context.Period.Days;
        foreach (var outlet in context.Outlets.Where(_ => series.Count > 0))
        {
            foreach (var channel in context.Contracted)
            {
                var days = series.GetValueOrDefault((outlet, channel))?.Count ?? 0;
                if (days < owed)
                {
                    log.Warn(ReportSheet.Daily, 0, "date", null, "days-missing", outlet.Code, $"%{channel}", Number(owed - days));
                }
            }
        }
    }

    private void CheckOutlets()
    {
        var reported = rows.Where(r => !r.Sheet.IsDaily).Select(r => r.Outlet).ToHashSet();
        foreach (var outlet in context.Outlets.Where(o => reported.Count > 0 && !reported.Contains(o)))
        {
            log.Warn(ReportSheet.Monthly, 0, "outlet", null, "outlet-missing", outlet.Code);
        }
    }

    private void CheckOpenings(ReportOutlet outlet, Channel channel, List<CheckedRow> days)
    {
        var closing = context.History.OpenTickets.TryGetValue((outlet.Code, channel), out var last) ? last : (decimal?)null;
        foreach (var day in days)
        {
            if (day["tickets_open_start"] is { } opening && closing is { } before && opening != before)
            {
                Warn(day, "tickets_open_start", opening, "opening-differs", CellText.Plain(opening), CellText.Plain(before));
            }

            closing = day["tickets_open_end"];
        }
    }

    private void CheckHeadcount()
    {
        foreach (var row in rows.Where(r => !r.Sheet.IsDaily))
        {
            var known = context.History.Headcount.TryGetValue(row.Outlet.Code, out var before);
            if (known && row["hc_start"] is { } opening && opening != before)
            {
                Warn(row, "hc_start", opening, "opening-differs", CellText.Plain(opening), CellText.Plain(before));
            }
        }
    }

    private void CheckFigures(ReportOutlet outlet, Channel channel, List<CheckedRow> days)
    {
        foreach (var field in ReportSchema.Default.Daily.Fields.Where(f => f.IsFigure))
        {
            if (!Planned.Contains(field.Name))
            {
                CheckCopied(field, days);
            }

            if (context.History.Figures.TryGetValue((outlet.Code, channel, field.Name), out var usual))
            {
                CheckUnusual(field, days, usual);
            }
        }
    }

    /// <summary>The same value on five days in a row or more; a run of zeros is ordinary.</summary>
    private void CheckCopied(ReportField field, List<CheckedRow> days)
    {
        var start = 0;
        for (var i = 1; i <= days.Count; i++)
        {
            var goes = i < days.Count
                && days[i].Figures[field.Index] == days[start].Figures[field.Index]
                && days[i].Date == days[i - 1].Date!.Value.AddDays(1);
            if (goes)
            {
                continue;
            }

            if (i - start >= CopiedDays && days[start].Figures[field.Index] is { } value and not 0)
            {
                WarnCopied(field, days[start], days[i - 1], i - start, value);
            }

            start = i;
        }
    }

    private void WarnCopied(ReportField field, CheckedRow first, CheckedRow last, int days, decimal value)
    {
        string[] args = [Number(days), $"#{first.Date:yyyy-MM-dd}", $"#{last.Date:yyyy-MM-dd}", first.Outlet.Code, $"%{first.Channel}"];
        log.Add(new ReportFinding(
            FindingLevel.Warn, first.Sheet.Name, first.Row, field.Name, CellText.Plain(value), "copied", args, last.Row));
    }

    private void CheckUnusual(ReportField field, List<CheckedRow> days, FigureHistory usual)
    {
        foreach (var day in days.Where(_ => usual.Days >= DaysForDeviation && usual.Deviation > 0))
        {
            if (day.Figures[field.Index] is { } value && Math.Abs(value - usual.Mean) > Deviations * usual.Deviation)
            {
                var mean = CellText.Plain(Math.Round(usual.Mean, 1, MidpointRounding.AwayFromZero));
                Warn(day, field.Name, value, "unusual", mean, Number(usual.Days));
            }
        }
    }

    private void Warn(CheckedRow row, string field, decimal value, string rule, params string[] args) =>
        log.Warn(row.Sheet.Name, row.Row, field, CellText.Plain(value), rule, args);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
