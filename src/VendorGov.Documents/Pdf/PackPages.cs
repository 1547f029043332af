using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace VendorGov.Documents.Pdf;

/// <summary>The pages of a pack while they are drawn: where the next block stands.</summary>
internal sealed class PackPages(PdfDocument document, PackDocument content, Words words, int expected) : IDisposable
{
    private const double Left = Paper.Margin;
    private const double Foot = Paper.Height - 12;

    private readonly Tags tags = new(document, words.Tag);

    private readonly Dictionary<(double, bool), XFont> fonts = [];

    private readonly List<Paper> pages = [];

    private Paper paper = null!;

    private double y;

    public int Count => pages.Count;

    public void Begin()
    {
        Turn(content.Title);
        paper.Fill(0, 0, Paper.Width, 3, Ink.Accent);
        paper.Text(content.Tenant, Left, 18, 9.5, Ink.Second, 100);
        paper.Text(content.Kind, Left + 100, 18, 9.5, Ink.Accent, 74, true, Side.Right);
        y = content.Cover ? 92 : 30;
        using (tags.Heading(1))
        {
            y = paper.Paragraph(content.Title, Left, y, content.Cover ? 30 : 20, Ink.Text, Paper.Inner, 2, content.Cover ? 13 : 8.5, true);
        }

        y = paper.Paragraph(content.Subtitle, Left, y + (content.Cover ? 2 : -1), content.Cover ? 18 : 12, Ink.Second, Paper.Inner, 2, content.Cover ? 9 : 6);
        foreach (var fact in content.Facts)
        {
            y = paper.Paragraph(fact, Left, y + 1, 9.5, Ink.Third, Paper.Inner, 2, 4.8);
        }

        y += 3;
    }

    public void Section(PackSection section)
    {
        if (section.OnNewPage || y + 30 > Paper.Bottom)
        {
            Turn(section.Title);
        }
        else
        {
            y += 4;
            document.Outlines.Add(section.Title, paper.Page, true);
        }

        y = paper.Section(section.Title, y, section.Note) + 1;
        foreach (var block in section.Blocks)
        {
            Draw(block);
            y += 2;
        }
    }

    public void End(DocumentImprint imprint)
    {
        using (tags.Decor())
        {
            paper.Text($"{imprint.Product} · {imprint.SourceUrl}", Left, Foot + 4, 7, Ink.Third);
        }

        paper.Link(imprint.SourceUrl, Left, Foot + 1, 90, 4);
        tags.EndSection();
    }

    public void Dispose() => pages.ForEach(p => p.Dispose());

    /// <summary>A new page; after the first the title stands small above its content.</summary>
    private void Turn(string outline)
    {
        tags.EndSection();
        paper = new Paper(document, fonts, tags);
        pages.Add(paper);
        document.Outlines.Add(outline, paper.Page, true);
        y = 25;
        using (tags.Decor())
        {
            Frame();
        }

        tags.Section();
    }

    /// <summary>What stands on every page: footer and, after the first, the title.</summary>
    private void Frame()
    {
        paper.Rule(Left, Foot - 4.5, Paper.Inner, Ink.Line);
        paper.Text(content.Footer, Left, Foot, 7.5, Ink.Third, 120);
        paper.Text(words["pdf.page", pages.Count, expected], Left + 120, Foot, 7.5, Ink.Third, Paper.Inner - 120, side: Side.Right);
        if (pages.Count > 1)
        {
            paper.Text(content.Title, Left, 20, 9, Ink.Second, 100, true);
            paper.Text(content.Subtitle, Left + 102, 20, 9, Ink.Third, Paper.Inner - 102, side: Side.Right);
        }
    }

