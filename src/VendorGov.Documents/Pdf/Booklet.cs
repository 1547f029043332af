using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>The pages of one document with what they share: content, words, fonts, outline, footers.</summary>
internal sealed class Booklet(PdfDocument document, ScorecardContent content, Words words, int expected) : IDisposable
{
    private readonly Tags tags = new(document, words.Tag);

    private readonly Dictionary<(double, bool), XFont> fonts = [];

    private readonly List<Paper> pages = [];

    public ScorecardContent Content { get; } = content;

    public Words Words { get; } = words;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(content.TimeZone);

    public string Month => MonthName(Content.Month);

    /// <summary>A new page with its heading and an entry in the outline.</summary>
    public Paper Page(string title)
    {
        var paper = new Paper(document, fonts, tags);
        pages.Add(paper);
        document.Outlines.Add(title, paper.Page, true);
        using (tags.Decor())
        {
            DrawFooter(paper, pages.Count);
        }

        tags.Section();
        return paper;
    }

    /// <summary>A page after the first: vendor and month stand small above its content, which begins at the y given.</summary>
    public (Paper Paper, double Y) Following(string title)
    {
        var paper = Page(title);
        using (tags.Decor())
        {
            paper.Text(Content.VendorName, Paper.Margin, 20, 9, Ink.Second, 90, true);
            paper.Text($"{Month} · {Words["pdf.kind"]}", Paper.Margin + 92, 20, 9, Ink.Third, Paper.Inner - 92, side: Side.Right);
        }

        return (paper, 25);
    }

    public string MonthName(string month)
    {
        if (!YearMonth.TryParse(month, out var parsed))
        {
            return month;
        }

        return Words.IsChinese
            ? $"{parsed.Year}年{parsed.Month}月"
            : parsed.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
    }

    public string Instant(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        return local.ToString(Words.IsChinese ? "M月d日 HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    public string Duration(long seconds)
    {
        var minutes = Math.Max(1, (seconds + 59) / 60);
        return minutes < 60
            ? Words["pdf.minutes", minutes]
            : minutes % 60 == 0 ? Words["pdf.hours", minutes / 60] : Words["pdf.hours-minutes", minutes / 60, minutes % 60];
    }

    public string Name(MetricResult metric) => Words.IsChinese ? metric.NameZh : metric.NameEn;

    public int Pages => pages.Count;

    /// <summary>Draws until the number of pages that the footers name is the number that there are: seldom more than once.</summary>
    public static byte[] Bind(ScorecardContent content, Words words, int expected, Action<PdfDocument, Booklet> draw)
    {
        while (true)
        {
            using var document = new PdfDocument();
            var booklet = new Booklet(document, content, words, expected);
            try
            {
                draw(document, booklet);
                booklet.tags.EndSection();
            }
            finally
            {
                booklet.Dispose();
            }

            if (booklet.Pages == expected)
            {
                using var stream = new MemoryStream();
                document.Save(stream, false);
                return stream.ToArray();
            }

            expected = booklet.Pages;
        }
    }

    private void DrawFooter(Paper paper, int number)
    {
        const double Y = Paper.Height - 12;
        paper.Rule(Paper.Margin, Y - 4.5, Paper.Inner, Ink.Line);
        var left = $"{Content.ContractNumber} · {Content.Month} · {Words["pdf.revision", Content.Revision]}";
        paper.Text(left, Paper.Margin, Y, 7.5, Ink.Third, 120);
        paper.Text(Words["pdf.page", number, expected], Paper.Margin + 120, Y, 7.5, Ink.Third, Paper.Inner - 120, side: Side.Right);
    }

    public void Dispose() => pages.ForEach(x => x.Dispose());
}
