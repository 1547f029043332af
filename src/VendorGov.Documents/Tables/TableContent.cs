namespace VendorGov.Documents.Tables;

/// <summary>A column of an exported list. Width in characters.</summary>
public sealed record TableColumn(string Title, double Width = 16);

/// <summary>
/// An exported list. Cells are text, numbers (decimal, int, long, double), <see cref="DateTime"/> on the wall clock,
/// <see cref="DateOnly"/>, bool or null; rows are as long as <paramref name="Columns"/> or shorter.
/// </summary>
public sealed record TableContent(string Name, IReadOnlyList<TableColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);