    private void Draw(PackBlock block)
    {
        switch (block)
        {
            case PackTable table:
                Table(table);
                break;
            case PackTrend trend:
                Room(50, "");
                PackCharts.Trend(paper, trend, Left, y, Paper.Inner, 46);
                y += 47;
                break;
            case PackBars bars:
                Room(10 + (bars.Bars.Count * 7), "");
                y = PackCharts.Bars(paper, bars, Left, y, Paper.Inner);
                break;
            case PackFigures figures:
                Room(20, "");
                y = PackCharts.Figures(paper, figures, Left, y, Paper.Inner);
                break;
            case PackText text:
                Room(12, "");
                y = paper.Paragraph(text.Text, Left, y + 4, 9.5, PackCharts.Ink(text.Tone), Paper.Inner, 6, 5) - 2;
                break;
            case PackBlanks blanks:
                Blanks(blanks);
                break;
        }
    }

    private bool Room(double height, string outline)
    {
        if (y + height <= Paper.Bottom)
        {
            return true;
        }

        Turn(outline.Length > 0 ? outline : content.Title);
        return false;
    }

    private void Table(PackTable table)
    {
        if (table.Rows.Count == 0)
        {
            paper.Text(table.Empty, Left, y + 5, 9.5, Ink.Second);
            y += 7;
            return;
        }

        var columns = Columns(table);
        Room(16, "");
        Heads(columns);
        foreach (var row in table.Rows)
        {
            var height = columns.Select((c, i) => Height(row[i], c.Width)).Max();
            if (!Room(height, ""))
            {
                Heads(columns);
            }

            using (tags.Row())
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    Cell(row[i], columns[i], height);
                }
            }

            paper.Rule(Left, y + height, Paper.Inner, Ink.Line, 0.4);
            y += height;
        }
    }

    private void Heads(List<(string Title, double X, double Width, bool Right)> columns) =>
        y = paper.Heads(y, [.. columns.Select(c => (c.Title, c.X + 1, c.Width - 2, c.Right ? Side.Right : Side.Left))]);

    private static List<(string Title, double X, double Width, bool Right)> Columns(PackTable table)
    {
        var (sum, x) = (table.Columns.Sum(c => c.Width), Left);
        var placed = new List<(string, double, double, bool)>();
        foreach (var column in table.Columns)
        {
            var width = Paper.Inner * column.Width / sum;
            placed.Add((column.Title, x, width, column.Right));
            x += width;
        }

        return placed;
    }

    private double Height(PackCell cell, double width) =>
        cell.Range is null && paper.Measure(cell.Text, 8.5, cell.Tone == PackTone.Strong) > width - 2 ? 9.8 : 6.2;

    private void Cell(PackCell cell, (string Title, double X, double Width, bool Right) column, double height)
    {
        if (cell.Filled)
        {
            paper.Fill(column.X + 0.4, y + 0.5, column.Width - 0.8, height - 1, PackCharts.Soft(cell.Tone), 0.6);
        }

        if (cell.Range is { } range)
        {
            PackCharts.Range(paper, range, column.X + 2, y + (height / 2), column.Width - 4);
            return;
        }

        var bold = cell.Tone is PackTone.Strong or PackTone.Bad;
        if (Height(cell, column.Width) > 7 && !column.Right)
        {
            paper.Paragraph(cell.Text, column.X + 1, y + 4, 8.5, PackCharts.Ink(cell.Tone), column.Width - 2, 2, 3.9, bold);
            return;
        }

        paper.Text(
            cell.Text, column.X + 1, y + (height / 2) + 1.1, 8.5, PackCharts.Ink(cell.Tone), column.Width - 2, bold,
            column.Right ? Side.Right : Side.Left);
    }

    private void Blanks(PackBlanks blanks)
    {
        foreach (var lead in blanks.Leads)
        {
            Room(12, "");
            paper.Text(lead, Left, y + 7, 9.5, Ink.Second, 70);
            paper.Rule(Left + (lead.Length == 0 ? 0 : Math.Min(72, paper.Measure(lead, 9.5) + 3)), y + 8, Paper.Inner - (lead.Length == 0 ? 0 : Math.Min(72, paper.Measure(lead, 9.5) + 3)), Ink.StrongLine, 0.6);
            y += 10;
        }
    }
}
