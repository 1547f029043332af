using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Exemptions;

/// <summary>Asking for, judging and applying exempt windows over HTTP. Now is 2026-03-02 10:00 in Shanghai; each contract has an issue of 05:00.</summary>
public sealed class ExemptPagesTests(Portal portal) : IClassFixture<Portal>
{
    private const string Reason = "台风红色预警，全城停运";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nproof\n%%EOF\n");

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task What_a_vendor_asks_for_is_listed_with_its_effect_and_moves_the_clocks_once_headquarters_approve()
    {
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        var asked = await AskAsync(vendor, Own.Contracts[0], "2026-03-02T06:00", "2026-03-02T14:00", [("Proof", "通告.pdf", Pdf)]);
        Assert.StartsWith("/Exemptions/Details/", asked.Path, StringComparison.Ordinal);
        Assert.Null(asked.Document.QuerySelector("form[action*=Approve]"));

        var proof = await hq.Http.GetAsync(asked.Path + "?handler=Proof");
        Assert.Equal(Pdf, await proof.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment"), (proof.Content.Headers.ContentType!.MediaType, proof.Content.Headers.ContentDisposition!.DispositionType));

        var before = await ClocksAsync(Own.Contracts[0]);
        var page = await hq.GetAsync(asked.Path);
        var listed = page.Document.QuerySelectorAll("table.clocks tbody tr").Length;
        Assert.True(listed > 0);
        Assert.Equal(before, await ClocksAsync(Own.Contracts[0]));

        var approved = await hq.SubmitAsync(page, "main form[action*=Approve]", ("Note", "气象局通告属实"));
        Assert.Contains("Approved;", approved.Text, StringComparison.Ordinal);
        var after = await ClocksAsync(Own.Contracts[0]);
        Assert.NotEqual(before, after);
        Assert.Equal(before.Split('|').Zip(after.Split('|')).Count(p => p.First != p.Second), listed);
        var window = await portal.InTenantAsync(Own.Tenant, db => db.ExemptWindows.AsNoTracking().SingleAsync(w => w.Reason == Reason));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero), window.From);
        var audited = await portal.InTenantAsync(Own.Tenant, db => db.AuditEntries.AnyAsync(a => a.Subject == nameof(ExemptWindow) && a.Action == "added"));
        Assert.True(audited);

        // What was read from the events at any later time stays as the approval left it.
        Assert.Equal(after, await ClocksAsync(Own.Contracts[0]));
        var stale = await hq.SubmitAsync(page, "main form[action*=Approve]", ("Note", "再批一次"));
        Assert.Contains("Changed meanwhile", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_the_own_request_and_headquarters_decide_what_an_outlet_asked_for()
    {
        var contract = Own.Contracts[1];
        using var outlet = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[2]));
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var other = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var asked = await AskAsync(outlet, contract, "2026-03-01T00:00", "2026-03-01T12:00", []);
        Assert.Contains(Own.Outlets[2].Name, asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clocks that move", asked.Text, StringComparison.Ordinal);
        Assert.NotNull((await vendor.GetAsync(asked.Path)).Document.QuerySelector("form[action*=Approve]"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(asked.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(asked.Path + "?handler=Proof")).StatusCode);

        // The outlet's manager has no such handler at all.
        var forced = await outlet.Http.PostAsync(asked.Path + "?handler=Approve", new FormUrlEncodedContent(FormFields.Of(asked.Form("main form[action*=Withdraw]"))));
        Assert.Equal(HttpStatusCode.NotFound, forced.StatusCode);

        var noReason = await hq.SubmitAsync(await hq.GetAsync(asked.Path), Refusal(await hq.GetAsync(asked.Path)), [("Note", " ")], []);
        Assert.Contains("Enter a reason", noReason.Text, StringComparison.Ordinal);
        var refused = await hq.SubmitAsync(noReason, Refusal(noReason), [("Note", "没有证明")], []);
        Assert.Contains("没有证明", refused.Text, StringComparison.Ordinal);

        var mine = await AskAsync(hq, contract, "2026-03-01T00:00", "2026-03-01T12:00", []);
        Assert.Null(mine.Document.QuerySelector("form[action*=Approve]"));
        var token = mine.Form("main form[action*=Withdraw]");
        var own = await hq.Http.PostAsync(mine.Path + "?handler=Approve", new FormUrlEncodedContent(FormFields.Of(token)));
        Assert.Contains("The other side decides", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var withdrawn = await hq.SubmitAsync(mine, token, [], []);
        Assert.Contains("Withdrawn", withdrawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_request_keeps_what_was_typed_and_a_disguised_file_is_refused()
    {
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var backwards = await AskAsync(vendor, Own.Contracts[0], "2026-03-02T14:00", "2026-03-02T06:00", []);
        Assert.Contains("The end must be later", backwards.Find("#Input_To-error"), StringComparison.Ordinal);
        Assert.Equal("2026-03-02T14:00", backwards.Document.QuerySelector("[name='Input.From']")!.GetAttribute("value"));

        var disguised = await AskAsync(vendor, Own.Contracts[0], "2026-03-01T06:00", "2026-03-01T14:00", [("Proof", "photo.png", "MZ not a picture"u8.ToArray())]);
        Assert.Contains("The content of photo.png does not match its extension", disguised.Text, StringComparison.Ordinal);
        Assert.Equal("/Exemptions/Ask", disguised.Path);

        var foreign = await vendor.GetAsync("/Exemptions/Ask");
        var refused = await vendor.SubmitAsync(foreign, Form(foreign, Own.Contracts[1].Id.Value), [("From", "2026-03-01T06:00"), ("To", "2026-03-01T14:00"), ("Reason", "越权")], []);
        Assert.Contains("Enter Contract", refused.Text, StringComparison.Ordinal);
    }

    private static async Task<Screen> AskAsync(
        Visitor by, Contract contract, string from, string to, (string, string, byte[])[] files, params (string, string)[] more)
    {
        var page = await by.GetAsync($"/Exemptions/Ask?contract={contract.Id.Value}");
        return await by.SubmitAsync(
            page, page.Form("main form[method=post]"), [("From", from), ("To", to), ("Reason", Reason), .. more], files);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(Screen page, Guid contract)
    {
        var form = page.Form("main form[method=post]");
        var option = page.Document.CreateElement("option");
        option.SetAttribute("value", contract.ToString());
        option.SetAttribute("selected", "");
        var select = page.Document.QuerySelector("[name='Input.Contract']")!;
        select.InnerHtml = "";
        select.AppendChild(option);
        return form;
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Refusal(Screen page)
    {
        var form = page.Form("main form[action*=Approve], main form[action*=Refuse]");
        form.SetAttribute("action", page.Path + "?handler=Refuse");
        return form;
    }

    private Task<string> ClocksAsync(Contract contract) => portal.InTenantAsync(Own.Tenant, async db => string.Join('|', (await db.Obligations.AsNoTracking()
        .Where(o => o.ContractId == contract.Id).OrderBy(o => o.Id).ToListAsync()).Select(o => $"{o.Id.Value} {o.State} {o.DueAt:O}")));
}
