namespace VendorGov.Documents.Pdf;

/// <summary>How a cell looks; its words say the same.</summary>
public enum PackTone
{
    Plain,
    Muted,
    Strong,
    Good,
    Fair,
    Bad,
}

/// <summary>
/// A cell of a table. <paramref name="Filled"/> tints it in its tone. With <paramref name="Range"/> it is an interval on a scale of 50 to
/// 100, drawn in place of the text.
/// </summary>
public sealed record PackCell(string Text, PackTone Tone = PackTone.Plain, bool Filled = false, PackRange? Range = null);

public sealed record PackRange(decimal Low, decimal Value, decimal High);

/// <summary><paramref name="Width"/> is a share: the columns of a table fill its width.</summary>
public sealed record PackColumn(string Title, double Width, bool Right = false);

/// <summary>A piece of a page. Blocks follow each other down the pages.</summary>
public abstract record PackBlock;

/// <summary>A table goes on over pages and repeats its heads. Without rows the <paramref name="Empty"/> sentence stands in its place.</summary>
public sealed record PackTable(IReadOnlyList<PackColumn> Columns, IReadOnlyList<IReadOnlyList<PackCell>> Rows, string Empty) : PackBlock;

/// <summary>Values by label as a line, null values as gaps.</summary>
public sealed record PackTrend(IReadOnlyList<string> Labels, IReadOnlyList<decimal?> Values, decimal Low, decimal High) : PackBlock;

/// <summary>Bars with their count and cumulative share in percent.</summary>
public sealed record PackBars(IReadOnlyList<(string Name, int Count, decimal Cumulative)> Bars) : PackBlock;

/// <summary>A few big figures in a row.</summary>
public sealed record PackFigures(IReadOnlyList<(string Label, string Figure, PackTone Tone)> Figures) : PackBlock;

public sealed record PackText(string Text, PackTone Tone = PackTone.Plain) : PackBlock;

/// <summary>Ruled lines to write on, each led by its words.</summary>
public sealed record PackBlanks(IReadOnlyList<string> Leads) : PackBlock;

/// <summary>A heading with what stands under it; <paramref name="OnNewPage"/> begins a page.</summary>
public sealed record PackSection(string Title, string Note, IReadOnlyList<PackBlock> Blocks, bool OnNewPage = false);

/// <summary>
/// A document of sections, such as a ranking or a quarter's review: every word in it is ready to be read. <paramref name="Cover"/>: the
/// title fills a page of its own.
/// </summary>
public sealed record PackDocument(
    string Tenant, string Kind, string Title, string Subtitle, IReadOnlyList<string> Facts, IReadOnlyList<PackSection> Sections,
    string Footer, bool Cover = false);
