using System.Globalization;
using PdfSharp.Drawing;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>Heat map of staffing: a row an outlet, a column a day, each cell the share of the required hours that was covered. Figures stand where it was short.</summary>
internal static class CoverageMap
{
    private const double Left = Paper.Margin, NameWidth = 30, RowHeight = 5.2;
    private const int OutletsShown = 10;

    public static double Draw(Booklet booklet, Paper paper, double y)
    {
        var (content, words) = (booklet.Content, booklet.Words);
        y = paper.Section(words["pdf.coverage"], y, words["pdf.coverage-note"]) + 1.5;
        var days = Days(content);
        if (days.Count == 0 || !YearMonth.TryParse(content.Month, out var month))
        {
            paper.Text(words["pdf.coverage-none"], Left + 1.5, y + 4.6, 9, Ink.Third);
            return y + 6;
        }

        var outlets = days.GroupBy(d => d.Outlet).OrderBy(g => g.Sum(d => d.Covered) / g.Sum(d => d.Required)).ToList();
        var shown = outlets.Take(OutletsShown).ToList();
        var height = 4 + (shown.Count * RowHeight);
        using (paper.Tags.Figure(InWords(booklet, shown), Left, y, Paper.Inner, height))
        {
            var last = month.LastDay.Day;
            var width = (Paper.Inner - NameWidth) / last;
            for (var day = 1; day <= last; day++)
            {
                paper.Text(day.ToString(CultureInfo.InvariantCulture), CellX(day, width), y + 2.6, 6, Ink.Third, width, side: Side.Centre);
            }

            var row = y + 3.6;
            foreach (var outlet in shown)
            {
                paper.Text(NameOf(booklet, outlet.Key), Left, row + 3.6, 8, Ink.Text, NameWidth - 2);
                foreach (var day in outlet)
                {
                    Cell(paper, CellX(day.Date.Day, width), row, width, day.Covered / day.Required);
                }

                row += RowHeight;
            }
        }

        y += height + 1.5;
        return Legend(booklet, paper, y, outlets.Count - shown.Count);
    }

    private static double CellX(int day, double width) => Left + NameWidth + ((day - 1) * width);

    private static void Cell(Paper paper, double x, double y, double width, decimal share)
    {
        var (soft, ink) = Look(share);
        paper.Fill(x + 0.15, y, width - 0.3, RowHeight - 0.4, soft, 0.4);
        if (share < 1)
        {
            paper.Text(Math.Floor(100 * share).ToString("0", CultureInfo.InvariantCulture), x, y + 3.4, 6, ink, width, true, Side.Centre);
        }
    }

    private static (XColor Soft, XColor Ink) Look(decimal share) => share switch
    {
        >= 1 => (Ink.GoodSoft, Ink.Good),
        >= 0.95m => (Ink.FairSoft, Ink.Fair),
        _ => (Ink.BadSoft, Ink.Bad),
    };

    private static double Legend(Booklet booklet, Paper paper, double y, int left)
    {
        var x = Left + NameWidth;
        foreach (var (soft, key) in new[] { (Ink.GoodSoft, "pdf.cover-full"), (Ink.FairSoft, "pdf.cover-near"), (Ink.BadSoft, "pdf.cover-short") })
        {
            var words = booklet.Words[key];
            paper.Fill(x, y + 0.4, 3, 2.6, soft, 0.4);
            paper.Text(words, x + 4, y + 2.7, 7.5, Ink.Third, 40);
            x += 9 + paper.Measure(words, 7.5);
        }

        if (left > 0)
        {
            paper.Text(booklet.Words["pdf.coverage-rest", left], x, y + 2.7, 7.5, Ink.Third, Paper.Width - Paper.Margin - x, side: Side.Right);
        }

        return y + 4;
    }

    private static string InWords(Booklet booklet, List<IGrouping<string, Day>> outlets) => booklet.Words["pdf.coverage"] + ": " + string.Join(
        booklet.Words["pdf.list-comma"], outlets.Select(o => $"{NameOf(booklet, o.Key)} {Figures.Fixed(100 * o.Sum(d => d.Covered) / o.Sum(d => d.Required), 1)}%"));

    private static string NameOf(Booklet booklet, string outlet) =>
        outlet.Length == 0 ? booklet.Words["pdf.all-outlets"] : booklet.Content.Outlets.FirstOrDefault(o => o.Code == outlet)?.Name ?? outlet;

    /// <summary>From rosters and presence, else from the vendor's report; at most what was required counts, half hour by half hour where it is known.</summary>
    private static List<Day> Days(ScorecardContent content)
    {
        var own = (content.StaffRows ?? []).Where(Has).ToList();
        return [.. (own.Count > 0 ? own : content.ReportRows.Where(Has))
            .GroupBy(r => (r.OutletCode, r.Date!.Value))
            .Select(g => new Day(g.Key.OutletCode, g.Key.Value, g.Sum(r => Math.Min(r.Figures["staffed_h"], r.Figures["required_h"])), g.Sum(r => r.Figures["required_h"])))
            .Where(d => d.Required > 0).OrderBy(d => d.Date)];
    }

    private static bool Has(ReportFact row) => row is { Sheet: "daily", Date: not null } && row.Figures.ContainsKey("staffed_h") && row.Figures.ContainsKey("required_h");

    private sealed record Day(string Outlet, DateOnly Date, decimal Covered, decimal Required);
}
