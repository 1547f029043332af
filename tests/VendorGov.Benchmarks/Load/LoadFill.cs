using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Engines;
using VendorGov.Data.Saving;
using VendorGov.Db.PostgreSql;
using VendorGov.Db.Sqlite;

namespace VendorGov.Benchmarks.Load;

/// <summary>
/// Fills a database with so many issues: copies of the demo's, over two years and all its outlets, vendors and kinds, each with clocks, events, messages,
/// checklist, waybills and words. About one in seventy is open, as many as are filed in ten days. <c>fill DEMO.db ISSUES [POSTGRES]</c>; with a
/// connection string the demo itself is taken there first, into migrated empty tables. Called by tests/load.
/// </summary>
internal sealed class LoadFill(BulkTarget target, IReadOnlyList<Shape> shapes, bool grams)
{
    private const int Weeks = 104;
    private const double OpenShare = 0.014;

    /// <summary>The words of the latest so many issues can be found: pieces of two characters are 130 rows an issue on PostgreSQL.</summary>
    private const int Searchable = 50_000;

    private static readonly string[] Tables =
        ["Issues", "Obligations", "IssueMessages", "IssueEvents", "Attachments", "ChecklistItems", "IssueFollowers", "SearchEntries"];

    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, List<object?[]>> _batch = [];

    public static int Run(string[] args)
    {
        var (file, issues) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();
        using var source = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        source.Open();
        if (args.Length > 2)
        {
            using var postgres = new PostgreSqlTarget(args[2]);
            var shapes = ShapesOf(new PostgreSqlEngine(), args[2]);
            foreach (var shape in shapes)
            {
                postgres.Write(shape, shape.Read(source));
            }

            new LoadFill(postgres, shapes, grams: true).Fill(source, issues);
            postgres.Run("VACUUM ANALYZE");
        }
        else
        {
            using var sqlite = new SqliteTarget(file);
            new LoadFill(sqlite, ShapesOf(new SqliteEngine(), $"Data Source={file}"), grams: false).Fill(source, issues);
            sqlite.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Console.WriteLine(FormattableString.Invariant($"{issues} issues filled in {watch.Elapsed.TotalSeconds:0} s"));
        return 0;
    }

    private void Fill(SqliteConnection source, int issues)
    {
        var templates = Read(source);
        var (open, closed) = (templates.Where(t => t.IsOpen).ToList(), templates.Where(t => t is { IsOpen: false, Settled: true }).ToList());
        var wanted = issues - templates.Count;
        var openWanted = (int)(issues * OpenShare) - open.Count;
        target.DropIndexes(_batch.Keys);
        var left = wanted;
        for (var week = Weeks - 1; week >= 0; week--)
        {
            var share = week == 0 ? left - openWanted : (wanted - openWanted) / Weeks;
            Copies([.. closed.Select(t => t.Earlier(TimeSpan.FromDays(7 * week)))], share, ref left);
        }

        for (var round = 0; left > 0; round++)
        {
            Copies([.. open.Select(t => t.Earlier(TimeSpan.FromMinutes(round % 720)))], Math.Min(left, open.Count), ref left);
        }

        Flush();
        target.MakeIndexes();
    }

    private void Copies(List<IssueTemplate> templates, int count, ref int left)
    {
        for (var i = 0; i < count; i++)
        {
            // Spread over all of them, also where few are wanted.
            templates[(int)(i * 7919L % templates.Count)].Copy(Number, left-- <= Searchable, grams, (table, row) => _batch[table].Add(row));
            if (_batch["Issues"].Count >= 5_000)
            {
                Flush();
            }
        }
    }

    private string Number(string month)
    {
        var next = _numbers[month] = _numbers.GetValueOrDefault(month, 9_999) + 1;
        return FormattableString.Invariant($"WT-{month}-{next}");
    }

    private void Flush()
    {
        foreach (var shape in shapes.Where(s => _batch.TryGetValue(s.Name, out var rows) && rows.Count > 0))
        {
            target.Write(shape, _batch[shape.Name]);
            _batch[shape.Name].Clear();
        }
    }

    private List<IssueTemplate> Read(SqliteConnection source)
    {
        var issues = shapes.Single(s => s.Name == "Issues");
        var parts = new List<(Shape Shape, object?[] Cells)>();
        foreach (var shape in shapes.Where(s => Tables.Contains(s.Name)))
        {
            _batch[shape.Name] = [];
            parts.AddRange(shape == issues ? [] : shape.Read(source, "\"IssueId\" IS NOT NULL").Select(row => (shape, row)));
        }

        (_batch["WaybillParts"], _batch["SearchGrams"]) = ([], []);
        DemandOrder("WaybillParts", "TenantId", "VendorId", "OutletId", "IssueId", "Part");
        DemandOrder("SearchGrams", "TenantId", "EntryId", "Gram");
        var of = parts.ToLookup(p => (Guid)p.Cells[p.Shape.At("IssueId")]!);
        return [.. issues.Read(source).Select(issue => IssueTemplate.Of(issues, issue, of[(Guid)issue[issues.At("Id")]!]))];
    }

    private void DemandOrder(string table, params string[] columns)
    {
        var shape = shapes.Single(s => s.Name == table);
        if (!shape.Columns.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)))
        {
            throw new InvalidOperationException($"{table} has other columns than the load run knows.");
        }

        columns.CopyTo(shape.Columns, 0);
    }

    private static IReadOnlyList<Shape> ShapesOf(IDatabaseEngine engine, string connection)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        engine.Configure(options, connection);
        using var db = new AppDb(options.Options, new TenantScope(), new WriteGate(), TimeProvider.System);
        return Shape.AllOf(db);
    }
}
