using System.Globalization;

namespace VendorGov.Documents.Reading;

public enum CellKind
{
    Blank,
    Text,
    Number,
    Date,
    Bool,
    /// <summary>A spreadsheet error such as <c>#N/A</c>; <see cref="TabularCell.Text"/> holds it.</summary>
    Error,
}

/// <summary>
/// One cell. <paramref name="Text"/> is what a person would type: numbers in invariant form, dates as
/// <c>yyyy-MM-dd</c> or <c>yyyy-MM-dd HH:mm:ss</c>. Cells of a csv file are always text. <paramref name="Formula"/>
/// is null for a value; the cell of a formula carries its stored value beside it.
/// </summary>
public readonly record struct TabularCell(
    CellKind Kind, string Text, decimal? Number = null, DateTime? Date = null, bool? Flag = null, string? Formula = null)
{
    public static TabularCell Blank { get; } = new(CellKind.Blank, "");

    public bool IsFormula => Formula is not null;

    public bool IsBlank => Kind == CellKind.Blank || (Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text));

    public static TabularCell OfText(string text) => text.Length == 0 ? Blank : new(CellKind.Text, text);

    public static TabularCell OfNumber(decimal number) =>
        new(CellKind.Number, number.ToString("0.############################", CultureInfo.InvariantCulture), number);

    /// <summary>A wall-clock date or instant, without a zone.</summary>
    public static TabularCell OfDate(DateTime date) => new(
        CellKind.Date,
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        Date: date);

    public static TabularCell OfFlag(bool flag) => new(CellKind.Bool, flag ? "TRUE" : "FALSE", Flag: flag);

    /// <summary>The number of a number cell, or of text that reads as one (full-width digits and group commas allowed).</summary>
    public decimal? AsNumber()
    {
        if (Kind != CellKind.Text)
        {
            return Number;
        }

        var plain = Text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        return decimal.TryParse(plain, Styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The date of a date cell, or of text in one of the forms that spreadsheets in China and ISO 8601 use.</summary>
    public DateTime? AsDate()
    {
        if (Kind != CellKind.Text)
        {
            return Date;
        }

        var plain = Text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return DateTime.TryParseExact(plain, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static readonly string[] DateForms =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日",
        "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss",
    ];
}

/// <summary>
/// A row that holds something. <paramref name="Number"/> counts from 1 as a spreadsheet shows it; empty trailing cells are cut.
/// </summary>
public sealed record TabularRow(string Sheet, int Number, IReadOnlyList<TabularCell> Cells)
{
    /// <summary>The cell in a column counted from 0; blank beyond the end of the row.</summary>
    public TabularCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : TabularCell.Blank;

    /// <summary>The letters of a column counted from 0: A, B, ... Z, AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }
}
