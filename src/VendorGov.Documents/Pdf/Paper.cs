using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace VendorGov.Documents.Pdf;

internal enum Side
{
    Left,
    Centre,
    Right,
}

/// <summary>
/// One A4 page to draw on, in millimetres from its top left corner; text sizes in points. Text never leaves the width that
/// it is given: it wraps or ends in an ellipsis.
/// </summary>
internal sealed class Paper : IDisposable
{
    public const double Width = 210, Height = 297, Margin = 18, Inner = Width - (2 * Margin), Bottom = Height - Margin - 4;

    private const double Point = 72 / 25.4;

    private readonly Dictionary<(double, bool), XFont> fonts;

    private readonly Tags tags;

    public Paper(PdfDocument document, Dictionary<(double, bool), XFont> fonts, Tags tags)
    {
        (this.fonts, this.tags) = (fonts, tags);
        Page = document.AddPage();
        Page.Width = XUnit.FromMillimeter(Width);
        Page.Height = XUnit.FromMillimeter(Height);
        Graphics = XGraphics.FromPdfPage(Page);
    }

    public PdfPage Page { get; }

    public XGraphics Graphics { get; }

    public Tags Tags => tags;

    public static double Pt(double millimetres) => millimetres * Point;

    public void Dispose() => Graphics.Dispose();

    /// <summary>One line with its baseline at <paramref name="y"/>, cut to <paramref name="width"/> with an ellipsis.</summary>
    public void Text(
        string text, double x, double y, double size, XColor color, double width = Inner, bool bold = false, Side side = Side.Left)
    {
        var font = Font(size, bold);
        var fitted = Lines.Fit(text, Pt(width), t => Graphics.MeasureString(t, font).Width);
        if (fitted.Length == 0)
        {
            return;
        }

        var room = side == Side.Left ? 0 : Pt(width) - Graphics.MeasureString(fitted, font).Width;
        var left = Pt(x) + (side == Side.Centre ? room / 2 : room);
        using var tag = tags.Words();
        Graphics.DrawString(fitted, font, new XSolidBrush(color), left, Pt(y));
    }

    /// <summary>Wrapped text; gives the baseline of the line below it. The last line allowed ends in an ellipsis.</summary>
    public double Paragraph(
        string text, double x, double y, double size, XColor color, double width, int lines, double leading, bool bold = false)
    {
        var font = Font(size, bold);
        using var tag = tags.Words();
        foreach (var line in Lines.Wrap(text, Pt(width), lines, t => Graphics.MeasureString(t, font).Width))
        {
            Graphics.DrawString(line, font, new XSolidBrush(color), Pt(x), Pt(y));
            y += leading;
        }

        return y;
    }

    /// <summary>Width in millimetres.</summary>
    public double Measure(string text, double size, bool bold = false) => Graphics.MeasureString(text, Font(size, bold)).Width / Point;

    public void Fill(double x, double y, double width, double height, XColor color, double radius = 0)
    {
        if (width > 0)
        {
            using var tag = tags.Decor();
            Graphics.DrawRoundedRectangle(
                new XSolidBrush(color), Pt(x), Pt(y), Pt(width), Pt(height), Pt(2 * radius), Pt(2 * radius));
        }
    }

    public void Frame(double x, double y, double width, double height, XColor color, double radius)
    {
        using var tag = tags.Decor();
        Graphics.DrawRoundedRectangle(
            new XPen(color, 0.7), Pt(x), Pt(y), Pt(width), Pt(height), Pt(2 * radius), Pt(2 * radius));
    }

    public void Rule(double x, double y, double width, XColor color, double weight = 0.5)
    {
        using var tag = tags.Decor();
        Graphics.DrawLine(new XPen(color, weight), Pt(x), Pt(y), Pt(x + width), Pt(y));
    }

    public void Tick(double x, double y, double height, XColor color, double weight)
    {
        using var tag = tags.Decor();
        Graphics.DrawLine(new XPen(color, weight), Pt(x), Pt(y), Pt(x), Pt(y + height));
    }

    /// <summary>A line through points in millimetres; what is missing leaves a gap.</summary>
    public void Line(IReadOnlyList<(double X, double Y)?> points, XColor color, double weight)
    {
        using var tag = tags.Decor();
        var pen = new XPen(color, weight) { LineJoin = XLineJoin.Round, LineCap = XLineCap.Round };
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i - 1] is var (x1, y1) && points[i] is var (x2, y2))
            {
                Graphics.DrawLine(pen, Pt(x1), Pt(y1), Pt(x2), Pt(y2));
            }
        }
    }

    public void Dot(double x, double y, double radius, XColor color)
    {
        using var tag = tags.Decor();
        Graphics.DrawEllipse(new XSolidBrush(color), Pt(x - radius), Pt(y - radius), Pt(2 * radius), Pt(2 * radius));
    }

    public void Link(string url, double x, double y, double width, double height) =>
        Page.AddWebLink(
            new PdfRectangle(Graphics.Transformer.WorldToDefaultPage(new XRect(Pt(x), Pt(y), Pt(width), Pt(height)))), url);

    /// <summary>A section head with its note at the right end; gives the y below it.</summary>
    public double Section(string title, double y, string note = "")
    {
        var width = Measure(title, 13, true);
        using (tags.Heading(2))
        {
            Text(title, Margin, y + 4.6, 13, Ink.Text, bold: true);
        }

        Text(note, Margin + width + 4, y + 4.6, 8.5, Ink.Third, Inner - width - 4, side: Side.Right);
        Rule(Margin, y + 7, Inner, Ink.StrongLine, 0.8);
        return y + 8.2;
    }

    /// <summary>Small grey heads of columns in a tinted band; gives the y below it.</summary>
    public double Heads(double y, params (string Text, double X, double Width, Side Side)[] heads)
    {
        Fill(Margin, y, Inner, 6, Ink.AccentSoft, 0.8);
        using var row = tags.Row(heads: true);
        foreach (var head in heads)
        {
            Text(head.Text, head.X, y + 4.1, 8, Ink.Second, head.Width, bold: true, side: head.Side);
        }

        return y + 6;
    }

    private XFont Font(double size, bool bold) => fonts.TryGetValue((size, bold), out var font)
        ? font
        : fonts[(size, bold)] = PdfFonts.Of(size, bold);
}
