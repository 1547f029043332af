using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace VendorGov.Documents.Pdf;

/// <summary>
/// The structure that a screen reader follows: a section a page, headings, tables with rows and cells, pictures with words in their stead; whatever
/// else is drawn is decoration. No claim to PDF/UA is made, as nothing here validates it.
/// </summary>
internal sealed class Tags
{
    private readonly StructureBuilder builder;
    private bool inSection, inTable, inRow, inHeads, inLeaf;

    public Tags(PdfDocument document, string language)
    {
        var manager = UAManager.ForDocument(document);
        manager.SetDocumentLanguage(language);
        builder = manager.StructureBuilder;
    }

    /// <summary>The next page's section; ends the one before.</summary>
    public void Section()
    {
        EndSection();
        builder.BeginElement(PdfGroupingElementTag.Section);
        inSection = true;
    }

    public void EndSection()
    {
        EndTable();
        if (inSection)
        {
            builder.End();
            inSection = false;
        }
    }

    /// <summary>Text: a cell within a row, else a paragraph; within a heading or a picture nothing of its own.</summary>
    public IDisposable Words() => inLeaf ? Scope.None
        : Leaf(() => builder.BeginElement(!inRow ? Outside() : inHeads ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell));

    /// <summary>Lines and areas that say nothing by themselves.</summary>
    public IDisposable Decor() => inLeaf ? Scope.None : Leaf(builder.BeginArtifact);

    public IDisposable Heading(int level) => Leaf(() =>
    {
        EndTable();
        builder.BeginElement(level == 1 ? PdfBlockLevelElementTag.Heading1 : PdfBlockLevelElementTag.Heading2);
    });

    /// <summary>A picture with what it says, in millimetres.</summary>
    public IDisposable Figure(string words, double x, double y, double width, double height) => Leaf(() =>
    {
        EndTable();
        builder.BeginElement(
            PdfIllustrationElementTag.Figure, words, new XRect(Paper.Pt(x), Paper.Pt(Paper.Height - y - height), Paper.Pt(width), Paper.Pt(height)));
    });

    /// <summary>A row of the table that is open, or of a new one.</summary>
    public IDisposable Row(bool heads = false)
    {
        if (heads || !inTable)
        {
            EndTable();
            builder.BeginElement(PdfBlockLevelElementTag.Table);
            inTable = true;
        }

        builder.BeginElement(PdfBlockLevelElementTag.TableRow);
        (inRow, inHeads) = (true, heads);
        return new Scope(() =>
        {
            builder.End();
            (inRow, inHeads) = (false, false);
        });
    }

    private PdfBlockLevelElementTag Outside()
    {
        EndTable();
        return PdfBlockLevelElementTag.Paragraph;
    }

    private void EndTable()
    {
        if (inTable)
        {
            builder.End();
            inTable = false;
        }
    }

    private Scope Leaf(Action begin)
    {
        begin();
        inLeaf = true;
        return new Scope(() =>
        {
            builder.End();
            inLeaf = false;
        });
    }

    private sealed class Scope(Action? end) : IDisposable
    {
        public static readonly Scope None = new(null);

        public void Dispose() => end?.Invoke();
    }
}
