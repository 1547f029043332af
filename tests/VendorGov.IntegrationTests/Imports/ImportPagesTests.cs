using System.Net;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Imports;

/// <summary>The import by the pages: upload, progress, counts, refused rows, profiles.</summary>
public sealed class ImportPagesTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task An_uploaded_log_runs_in_the_background_and_its_page_tells_the_counts()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var before = await portal.InTenantAsync(Own.Tenant, db => db.Issues.CountAsync());

        var done = await FinishedAsync(hq, await UploadAsync(hq, "log.csv", await File.ReadAllBytesAsync(ImportPortal.Fixture("incidents-sample.csv"))));

        Assert.Contains("300", done.Text, StringComparison.Ordinal);
        Assert.Equal(before + 300, await portal.InTenantAsync(Own.Tenant, db => db.Issues.CountAsync()));
    }

    [Fact]
    public async Task A_file_with_other_columns_is_refused_and_each_missing_column_is_named()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);

        var done = await FinishedAsync(hq, await UploadAsync(hq, "log.csv", "a,b\n1,2\n"u8.ToArray()));

        Assert.All(["number", "sys_updated_at", "incident_state", "priority"], column => Assert.Contains(column, done.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_file_and_an_unknown_profile_are_told_next_to_their_fields()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var page = await hq.GetAsync("/Imports/Run");

        var screen = await hq.SubmitAsync(page, page.Form("input[type=file]"), [("Profile", "nobody's")], [("other", "x.csv", [])]);

        Assert.Equal(HttpStatusCode.OK, screen.Status);
        Assert.Equal(2, screen.All(".ferr").Count(text => text.Length > 0));
    }

    [Fact]
    public async Task A_profile_is_saved_only_when_it_is_sound_and_its_problems_are_named_by_path()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var page = await hq.GetAsync("/Imports/Profile?copy=servicenow-incident-log");
        var json = page.Document.QuerySelector("textarea")!.TextContent;

        var refused = await hq.SubmitAsync(page, "textarea", ("Json", json.Replace("\"inProgress\"", "\"someday\"", StringComparison.Ordinal)));
        Assert.Contains("$.states", refused.Text, StringComparison.Ordinal);
        var saved = await hq.SubmitAsync(refused, "textarea", ("Json", json));

        Assert.Equal("/Imports/Profiles", saved.Path);
        Assert.Equal(1, await portal.InTenantAsync(Own.Tenant, db => db.ImportProfiles.CountAsync(p => p.Json == json)));
    }

    private static async Task<Screen> UploadAsync(Visitor visitor, string name, byte[] file)
    {
        var page = await visitor.GetAsync("/Imports/Run");
        return await visitor.SubmitAsync(page, page.Form("input[type=file]"), [("CreateMissing", "true")], [("Input.File", name, file)]);
    }

    /// <summary>The page of the import once it has ended, as a browser that reloads sees it.</summary>
    private static async Task<Screen> FinishedAsync(Visitor visitor, Screen page)
    {
        Assert.StartsWith("/Imports/Details", page.Path, StringComparison.Ordinal);
        for (var i = 0; i < 300 && page.Document.QuerySelector("meta[http-equiv=refresh]") is not null; i++)
        {
            await Task.Delay(200);
            page = await visitor.GetAsync(page.Url.PathAndQuery);
        }

        return page;
    }
}
