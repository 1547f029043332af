using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Retention;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.IntegrationTests.Imports;

public sealed class EventLogImportTests
{
    private static readonly string Sample = ImportPortal.Fixture("incidents-sample.csv");

    [Fact]
    public async Task A_second_import_of_the_same_file_adds_nothing()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var first = await portal.ImportAsync(Sample);
        var size = await portal.SizeAsync();

        var second = await portal.ImportAsync(Sample);

        Assert.Equal(size, await portal.SizeAsync());
        Assert.Equal((0, 0, 300), (second.Counts.IncidentsAdded, second.Counts.IncidentsUpdated, second.Counts.IncidentsUnchanged));
        Assert.Equal((0, first.Counts.RowsNew), (second.Counts.RowsNew, second.Counts.RowsKnown));
    }

    [Fact]
    public async Task A_longer_log_continues_its_incidents_and_their_issues_keep_key_and_number()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var whole = await ClocksOfWholeAsync();
        await portal.ImportAsync(portal.Write("sample.csv", Halves()));
        var before = await IssuesAsync(portal);

        var second = await portal.ImportAsync(Sample);

        Assert.Equal((0, 300), (second.Counts.IncidentsAdded, second.Counts.IncidentsUpdated + second.Counts.IncidentsUnchanged));
        Assert.True(second.Counts.IncidentsUpdated > 200);
        Assert.Equal(before, await IssuesAsync(portal));
        Assert.Equal(whole, await portal.ClocksAsync());
    }

    [Fact]
    public async Task Without_leave_to_create_parties_unknown_names_are_listed_row_by_row_and_nothing_is_written()
    {
        await using var portal = await ImportPortal.CreateAsync();

        var batch = await portal.ImportAsync(Sample, create: false);

        Assert.Equal(default, await portal.SizeAsync());
        Assert.Equal((300, 0), (batch.Counts.IncidentsRefused, batch.Counts.RowsNew));
        Assert.Equal(batch.Counts.RowsRead, batch.Counts.RowsRefused + batch.Counts.RowsIdentical);
        await using var db = portal.Open();
        Assert.Equal(batch.Counts.RowsRefused, await db.ImportRefusedRows.CountAsync(row => row.Reason == ImportRefusal.UnknownVendor));
    }

    [Fact]
    public async Task A_state_that_the_profile_does_not_know_is_listed_with_its_row_and_skipped()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var lines = File.ReadLines(Sample).Take(2).ToList();
        lines.Add(lines[1].Replace(",New,", ",-100,", StringComparison.Ordinal));

        var batch = await portal.ImportAsync(portal.Write("odd.csv", lines));

        await using var db = portal.Open();
        var refused = await db.ImportRefusedRows.SingleAsync();
        Assert.Equal((3, "incident_state", "-100", "unknown-state"), (refused.Row, refused.Column, refused.Value, refused.Reason));
        Assert.Equal((2, 1, 1), (batch.Counts.RowsRead, batch.Counts.RowsNew, batch.Counts.RowsRefused));
        Assert.Equal(IssueState.New, (await db.Issues.SingleAsync()).State);
    }

    [Fact]
    public async Task An_issue_that_somebody_worked_on_stays_as_it_is_and_its_new_rows_are_refused()
    {
        await using var portal = await ImportPortal.CreateAsync();
        await portal.ImportAsync(portal.Write("sample.csv", Halves()));
        await WriteNoteAsync(portal);
        await HoldAnotherAsync(portal);

        var second = await portal.ImportAsync(Sample);

        Assert.Equal(2, second.Counts.IncidentsRefused);
        await using var db = portal.Open();
        Assert.Equal(second.Counts.RowsRefused, await db.ImportRefusedRows.CountAsync(row => row.Reason == ImportRefusal.ChangedInPortal));
        Assert.Equal(1, await db.IssueMessages.CountAsync());
    }

    [Fact]
    public async Task Created_contracts_cover_all_outlets_with_both_calendars_two_metrics_and_no_report()
    {
        await using var portal = await ImportPortal.CreateAsync();

        var batch = await portal.ImportAsync(Sample);

        await using var db = portal.Open();
        var outlets = await db.Outlets.CountAsync();
        var contracts = await db.Contracts.Include(contract => contract.Outlets).ToListAsync();
        Assert.Equal((batch.Counts.VendorsCreated, batch.Counts.ContractsCreated), (contracts.Count, contracts.Count));
        Assert.All(contracts, contract => Assert.Equal((outlets, "UTC"), (contract.Outlets.Count, contract.TimeZone)));
        Assert.All(await db.TermsVersions.ToListAsync(), version =>
        {
            Assert.Equal([("IAK", 40m), ("IRS", 60m)], version.Terms.Metrics.Select(metric => (metric.Code, metric.Weight)));
            Assert.Null(version.Terms.MonthlyReport);
        });
        Assert.True((await db.Vendors.SingleAsync(vendor => vendor.Name == IncidentHistory.Unassigned)).Unassigned);
        Assert.Equal(2, await db.CalendarVersions.CountAsync());
    }

    [Fact]
    public async Task One_import_leaves_one_audit_entry_that_holds_its_hash()
    {
        await using var portal = await ImportPortal.CreateAsync();

        var batch = await portal.ImportAsync(Sample);

        await using var db = portal.Open();
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Subject == nameof(ImportBatch));
        Assert.Contains(batch.ContentHash!, entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Subject).ToListAsync(), subject => subject is nameof(Issue) or nameof(Vendor));
    }

    [Fact]
    public async Task A_workbook_gives_what_the_same_csv_gives()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var lines = File.ReadLines(Sample).Take(120).ToList();
        await portal.ImportAsync(portal.Write("part.csv", lines));
        var fromCsv = await portal.ClocksAsync();
        await using var other = await ImportPortal.CreateAsync();

        var batch = await other.ImportAsync(Workbook(other.PathOf("part.xlsx"), lines));

        Assert.Equal(ImportState.Done, batch.State);
        Assert.Equal(fromCsv, await other.ClocksAsync());
    }

    [Theory]
    [InlineData("number,incident_state,opened_at\n1,New,1/3/2016 01:00\n", "imports.problem.head")]
    [InlineData("", "file.empty")]
    public async Task A_file_that_is_no_such_log_is_refused_whole(string content, string problem)
    {
        await using var portal = await ImportPortal.CreateAsync();

        var batch = await portal.ImportAsync(portal.Write("other.csv", content.Split('\n').SkipLast(1)));

        Assert.Equal((ImportState.Failed, problem), (batch.State, batch.Problem));
        Assert.Equal(default, await portal.SizeAsync());
    }

    private static async Task<object> ClocksOfWholeAsync()
    {
        await using var portal = await ImportPortal.CreateAsync();
        await portal.ImportAsync(Sample);
        return await portal.ClocksAsync();
    }

    /// <summary>The sample with the first half of each incident's rows.</summary>
    private static List<string> Halves()
    {
        var lines = File.ReadLines(Sample).ToList();
        var halves = lines.Skip(1).GroupBy(line => line.Split(',')[0]).SelectMany(rows => rows.Take((rows.Count() + 1) / 2));
        return [lines[0], .. halves];
    }

    private static async Task<List<(string Key, IssueId Id, string Number)>> IssuesAsync(ImportPortal portal)
    {
        await using var db = portal.Open();
        var issues = await db.Issues.Select(issue => new { issue.ExternalKey, issue.Id, issue.Number }).ToListAsync();
        return [.. issues.Select(issue => (issue.ExternalKey!, issue.Id, issue.Number)).OrderBy(issue => issue.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Nobody wrote anything, but something hangs on it: a new issue in its place would not have it.</summary>
    private static async Task HoldAnotherAsync(ImportPortal portal)
    {
        await using var db = portal.Open();
        var issue = await db.Issues.OrderByDescending(i => i.Number).FirstAsync(i => i.State == IssueState.InProgress);
        db.Add(new LegalHold(issue.TenantId, issue.Id, null, "诉讼", "hq", issue.FiledAt));
        await db.SaveChangesAsync();
    }

    private static async Task WriteNoteAsync(ImportPortal portal)
    {
        await using var db = portal.Open();
        var issue = await db.Issues.Include(i => i.Obligations).OrderBy(i => i.Number).FirstAsync(i => i.State == IssueState.InProgress);
        var terms = await db.TermsVersions.SingleAsync(version => version.Id == issue.TermsVersionId);
        var faces = new Domain.Obligations.ClockFaces(
            Domain.Calendars.BusinessCalendar.Always, Domain.Calendars.BusinessCalendar.Always, []);
        db.Add(issue.Write(new Author(null, "Chen", Side.Buyer), isInternal: true, "seen", terms.Terms, faces, issue.FiledAt));
        await db.SaveChangesAsync();
    }

    private static string Workbook(string path, List<string> lines)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("log");
        for (var row = 0; row < lines.Count; row++)
        {
            var cells = lines[row].Split(',');
            for (var column = 0; column < cells.Length; column++)
            {
                var cell = sheet.Cell(row + 1, column + 1);
                if (row > 0 && column is 8 or 9) cell.SetValue(DateTime.ParseExact(cells[column], "d/M/yyyy HH:mm", null));
                else cell.SetValue(cells[column]);
            }
        }
        book.SaveAs(path);
        return path;
    }
}
