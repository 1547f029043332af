using PdfSharp.Pdf;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>What every document says about the software that drew it: the AGPL wants the source offered.</summary>
/// <param name="SourceUrl">Where the source is.</param>
/// <param name="Product">The software's name.</param>
/// <param name="Seal">Of a published document; null for a draft.</param>
public sealed record DocumentImprint(string SourceUrl, string Product, DocumentSeal? Seal = null);

/// <summary>What proves a published document: its seal, and the code by which anybody can check it.</summary>
public sealed record DocumentSeal(string Seal, string Code, string CheckUrl);

/// <summary>
/// A scorecard as A4 pages for a general manager. The one place that knows the PDF library: a record in, bytes out. Safe to
/// call in parallel.
/// </summary>
public static class ScorecardPdf
{
    private const int UsualPages = 5;

    static ScorecardPdf() => PdfFonts.Register();

    /// <param name="content">What the pages say.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="imprint">Product and source link of the last page.</param>
    public static byte[] Render(ScorecardContent content, string language, DocumentImprint imprint)
    {
        return Booklet.Bind(content, Words.Of(language), UsualPages, (document, booklet) =>
        {
            Describe(document, booklet, imprint);
            SummaryPage.Draw(booklet);
            MetricsPages.Draw(booklet);
            ObligationsPage.Draw(booklet);
            var diagnosed = PeoplePage.Draw(booklet);
            FactsPage.Draw(booklet, imprint, diagnosed);
        });
    }

    private static void Describe(PdfDocument document, Booklet booklet, DocumentImprint imprint)
    {
        var content = booklet.Content;
        document.Info.Title = $"{content.VendorName} · {booklet.Month} · {booklet.Words["pdf.kind"]}";
        document.Info.Author = content.TenantName;
        document.Info.Subject = $"{content.ContractNumber} {content.ContractTitle}";
        document.Info.Creator = imprint.Product;
        document.Language = booklet.Words.Tag;
        document.ViewerPreferences.DisplayDocTitle = true;
        document.PageMode = PdfPageMode.UseOutlines;
        document.Options.CompressContentStreams = true;
    }
}
