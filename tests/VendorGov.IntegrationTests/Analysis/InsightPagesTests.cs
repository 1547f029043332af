using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Analysis;

public sealed class InsightPagesTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] Pages = ["/Analysis", "/Analysis/Trends", "/Analysis/Trends?weekly=true", "/Analysis/Pace", "/Analysis/Control", "/Analysis/Tenure"];

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task The_ranking_is_cut_compared_and_taken_away()
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        var month = await MonthAsync();
        var region = Own.Regions[0];

        var whole = await visitor.GetAsync($"/Rankings?month={month}");
        var cut = await visitor.GetAsync($"/Rankings?month={month}&region={region.Id.Value}");
        var type = await visitor.GetAsync($"/Rankings?month={month}&type=SlowOrPoorService&channel=Voice");
        var outlets = await visitor.GetAsync($"/Rankings/Outlets?month={month}&sort=-mean");
        var compare = await visitor.GetAsync($"/Rankings/Compare?month={month}&v={Own.Vendors[0].Code}&v={Own.Vendors[1].Code}");

        Assert.All(new[] { whole, cut, type, outlets, compare }, s => Assert.Equal(HttpStatusCode.OK, s.Status));
        Assert.All(Own.Vendors, v => Assert.Contains(v.Name, whole.Text + compare.Text));
        // The second vendor serves the other region alone.
        Assert.DoesNotContain(cut.All("table.rank tbody td.tt > a"), n => n == Own.Vendors[1].Name);
        Assert.Contains("report rows no problem type", type.Text);
        foreach (var (path, start) in new[]
        {
            ($"/Rankings?handler=Export&month={month}", "PK"), ($"/Rankings?handler=Pdf&month={month}", "%PDF"),
            ($"/Rankings/Outlets?handler=Export&month={month}", "PK"), ($"/Rankings/Compare?handler=Export&month={month}", "PK"),
        })
        {
            var file = await visitor.Http.GetByteArrayAsync(path);
            Assert.Equal(start, Encoding.ASCII.GetString(file, 0, start.Length));
        }
    }

    [Fact]
    public async Task A_vendor_sees_its_own_place_and_data_and_no_word_of_the_others()
    {
        using var visitor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var month = await MonthAsync();

        foreach (var path in Pages.Concat(["/Rankings", "/Rankings/Outlets", $"/Rankings?month={month}&type=SlowOrPoorService"]))
        {
            var screen = await visitor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, screen.Status));
            Assert.DoesNotContain(Own.Vendors[1].Name, screen.Text);
            Assert.DoesNotContain(Own.Outlets[^1].Name, screen.Text);
        }

        foreach (var path in new[] { "/Rankings/Compare", "/Rankings?handler=Export", "/Rankings?handler=Pdf", $"/Analysis/Control?contract={Own.Contracts[1].Id.Value}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await visitor.GetAsync(path)).Status));
        }
    }

    [Fact]
    public async Task Every_analysis_opens_for_headquarters_and_outlets_with_few_queries_and_its_tables_leave_as_files()
    {
        foreach (var person in new[] { Own.Headquarters, Own.At(Role.OutletManager, Own.Outlets[0]), Own.Auditor })
        {
            using var visitor = await portal.SignedInAsync(person);
            await visitor.GetAsync("/Analysis/Pace"); // Reads the month's days for all, as once in half an hour.
            foreach (var path in Pages)
            {
                portal.Queries.Reset();
                var screen = await visitor.GetAsync(path);
                Assert.Equal((path, HttpStatusCode.OK), (path, screen.Status));
                Assert.InRange(portal.Queries.Count, 1, 15);
                var glue = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                var file = await visitor.Http.GetByteArrayAsync($"{path}{glue}handler=Export&format=csv&what=spots");
                Assert.True(file.Length > 20);
            }
        }
    }

    [Fact]
    public async Task A_quarter_is_reviewed_on_the_page_and_as_pdf_and_a_month_leaves_as_an_archive_of_readable_names()
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var month = await MonthAsync();
        var path = $"/Reviews/Details?vendor={Own.Vendors[0].Id.Value}&quarter={month.Year}-Q{((month.Month - 1) / 3) + 1}";

        var page = await visitor.GetAsync(path);
        var pdf = await visitor.Http.GetByteArrayAsync($"{path}&handler=Pdf&lang=en");
        var answer = await visitor.Http.GetAsync($"/Reviews?handler=Zip&month={month}&lang=en");
        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());

        Assert.Contains(Own.Vendors[0].Name, page.Text);
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.Equal($"attachment; filename=\"scorecards-{month}.zip\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.All(zip.Entries, e => Assert.Matches(@"^[\p{L}\p{N}.-]+-en\.(pdf|xlsx)$", e.FullName));
        Assert.True(zip.Entries.Count >= 4 && zip.Entries.Select(e => e.FullName).Distinct().Count() == zip.Entries.Count);
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync(path.Replace($"{Own.Vendors[0].Id.Value}", $"{Own.Vendors[1].Id.Value}", StringComparison.Ordinal))).Status);
        using var ownZip = new System.IO.Compression.ZipArchive(await vendor.Http.GetStreamAsync($"/Reviews?handler=Zip&month={month}"));
        Assert.DoesNotContain(ownZip.Entries, e => e.FullName.Contains(Own.Vendors[1].Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_home_page_of_headquarters_tells_where_it_hurts_with_few_queries()
    {
        using var visitor = await portal.SignedInAsync(Own.Headquarters);
        await visitor.GetAsync("/");
        portal.Queries.Reset();

        var home = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.NotNull(home.Document.QuerySelector("#decisions"));
        Assert.Contains("Lowest outlets", home.Text);
        Assert.InRange(portal.Queries.Count, 1, 19);
    }

    private Task<Domain.YearMonth> MonthAsync() => portal.InTenantAsync(
        Own.Tenant, db => db.Scorecards.AsNoTracking().Where(s => s.State == ScorecardState.Published).OrderByDescending(s => s.Month).Select(s => s.Month).FirstAsync());
}
