using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Issues;

/// <summary>What the tests of issues do again and again, through the pages.</summary>
internal static class IssuePages
{
    public static readonly byte[] Recording = [.. "ID3\x04\0\0\0\0\0\0"u8, .. Enumerable.Range(0, 4000).Select(i => (byte)i)];
    public static readonly byte[] Chat = Encoding.UTF8.GetBytes("客户：还在吗？\n坐席：（无回复）\n");

    public static Task<Visitor> OutletAsync(this Portal portal) =>
        portal.SignedInAsync(portal.Networks.Own.At(Role.OutletManager, portal.Networks.Own.Outlets[0]));

    public static Task<Visitor> VendorAsync(this Portal portal) =>
        portal.SignedInAsync(portal.Networks.Own.At(Role.VendorManager, portal.Networks.Own.Vendors[0]));

    public static Task<Visitor> HeadquartersAsync(this Portal portal) => portal.SignedInAsync(portal.Networks.Own.Headquarters);

    /// <summary>Files an issue by the form; returns the page of the issue.</summary>
    public static async Task<Screen> FileAsync(
        this Visitor visitor, string title, string type = "TechnicalFault", string? waybill = null, params (string Name, byte[] Bytes)[] files)
    {
        var page = await visitor.GetAsync("/Issues/Open");
        return await visitor.SubmitAsync(
            page, page.Form("form[data-draft]"),
            [("Type", type), ("Title", title), ("Description", "系统无法查询轨迹。"), ("Waybills", waybill ?? "YT7302260441")],
            [.. files.Select(f => ("uploads", f.Name, f.Bytes))]);
    }

    /// <summary>Uses the form of a handler of the issue's page.</summary>
    public static Task<Screen> DoAsync(this Visitor visitor, Screen page, string handler, params (string, string)[] values) =>
        visitor.SubmitAsync(page, $"form[action*='handler={handler}']", values);

    /// <summary>Brings one file ahead of its form, as the script does.</summary>
    public static async Task<(HttpResponseMessage Answer, JsonElement? Body)> BringAsync(
        this Visitor visitor, string name, byte[] content, string? issue = null)
    {
        var page = await visitor.GetAsync("/Account/Profile");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Issues/Upload" + (issue is null ? "" : $"?issue={issue}"));
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var answer = await visitor.Http.SendAsync(request);
        var json = answer.Content.Headers.ContentType?.MediaType == "application/json";
        return (answer, json ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null);
    }

    public static string IdOf(this Screen issue) => issue.Path.Split('/')[^1];
}
