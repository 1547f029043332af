using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Issues;
using VendorGov.Web.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Issues;

public sealed class EvidenceTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Slow_service_cannot_be_sent_without_three_pieces_and_what_came_along_is_kept()
    {
        using var outlet = await portal.OutletAsync();
        var refused = await outlet.FileAsync("夜间无人接听", "SlowOrPoorService", null, ("通话.mp3", IssuePages.Recording), ("会话.txt", IssuePages.Chat));

        Assert.Equal("/Issues/Open", refused.Path);
        Assert.Contains("1 more pieces of evidence", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["通话.mp3", "会话.txt"], refused.All(".file a"));
        Assert.Equal("夜间无人接听", refused.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));

        var sent = await outlet.SubmitAsync(refused, refused.Form("form[data-draft]"), [], [("uploads", "工单.csv", "编号,结果\n1,未回\n"u8.ToArray())]);

        Assert.StartsWith("/Issues/Details/", sent.Path, StringComparison.Ordinal);
        Assert.Equal(3, sent.Document.QuerySelectorAll("#thread .evd").Length);
        Assert.NotNull(sent.Document.QuerySelector("#thread audio[src]"));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(IssuePages.Recording)), sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_and_by_ranges_and_can_run_nothing()
    {
        using var outlet = await portal.OutletAsync();
        var issue = await outlet.FileAsync("听录音", files: ("通话.mp3", IssuePages.Recording));
        var address = issue.Document.QuerySelector("audio")!.GetAttribute("src")!;

        var whole = await outlet.Http.GetAsync(address);
        Assert.Equal(IssuePages.Recording, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("audio/mpeg", whole.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        var part = await outlet.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(IssuePages.Recording[100..200], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("page.html", "<html><script>alert(1)</script></html>")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("setup.exe", "MZ\u0090\0\u0003")]
    [InlineData("notes.txt", "  <!DOCTYPE html><html><body>x</body></html>")]
    [InlineData("picture.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("report.pdf", "PK\u0003\u0004 not a pdf at all")]
    [InlineData("call.mp3", "This is text and no sound.")]
    [InlineData("book.xlsx", "PK\u0003\u0004 and then nothing that unzips")]
    [InlineData("empty.txt", "")]
    public async Task What_is_not_what_its_name_says_is_refused_with_a_sentence(string name, string content)
    {
        using var outlet = await portal.OutletAsync();
        var (answer, body) = await outlet.BringAsync(name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty(body!.Value.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_file_beyond_fifty_megabytes_is_refused_and_leaves_nothing_behind()
    {
        using var outlet = await portal.OutletAsync();
        var (answer, body) = await outlet.BringAsync("long.mp3", new byte[EvidenceFile.MaxBytes + 512]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("50 MB", body!.Value.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_a_file_before_it_is_sent_but_who_brought_it()
    {
        using var outlet = await portal.OutletAsync();
        using var headquarters = await portal.HeadquartersAsync();
        var (answer, body) = await outlet.BringAsync("通话.mp3", IssuePages.Recording);
        var address = body!.Value.GetProperty("url").GetString();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await outlet.Http.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await headquarters.Http.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_file_of_an_internal_note_is_its_authors_sides_alone()
    {
        using var outlet = await portal.OutletAsync();
        using var vendor = await portal.VendorAsync();
        var issue = await outlet.FileAsync("内部附件");
        var form = issue.Form("#reply");
        var noted = await outlet.SubmitAsync(issue, form, [("internal", "true"), ("words", "只给自己人看")], [("uploads", "内部.txt", IssuePages.Chat)]);
        var address = noted.Document.QuerySelector(".msg.int .evd a.nm")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.OK, (await outlet.Http.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.Http.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("内部.txt", (await vendor.GetAsync(issue.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_goes_with_its_last_reference_and_not_before()
    {
        using var outlet = await portal.OutletAsync();
        var sound = RandomNumberGenerator.GetBytes(900);
        "ID3"u8.CopyTo(sound);
        var hash = Convert.ToHexStringLower(SHA256.HashData(sound));
        await outlet.BringAsync("第一次.mp3", sound);
        await outlet.FileAsync("引用同一录音", files: ("第二次.mp3", sound));
        portal.Clock.Advance(DraftFile.Life + TimeSpan.FromHours(2));

        Assert.True(await SweptAsync(hash));
        await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Attachments.Where(a => a.Sha256 == hash).ExecuteDeleteAsync());
        Assert.False(await SweptAsync(hash));
    }

    /// <summary>Whether the content is still there after a sweep.</summary>
    private Task<bool> SweptAsync(string hash) => portal.InTenantAsync(portal.Networks.Own.Tenant, async (_, services) =>
    {
        await services.GetRequiredService<EvidenceDesk>().SweepAsync(CancellationToken.None);
        return services.GetRequiredService<FileStore>().Has(EvidenceDesk.Area, hash);
    });
}
