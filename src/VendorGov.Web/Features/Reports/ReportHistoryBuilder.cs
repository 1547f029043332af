using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Reports;

/// <summary>Condenses earlier accepted rows to closings, mean and standard deviation.</summary>
public static class ReportHistoryBuilder
{
    public static ReportHistory Of(
        IReadOnlyList<VendorReportRow> rows, VendorReportId? lastReport, IReadOnlyDictionary<OutletId, string> codes)
    {
        var known = rows.Where(r => codes.ContainsKey(r.OutletId)).ToList();
        var last = known.Where(r => r.ReportId == lastReport).ToList();
        return new ReportHistory(
            last.Where(r => r.Date is not null)
                .GroupBy(r => (codes[r.OutletId], r.Channel!.Value))
                .Select(g => (g.Key, Closing: Figure(g.MaxBy(r => r.Date)!, "tickets_open_end")))
                .Where(c => c.Closing is not null)
                .ToDictionary(c => c.Key, c => c.Closing!.Value),
            last.Where(r => r.Date is null && r.Figures.ContainsKey("hc_end"))
                .ToDictionary(r => codes[r.OutletId], r => r.Figures["hc_end"]),
            known.Where(r => r.Date is not null)
                .SelectMany(r => r.Figures.Select(f => (Key: (codes[r.OutletId], r.Channel!.Value, f.Key), f.Value)))
                .GroupBy(f => f.Key, f => f.Value)
                .ToDictionary(g => g.Key, g => Condensed([.. g])));
    }

    private static FigureHistory Condensed(List<decimal> values)
    {
        var mean = values.Average();
        var variance = values.Count < 2 ? 0 : values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        return new FigureHistory(mean, (decimal)Math.Sqrt((double)variance), values.Count);
    }

    private static decimal? Figure(VendorReportRow row, string field) =>
        row.Figures.TryGetValue(field, out var value) ? value : null;
}
