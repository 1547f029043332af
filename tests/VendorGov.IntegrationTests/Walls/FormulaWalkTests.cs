using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>Words that a spreadsheet would run stand in every text of every table; every list that can be taken away is taken away (ASVS 1.2.10).</summary>
public sealed partial class FormulaWalkTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const string Mark = "VGX";

    /// <summary>Lists that the walk must find at least: it would prove nothing if it saw few.</summary>
    private const int Least = 40;

    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private static readonly string[] Starts =
        ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u00A0=", "\u3000=", "\u200B=", "\uFEFF=", "\u200E=", "＝", "＋", "－", "＠", "+\u2060=", "-+-+", "\"="];

    private static readonly string[] Payloads = [.. Starts.SelectMany(s => new[] { $"{s}{Mark}(1)", $"{s}cmd|'/c {Mark}'!A0" })];

    [Fact]
    public async Task No_list_that_is_taken_away_holds_a_formula_that_somebody_wrote()
    {
        Assert.Equal(40, Payloads.Distinct().Count());
        using var gate = new WriteGate();
        await using var db = new AppDb(portal.Database.OptionsOf(portal.Database.UnwalledConnectionString), new TenantScope(), gate, portal.Clock);
        var texts = await Poison.SpreadAsync(db, Payloads, 0);
        List<string> live = [];
        var (lists, marked) = (0, 0);
        // Headquarters are shown the most; the full run looks at what each role takes away.
        foreach (var person in portal.Networks.Own.People.DistinctBy(p => p.Role).Where(p => Full || p.Role is Role.Headquarters or Role.VendorManager))
        {
            using var visitor = await portal.SignedInAsync(person);
            foreach (var (path, workbook, bytes) in await ListsAsync(visitor, live))
            {
                var (found, cells) = workbook ? OfWorkbook(bytes) : OfCsv(bytes);
                (lists, marked) = (lists + 1, marked + cells);
                live.AddRange(found.Select(f => $"{person.Role} {path}: {f}"));
            }
        }

        output.WriteLine($"{texts} texts in {Poison.Columns(db.Model).Count} columns; {lists} lists, {marked} cells with such words.");
        Assert.Empty(live);
        Assert.True(lists >= Least && marked > lists, $"{lists} lists, {marked} cells");
    }

    private static async Task<List<(string Path, bool Workbook, byte[] Bytes)>> ListsAsync(Visitor visitor, List<string> broken)
    {
        var (queue, seen, found) = (new Queue<string>(["/"]), new HashSet<string>(["/"]), new List<(string, bool, byte[])>());
        while (queue.TryDequeue(out var path))
        {
            using var answer = await visitor.Http.GetAsync(path);
            var type = answer.Content.Headers.ContentType?.MediaType;
            if ((int)answer.StatusCode >= 500)
            {
                broken.Add($"{path}: {(int)answer.StatusCode}");
            }
            else if (type is "text/csv" || type?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) == true)
            {
                found.Add((path, type != "text/csv", await answer.Content.ReadAsByteArrayAsync()));
            }
            else if (type == "text/html")
            {
                foreach (var link in (await Screen.ReadAsync(answer)).Links.Where(l => seen.Add(FormWalk.ShapeOf(l))))
                {
                    queue.Enqueue(link);
                }
            }
        }

        return found;
    }

    /// <summary>Formulas of the portal's own workbooks are none of theirs: the mark tells them apart.</summary>
    private static (IEnumerable<string> Live, int Cells) OfWorkbook(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var parts = zip.Entries.Select(e => (e.FullName, Text: new StreamReader(e.Open()).ReadToEnd())).ToList();
        var sheets = parts.Where(p => p.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList();
        var live = sheets.SelectMany(s => System.Xml.Linq.XDocument.Parse(s.Text).Descendants())
            .Where(e => e.Name.LocalName is "f" or "hyperlink" or "definedName" && e.ToString().Contains(Mark, StringComparison.Ordinal)).Select(e => e.ToString());
        return ([.. live, .. parts.Where(p => p.FullName.Contains("externalLink", StringComparison.OrdinalIgnoreCase)).Select(p => p.FullName)],
            parts.Sum(p => p.Text.Split(Mark).Length - 1));
    }

    private static (IEnumerable<string> Live, int Cells) OfCsv(byte[] bytes)
    {
        var cells = Cell().Matches(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')).Select(m => m.Groups[1].Value)
            .Select(c => c.StartsWith('"') ? c[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : c)
            .Where(c => c.Contains(Mark, StringComparison.Ordinal)).ToList();
        return (cells.Where(IsLive), cells.Count);
    }

    /// <summary>What a spreadsheet takes for the beginning once it has left away what it does not show.</summary>
    private static bool IsLive(string cell) => cell.FirstOrDefault(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    [GeneratedRegex("(?:^|,|\n)(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)")]
    private static partial Regex Cell();
}
