using VendorGov.Domain.Reports;

namespace VendorGov.Documents.Excel;

/// <summary>Column names: those of the vendor report, and the portal's own.</summary>
internal static class ReportFields
{
    public static string Name(string field, Words words) =>
        ReportSchema.Default.FindField(field) is { } known ? words.IsChinese ? known.NameZh : known.NameEn 
            : Words.Keys.ContainsKey($"field.{field}") ? words[$"field.{field}"] : field;
}
