using System.Globalization;
using System.Text.Json;

namespace VendorGov.Domain.Reports;

/// <summary>
/// Columns beyond the template that hold a rate of the SLA catalogue. The portal computes rates from counts; a supplied one that
/// differs by more than 0.1 points is pointed out, and every other unknown column is named as not read.
/// </summary>
internal sealed class SuppliedRates
{
    private const decimal Tolerance = 0.1m;

    private static readonly Dictionary<string, Rate> Known = Load();

    private readonly List<(Rate Rate, int Column, string Header)> _columns = [];
    private readonly Dictionary<string, (int First, int Last, int Count, ReportFinding Finding)> _differing = [];

    private sealed record Rate(IReadOnlyList<string> Plus, IReadOnlyList<string> Minus, IReadOnlyList<string> Base, IReadOnlyList<string> BaseMinus);

    public void Begin(SheetHeader header, FindingLog log)
    {
        _columns.Clear();
        foreach (var (column, text) in header.Unknown)
        {
            if (header.Sheet.IsDaily && Known.TryGetValue(CellText.HeaderKey(text), out var rate))
            {
                _columns.Add((rate, column, text));
            }
            else
            {
                log.Warn(header.Sheet.Name, header.Row, text, null, "column-not-read");
            }
        }
    }

    public void Add(CheckedRow row, RowReading reading)
    {
        foreach (var (rate, column, header) in _columns)
        {
            if (Supplied(reading.Cell(column)) is not { } supplied || Computed(rate, row) is not { } computed)
            {
                continue;
            }

            if (Math.Abs(supplied - computed) > Tolerance)
            {
                Note(row, header, reading.Cell(column), supplied, computed);
            }
        }
    }

    public void Report(FindingLog log)
    {
        foreach (var (first, last, count, finding) in _differing.Values)
        {
            log.Add(finding with
            {
                LastRow = last == first ? null : last,
                Args = [.. finding.Args, count.ToString(CultureInfo.InvariantCulture)],
            });
        }
    }

    private void Note(CheckedRow row, string header, string cell, decimal supplied, decimal computed)
    {
        string[] args = [CellText.Plain(supplied), CellText.Plain(Math.Round(computed, 2, MidpointRounding.AwayFromZero))];
        var finding = new ReportFinding(FindingLevel.Warn, row.Sheet.Name, row.Row, header, cell, "rate-differs", args);
        var (first, _, count, kept) = _differing.GetValueOrDefault(header, (row.Row, row.Row, 0, finding));
        _differing[header] = (first, row.Row, count + 1, kept);
    }

    /// <summary>In percent: <c>91.3%</c>, <c>91.3</c> or, as a spreadsheet stores a percentage, <c>0.913</c>.</summary>
    private static decimal? Supplied(string text)
    {
        var clean = CellText.Clean(text);
        if (!decimal.TryParse(clean.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return !clean.EndsWith('%') && value <= 1 ? value * 100 : value;
    }

    private static decimal? Computed(Rate rate, CheckedRow row)
    {
        var all = rate.Plus.Concat(rate.Minus).Concat(rate.Base).Concat(rate.BaseMinus);
        if (all.Any(f => row[f] is null))
        {
            return null;
        }

        var whole = rate.Base.Sum(f => row[f]!.Value) - rate.BaseMinus.Sum(f => row[f]!.Value);
        return whole == 0 ? null : 100 * (rate.Plus.Sum(f => row[f]!.Value) - rate.Minus.Sum(f => row[f]!.Value)) / whole;
    }

    /// <summary>The catalogue's rates in percent whose numerator and denominator are differences of daily fields.</summary>
    private static Dictionary<string, Rate> Load()
    {
        using var stream = typeof(SuppliedRates).Assembly.GetManifestResourceStream("sla-catalogue.json")!;
        using var json = JsonDocument.Parse(stream);
        var rates = new Dictionary<string, Rate>();
        foreach (var metric in json.RootElement.GetProperty("metrics").EnumerateArray().Where(m => Text(m, "unit") == "%"))
        {
            if (Fields(Text(metric, "numerator")) is { } top && Fields(Text(metric, "denominator")) is { } bottom)
            {
                var rate = new Rate(top[..1], top[1..], bottom[..1], bottom[1..]);
                new[] { "code", "zh", "en" }.ToList().ForEach(name => rates.TryAdd(CellText.HeaderKey(Text(metric, name)), rate));
            }
        }

        return rates;
    }

    private static string Text(JsonElement metric, string property) => metric.GetProperty(property).GetString()!;

    private static string[]? Fields(string formula)
    {
        var names = formula.Split(" - ");
        return names.All(n => ReportSchema.Default.Daily.Find(n) is not null) ? names : null;
    }
}
