using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Search;

namespace VendorGov.Benchmarks.Load;

/// <summary>A row of an issue or of what hangs on it. <see cref="Keys"/>: the cells that hold keys of the issue's own rows.</summary>
internal sealed record TemplateRow(Shape Shape, object?[] Cells, int[] Keys);

/// <summary>An issue of the demo with its clocks, events, messages and words: what copies are made from, moved in time and with keys of their own.</summary>
internal sealed partial class IssueTemplate(Shape issues, object?[] issue, IReadOnlyList<TemplateRow> rows)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public bool IsOpen { get; } = issue[issues.At("State")] is not ("Closed" or "Withdrawn");

    /// <summary>A clock runs on behind the closed issue, as an investigation may for days: not for years.</summary>
    public bool Settled { get; } = rows.All(r => r.Shape.Name != "Obligations" || r.Cells[r.Shape.At("State")] is not ("Running" or "Breached" or "Paused"));

    public static IssueTemplate Of(Shape issues, object?[] issue, IEnumerable<(Shape Shape, object?[] Cells)> parts)
    {
        var all = parts.Prepend((Shape: issues, Cells: issue)).ToList();
        var own = all.Where(p => p.Shape.At("Id") >= 0).Select(p => (Guid)p.Cells[p.Shape.At("Id")]!).ToHashSet();
        return new IssueTemplate(issues, issue,
            [.. all.Select(p => new TemplateRow(p.Shape, p.Cells, [.. Enumerable.Range(0, p.Cells.Length).Where(i => p.Cells[i] is Guid g && own.Contains(g))]))]);
    }

    /// <summary>The same issue, so much earlier: every instant in every cell, also within documents and keys.</summary>
    public IssueTemplate Earlier(TimeSpan by)
    {
        var moved = rows.Select(r => r with { Cells = [.. r.Cells.Select((c, i) => r.Keys.Contains(i) ? Key((Guid)c!, by, 0) : Moved(c, by))] }).ToList();
        return new IssueTemplate(issues, moved[0].Cells, moved);
    }

    /// <summary>A copy with a number, waybills and keys of its own; words for the search only where asked for.</summary>
    public void Copy(Func<string, string> numberOf, bool searchable, bool grams, Action<string, object?[]> add)
    {
        var mask = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
        var filed = ((DateTime)issue[issues.At("FiledAt")]!).Add(Beijing);
        var (old, number) = ((string)issue[issues.At("Number")]!, numberOf(filed.ToString("yyMM", CultureInfo.InvariantCulture)));
        var waybills = Waybills();
        foreach (var row in rows)
        {
            if (row.Shape.Name == "SearchEntries" && !searchable)
            {
                continue;
            }

            var cells = (object?[])row.Cells.Clone();
            foreach (var i in row.Keys)
            {
                cells[i] = Key((Guid)cells[i]!, TimeSpan.Zero, mask);
            }

            Rename(row.Shape, cells, old, number, waybills, mask);
            add(row.Shape.Name, cells);
            if (row.Shape.Name == "SearchEntries" && grams)
            {
                AddGrams(row.Shape, cells, add);
            }
        }

        AddParts(mask, waybills, add);
    }

    private static void Rename(Shape shape, object?[] cells, string old, string number, List<string> waybills, long mask)
    {
        if (shape.Name == "Issues")
        {
            cells[shape.At("Number")] = number;
            cells[shape.At("Waybills")] = JsonSerializer.Serialize(waybills);
        }
        else if (shape.Name == "SearchEntries")
        {
            cells[shape.At("RowKey")] = (long)cells[shape.At("RowKey")]! ^ mask;
            cells[shape.At("Text")] = ((string)cells[shape.At("Text")]!).Replace(old, number, StringComparison.Ordinal);
        }
    }

    private static void AddGrams(Shape shape, object?[] cells, Action<string, object?[]> add)
    {
        foreach (var gram in SearchGram.In((string)cells[shape.At("Text")]!))
        {
            add("SearchGrams", [cells[shape.At("TenantId")], cells[shape.At("Id")], gram]);
        }
    }

    private void AddParts(long mask, List<string> waybills, Action<string, object?[]> add)
    {
        var id = Key((Guid)issue[issues.At("Id")]!, TimeSpan.Zero, mask);
        foreach (var part in waybills.SelectMany(WaybillPart.Of).Distinct())
        {
            add("WaybillParts", [issue[issues.At("TenantId")], issue[issues.At("VendorId")], issue[issues.At("OutletId")], id, part]);
        }
    }

    private List<string> Waybills() =>
        [.. JsonSerializer.Deserialize<List<string>>((string)issue[issues.At("Waybills")]!)!.Select(_ => FormattableString.Invariant($"YT{Random.Shared.NextInt64(1_000_000_000_000, 9_999_999_999_999)}"))];

    /// <summary>A key of version 7: its first 48 bits are a time, its last 64 are anybody's.</summary>
    private static Guid Key(Guid key, TimeSpan earlier, long mask)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        var time = 0L;
        foreach (var b in bytes[..6])
        {
            time = (time << 8) | b;
        }

        time -= (long)earlier.TotalMilliseconds;
        for (var (i, left) = (5, time); i >= 0; i--, left >>= 8)
        {
            bytes[i] = (byte)left;
        }

        BitConverter.TryWriteBytes(bytes[8..], BitConverter.ToInt64(bytes[8..]) ^ mask);
        return new Guid(bytes, bigEndian: true);
    }

    private static object? Moved(object? cell, TimeSpan by) => cell switch
    {
        DateTime at => at - by,
        DateOnly day => day.AddDays(-(int)by.TotalDays),
        string { Length: > 20 } text when text[0] is '{' or '[' => Instant().Replace(text, m =>
            DateTimeOffset.Parse(m.Value, CultureInfo.InvariantCulture).Subtract(by).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        _ => cell,
    };

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Instant();
}
