using System.Net;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Onboarding;

/// <summary>A whole network from the template, by the page: preview first, then all of it or nothing.</summary>
public sealed class NetworkImportTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_filled_template_is_previewed_then_applied_and_a_second_time_changes_nothing()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var file = await FilledAsync(hq, "N1");
        var before = await SizesAsync();

        var preview = await UploadAsync(hq, file);

        Assert.Equal(before, await SizesAsync());
        Assert.Contains("N1-OUT", preview.Text, StringComparison.Ordinal);
        var applied = await hq.SubmitAsync(preview, "form[action*=Apply]");
        Assert.Equal(HttpStatusCode.OK, applied.Status);
        Assert.Equal((before.Regions + 1, before.Outlets + 1, before.Vendors + 1, before.Contracts + 1, before.Invitations + 1), await SizesAsync());
        var link = applied.Document.QuerySelector("input[readonly]")!.GetAttribute("value")!;
        using var newcomer = portal.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await newcomer.GetAsync(new Uri(link).PathAndQuery)).Status);

        var again = await hq.SubmitAsync(await UploadAsync(hq, file), "form[action*=Apply]");
        Assert.Contains("0 added, 0 changed", again.Text, StringComparison.Ordinal);
        Assert.Equal(before.Outlets + 1, (await SizesAsync()).Outlets);
    }

    [Fact]
    public async Task Problems_are_named_by_sheet_row_and_column_and_nothing_can_be_applied()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var file = await FilledAsync(hq, "N2", book =>
        {
            book.Worksheet("Outlets").Cell(2, 3).SetValue("nowhere");
            book.Worksheet("Contracts").Cell(2, 4).SetValue("the first of May");
            book.Worksheet("Users").Cell(2, 3).SetValue("King");
        });
        var before = await SizesAsync();

        var screen = await UploadAsync(hq, file);

        var told = screen.All("table tbody tr").ToList();
        Assert.Contains(told, row => row.StartsWith("Outlets", StringComparison.Ordinal) && row.Contains("nowhere", StringComparison.Ordinal));
        Assert.Contains(told, row => row.StartsWith("Contracts", StringComparison.Ordinal) && row.Contains("the first of May", StringComparison.Ordinal));
        Assert.Contains(told, row => row.StartsWith("Users", StringComparison.Ordinal) && row.Contains("King", StringComparison.Ordinal));
        Assert.Null(screen.Document.QuerySelector("form[action*=Apply]"));
        Assert.Equal(before, await SizesAsync());
    }

    [Fact]
    public async Task What_both_sides_agreed_is_not_changed_by_a_file()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        await hq.SubmitAsync(await UploadAsync(hq, await FilledAsync(hq, "N5")), "form[action*=Apply]");

        var screen = await UploadAsync(hq, await FilledAsync(hq, "N5", book => book.Worksheet("Contracts").Cell(2, 7).SetValue("USD")));

        Assert.Contains(screen.All("table tbody tr"), row => row.StartsWith("Contracts", StringComparison.Ordinal) && row.Contains("USD", StringComparison.Ordinal));
        Assert.Null(screen.Document.QuerySelector("form[action*=Apply]"));
    }

    [Fact]
    public async Task A_preview_of_another_network_cannot_be_applied_here()
    {
        using var foreigner = await portal.SignedInAsync(portal.Networks.Foreign.Headquarters);
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var theirs = await UploadAsync(foreigner, await FilledAsync(foreigner, "N3"));
        var ours = await UploadAsync(hq, await FilledAsync(hq, "N4"));
        var before = await SizesAsync();

        var payload = theirs.Document.QuerySelector("input[name=payload]")!.GetAttribute("value")!;
        var answer = await hq.SubmitAsync(ours, "form[action*=Apply]", ("payload", payload));

        Assert.DoesNotContain("N3-OUT", answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, await SizesAsync());
    }

    private static async Task<Screen> UploadAsync(Visitor visitor, byte[] file)
    {
        var page = await visitor.GetAsync("/Network/Import");
        return await visitor.SubmitAsync(page, page.Form("form[enctype]"), [], [("file", "network.xlsx", file)]);
    }

    private static async Task<byte[]> FilledAsync(Visitor visitor, string code, Action<XLWorkbook>? spoil = null)
    {
        using var book = new XLWorkbook(new MemoryStream(await visitor.Http.GetByteArrayAsync("/Network/Import?handler=Template")));
        Fill(book, "Regions", $"{code}-REG", "North");
        Fill(book, "Outlets", $"{code}-OUT", "Lake outlet", $"{code}-REG", "Wang Min", "Yes");
        Fill(book, "Vendors", $"{code}-VEN", "Calm Voices", "Li Qiang", "li@vendor.example", "Yes");
        Fill(book, "Contracts", $"{code}-CON", "Hotline", $"{code}-VEN", new DateTime(2026, 1, 1), "", 92000, "CNY", "Voice;Chat", $"{code}-OUT");
        Fill(book, "Users", $"{code}@new.example".ToLowerInvariant(), "Wang Min", "Outlet manager", $"{code}-OUT");
        spoil?.Invoke(book);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void Fill(XLWorkbook book, string sheet, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            book.Worksheet(sheet).Cell(2, i + 1).Value = values[i];
        }
    }

    private Task<(int Regions, int Outlets, int Vendors, int Contracts, int Invitations)> SizesAsync() => portal.InTenantAsync(
        Own.Tenant,
        async db => (await db.Regions.CountAsync(), await db.Outlets.CountAsync(), await db.Vendors.CountAsync(),
            await db.Contracts.CountAsync(), await db.Invitations.CountAsync()));
}
