using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Excel;

/// <summary>
/// A scorecard as a workbook that anyone can check: the facts on their sheets, the figures as formulas over them, and what
/// the formulas come to stored beside them.
/// </summary>
public static class ScorecardWorkbook
{
    /// <param name="content">What the sheets say.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    public static byte[] Render(ScorecardContent content, string language) => Render(content, language, storeResults: true);

    internal static byte[] Render(ScorecardContent content, string language, bool storeResults)
    {
        using var book = new Book();
        var words = Words.Of(language);
        var summary = book.Add(words["sheet.summary"]);
        var metrics = book.Add(words["sheet.metrics"]);
        var obligations = ObligationSheet.Write(book, content, words);
        var report = ReportSheet.Write(book, words["sheet.report"], content.ReportRows, words);
        var feed = content.FeedRows is { Count: > 0 } days ? ReportSheet.Write(book, words["sheet.feed"], days, words) : null;
        var staff = content.StaffRows is { Count: > 0 } hours ? ReportSheet.Write(book, words["sheet.staff"], hours, words) : null;
        var quality = content.QualityRows is { Count: > 0 } scored ? ReportSheet.Write(book, words["sheet.quality"], scored, words) : null;
        var accuracy = content.AccuracyRows is { Count: > 0 } compared ? ReportSheet.Write(book, words["sheet.accuracy"], compared, words) : null;
        var exemptions = book.Add(words["sheet.exemptions"]);
        var credit = book.Add(words["sheet.credit"]);
        MetricSheet.Write(book, metrics, content, words, new MetricFormulas(content, new FactSheets(obligations, report, feed, staff, quality, accuracy)));
        CreditSheet.Write(book, credit, content, words);
        SummarySheet.Write(book, summary, content, words);
        NoteSheets.Exemptions(exemptions, content, words);
        DiagnosticsSheet.Write(book, book.Add(words["sheet.diagnostics"]), content, words, obligations, report, feed);
        NoteSheets.Notes(book.Add(words["sheet.notes"]), content, words);
        return book.Save(storeResults);
    }
}
