using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>How a cell of a report is read.</summary>
public enum ReportFieldType
{
    Date,

    /// <summary>The code of an outlet.</summary>
    Code,

    /// <summary>One of <see cref="Contracts.Channel"/>.</summary>
    Channel,

    /// <summary>A whole number, 0 or more.</summary>
    Integer,

    /// <summary>A number, 0 or more; kept to 4 decimal places.</summary>
    Decimal,
}

/// <summary>
/// One column of a sheet. <paramref name="Index"/> counts the columns of its sheet from 0. <paramref name="RequiredIn"/> are the
/// channels whose rows must carry it; a row of another channel leaves it blank. Key columns and those of the sheet
/// <c>monthly</c> name every channel.
/// </summary>
public sealed record ReportField(
    int Index,
    string Name,
    string NameZh,
    string NameEn,
    IReadOnlyList<string> Aliases,
    ReportFieldType Type,
    IReadOnlySet<Channel> RequiredIn)
{
    /// <summary>Date, outlet and channel say what a row is about; all others are figures.</summary>
    public bool IsFigure => Type is ReportFieldType.Integer or ReportFieldType.Decimal;
}
