using VendorGov.Domain.Reports;

namespace VendorGov.Web.Shared;

/// <summary>Fields of the vendor's report as people know them.</summary>
public static class FieldNames
{
    /// <summary>The name of the field's column; null where the report has no such field.</summary>
    public static string? OfField(this Text text, string field) =>
        ReportSchema.Default.FindField(field) is { } known ? text.Pick(known.NameZh, known.NameEn) : null;
}
