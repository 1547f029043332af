using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>
/// A piece of a waybill number, so that a part of it is found by an index of any engine: each run of six characters, and the last
/// four and five. Looked up by equality.
/// </summary>
public sealed class WaybillPart : IOutletOwned
{
    private const int Run = 6;
    private const int Shortest = 4;

    private WaybillPart()
    {
    }

    internal WaybillPart(Issue issue, string part)
    {
        (TenantId, VendorId, OutletId, IssueId, Part) = (issue.TenantId, issue.VendorId, issue.OutletId, issue.Id, part);
    }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public IssueId IssueId { get; private set; }

    public string Part { get; private set; } = "";

    /// <summary>What is stored for a number.</summary>
    public static IEnumerable<string> Of(string waybill)
    {
        var plain = Plain(waybill);
        return Runs(plain).Concat(Enumerable.Range(Shortest, Run - Shortest).Where(n => plain.Length >= n).Select(n => plain[^n..])).Distinct();
    }

    /// <summary>
    /// What must all be there for an issue to match; empty where the words are no part of a number. Up to five characters are
    /// the end of a number, six or more any part of it. In the order in which they stand.
    /// </summary>
    public static IReadOnlyList<string> Asked(string words)
    {
        var plain = Plain(words);
        return plain.Length < Shortest || plain.Count(char.IsAsciiDigit) < Shortest ? []
            : plain.Length < Run ? [plain]
            : [.. Runs(plain).Distinct()];
    }

    private static string Plain(string waybill) => string.Concat(waybill.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static IEnumerable<string> Runs(string plain) =>
        Enumerable.Range(0, Math.Max(0, plain.Length - Run + 1)).Select(i => plain.Substring(i, Run));
}
