using PdfSharp.Pdf;

namespace VendorGov.Documents.Pdf;

/// <summary>A <see cref="PackDocument"/> as A4 pages with an outline. Safe to call in parallel.</summary>
public static class PackPdf
{
    static PackPdf() => PdfFonts.Register();

    /// <param name="content">What the pages say.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>: of the page numbers and the metadata.</param>
    /// <param name="imprint">Product and source link.</param>
    public static byte[] Render(PackDocument content, string language, DocumentImprint imprint)
    {
        // Drawn until the number of pages that the footers name is the number that there are: seldom more than twice.
        for (var expected = 2; ;)
        {
            using var document = new PdfDocument();
            Describe(document, content, language, imprint);
            var count = Draw(document, content, Words.Of(language), imprint, expected);
            if (count == expected)
            {
                using var stream = new MemoryStream();
                document.Save(stream, false);
                return stream.ToArray();
            }

            expected = count;
        }
    }

    private static void Describe(PdfDocument document, PackDocument content, string language, DocumentImprint imprint)
    {
        document.Info.Title = $"{content.Title} · {content.Subtitle}";
        document.Info.Author = content.Tenant;
        document.Info.Creator = imprint.Product;
        document.Language = Words.Of(language).Tag;
        document.ViewerPreferences.DisplayDocTitle = true;
        document.PageMode = PdfPageMode.UseOutlines;
        document.Options.CompressContentStreams = true;
    }

    private static int Draw(PdfDocument document, PackDocument content, Words words, DocumentImprint imprint, int expected)
    {
        using var pages = new PackPages(document, content, words, expected);
        pages.Begin();
        foreach (var section in content.Sections)
        {
            pages.Section(section);
        }

        pages.End(imprint);
        return pages.Count;
    }
}
