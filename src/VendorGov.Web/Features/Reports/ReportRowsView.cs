using VendorGov.Domain.Reports;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>One page of a sheet's rows, as text; columns that no row of the page fills are left out.</summary>
public sealed record ReportRowsView(string Sheet, IReadOnlyList<string> Head, IReadOnlyList<ReportRowsView.Line> Lines)
{
    public sealed record Line(int Row, string? Date, string Outlet, string? Channel, IReadOnlyList<string> Figures);

    public static ReportRowsView Of(string sheet, IReadOnlyList<(VendorReportRow Row, string Code, string Name)> rows, Text text)
    {
        var fields = ReportSchema.Default.Of(sheet).Fields
            .Where(f => f.IsFigure && rows.Any(r => r.Row.Figures.ContainsKey(f.Name)))
            .ToList();
        return new ReportRowsView(
            sheet,
            [.. fields.Select(f => text.Pick(f.NameZh, f.NameEn))],
            [.. rows.Select(r => new Line(
                r.Row.SheetRow,
                r.Row.Date is { } date ? text.Date(date) : null,
                $"{r.Code} {r.Name}",
                r.Row.Channel is { } channel ? text.Of(channel) : null,
                [.. fields.Select(f => r.Row.Figures.TryGetValue(f.Name, out var value) ? text.Number(value, 4) : Text.None)]))]);
    }
}
