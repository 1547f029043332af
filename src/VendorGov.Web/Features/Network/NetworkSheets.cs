using VendorGov.Documents.Tables;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Network;

/// <summary>A sheet of the network template.</summary>
internal sealed record NetworkSheet(string Key, string Zh, string En, IReadOnlyList<SheetColumn> Columns)
{
    public string Name(Text text) => text.Pick(Zh, En);
}

/// <summary>The one field list from which the network template is made and by which it is read back.</summary>
internal static class NetworkSheets
{
    public static readonly IReadOnlyList<NetworkSheet> All =
    [
        new("regions", "区域", "Regions", [new("code", "区域编码", "Region code", true), new("name", "区域名称", "Region name", true)]),
        new("outlets", "网点", "Outlets",
        [
            new("code", "网点编码", "Outlet code", true), new("name", "网点名称", "Outlet name", true), new("region", "区域编码", "Region code"),
            new("lead", "负责人", "Lead"), new("active", "启用", "Active"),
        ]),
        new("vendors", "供应商", "Vendors",
        [
            new("code", "供应商编码", "Vendor code", true), new("name", "供应商名称", "Vendor name", true), new("contact", "联系人", "Contact"),
            new("email", "邮箱", "Email"), new("active", "启用", "Active"),
        ]),
        new("contracts", "合同", "Contracts",
        [
            new("number", "合同编号", "Contract number", true), new("title", "合同名称", "Title", true), new("vendor", "供应商编码", "Vendor code", true),
            new("starts", "开始日期", "Starts on", true, TemplateKind.Date), new("ends", "结束日期", "Ends on", false, TemplateKind.Date),
            new("charge", "月服务费", "Monthly charge", true, TemplateKind.Number), new("currency", "币种", "Currency"),
            new("channels", "渠道", "Channels", true), new("outlets", "网点编码", "Outlet codes", true),
        ]),
        new("users", "成员", "Users",
        [
            new("email", "邮箱", "Email", true), new("name", "姓名", "Name", true), new("role", "角色", "Role", true), new("party", "所属编码", "Party code"),
        ]),
    ];

    public static byte[] Template(Text text)
    {
        var sheets = All.Select(s => new TemplateSheet(
            s.Name(text), [.. s.Columns.Select(c => new TemplateColumn(
                text.Pick(c.Zh, c.En), text[$"network.note.{s.Key}.{c.Key}"], c.Required, c.Kind, Allowed(s, c, text), 18))], Examples(s.Key, text))).ToList();
        return TemplateWorkbook.Render(sheets, [text["network.templateNote1"], text["network.templateNote2"]], text.LanguageTag);
    }

    private static IReadOnlyList<string>? Allowed(NetworkSheet sheet, SheetColumn column, Text text) => (sheet.Key, column.Key) switch
    {
        (_, "active") => [text["shared.yes"], text["shared.no"]],
        ("users", "role") => [.. Enum.GetValues<Role>().Where(r => r != Role.PlatformAdministrator).Select(r => text.Of(r))],
        _ => null,
    };

    private static IReadOnlyList<IReadOnlyList<object?>> Examples(string sheet, Text text) => sheet switch
    {
        "regions" => [["E", "华东"]],
        "outlets" => [["0571001", "东湖网点", "E", "王敏", text["shared.yes"]]],
        "vendors" => [["AY", "安语客服", "李强", "li@example.com", text["shared.yes"]]],
        "contracts" =>
            [["HT-2026-001", "网点客服外包", "AY", new DateOnly(2026, 1, 1), null, 92000, "CNY", $"{text.Of(Channel.Voice)};{text.Of(Channel.Chat)}", "0571001"]],
        _ => [["wang@example.com", "王敏", text.Of(Role.OutletManager), "0571001"]],
    };
}
