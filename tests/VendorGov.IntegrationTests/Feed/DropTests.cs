using System.Text;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class DropTests(Portal portal) : IClassFixture<Portal>
{
    private const string Table = "id,outlet,started_at,outcome,wait_s\nU1,north-1,2026-03-01 09:00,answered,3\nU2,north-9,2026-03-01 09:00,answered,3\nU3,north-1,2026-03-01 09:00,\"=HYPERLINK(1)\",3\n";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_file_given_in_by_hand_goes_the_same_way_and_its_errors_can_be_paged_filtered_and_taken_away()
    {
        using var manager = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var batch = await UploadAsync(manager, "calls.csv", Encoding.UTF8.GetBytes(Table));

        Assert.StartsWith("/Feed/Details/", batch.Path, StringComparison.Ordinal);
        Assert.Contains("Partly taken", batch.Text, StringComparison.Ordinal);
        Assert.Contains("There is no outlet with this code", batch.Text, StringComparison.Ordinal);
        var only = await manager.GetAsync($"{batch.Path}?code=not-choice");
        Assert.Single(only.All("main table.tight thead + tbody tr"), r => r.Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.DoesNotContain("north-9", only.Text, StringComparison.Ordinal);
        var taken = await manager.Http.GetStringAsync($"{batch.Path}?handler=Export&format=csv");
        Assert.Contains("'=HYPERLINK(1)", taken, StringComparison.Ordinal);

        var list = await manager.GetAsync("/Feed?q=calls.csv&refused=true");
        Assert.Contains("vendor-V1", list.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing matches", (await manager.GetAsync("/Feed?q=calls.csv&kind=Surveys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_the_field_and_no_batch_is_made()
    {
        using var manager = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0]));
        var broken = await UploadAsync(manager, "calls.csv", Encoding.UTF8.GetBytes("id,colour\n1,2\n"));
        Assert.Contains("There is no field “colour”", broken.Find("#Input_File-error")!, StringComparison.Ordinal);
        Assert.Contains("Choose a file", (await UploadAsync(manager, "calls.csv", [])).Text, StringComparison.Ordinal);
        Assert.Contains("no accepted kind", (await UploadAsync(manager, "calls.exe", [1, 2, 3])).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has come in", (await manager.GetAsync("/Feed")).Text, StringComparison.Ordinal);
    }

    private static async Task<Screen> UploadAsync(Visitor visitor, string name, byte[] content)
    {
        var page = await visitor.GetAsync("/Feed/Drop?kind=Calls");
        return await visitor.SubmitAsync(page, page.Form("#Input_File"), [], [("Input.File", name, content)]);
    }
}
