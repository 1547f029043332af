namespace VendorGov.Domain.Reports;

/// <summary>Finds the outlets of a contract by the codes that people write.</summary>
internal sealed class OutletDirectory(IReadOnlyList<ReportOutlet> outlets)
{
    private readonly Dictionary<string, ReportOutlet> _byCode =
        outlets.ToDictionary(o => CellText.Clean(o.Code), StringComparer.OrdinalIgnoreCase);

    public ReportOutlet? Find(string code) => _byCode.GetValueOrDefault(CellText.Clean(code));

    /// <summary>The one outlet whose code is closest to <paramref name="code"/>, if it is at most two letters away.</summary>
    public ReportOutlet? Nearest(string code)
    {
        var clean = CellText.Clean(code).ToUpperInvariant();
        var near = outlets
            .Select(o => (Outlet: o, Distance: Distance(clean, o.Code.ToUpperInvariant())))
            .OrderBy(o => o.Distance)
            .Take(2)
            .ToList();
        var clear = near.Count > 0 && near[0].Distance <= 2 && (near.Count == 1 || near[1].Distance > near[0].Distance);
        return clear ? near[0].Outlet : null;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
