using VendorGov.Documents.Tables;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Ledger;

/// <summary>The one list of columns from which the ledger's template is made and by which it is read back.</summary>
internal static class LedgerSheet
{
    private const string Zh = "投诉台账";
    private const string En = "Complaints";

    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("key", "投诉编号", "Complaint no.", true), new("outlet", "网点编码", "Outlet code", true), new("vendor", "供应商编码", "Vendor code"),
        new("filed", "投诉时间", "Filed at", true, TemplateKind.Date), new("title", "投诉事由", "Subject", true), new("content", "投诉内容", "Content"),
        new("channel", "投诉渠道", "Channel"), new("category", "投诉类型", "Category"), new("severity", "级别", "Severity"), new("waybills", "运单号", "Waybills"),
        new("customer", "客户姓名", "Customer"), new("phone", "联系电话", "Phone"), new("demand", "客户诉求", "Demand"),
        new("answered", "首次答复时间", "Answered at", false, TemplateKind.Date), new("told", "告知客户时间", "Told at", false, TemplateKind.Date),
        new("toldHow", "告知方式", "Told how"), new("toldBy", "告知人", "Told by"), new("resolved", "办结时间", "Resolved at", false, TemplateKind.Date),
        new("closed", "关闭时间", "Closed at", false, TemplateKind.Date), new("result", "处理结果", "Result"),
        new("compensation", "赔付金额", "Compensation", false, TemplateKind.Number), new("remark", "备注", "Remark"),
    ];

    public static byte[] Template(Text text)
    {
        var columns = Columns.Select(c => new TemplateColumn(
            text.Pick(c.Zh, c.En), text["ledger.note." + c.Key], c.Required, c.Kind, Allowed(c.Key, text), c.Key is "title" or "content" or "result" or "demand" ? 30 : 18)).ToList();
        return TemplateWorkbook.Render(
            [new TemplateSheet(text.Pick(Zh, En), columns, [Example(text)])],
            [text["ledger.templateNote1"], text["ledger.templateNote2"], text["ledger.templateNote3"]], text.LanguageTag);
    }

    private static IReadOnlyList<string>? Allowed(string key, Text text) => key switch
    {
        "channel" => [.. Enum.GetValues<ComplaintChannel>().Select(v => text.Of(v))],
        "category" => [.. Enum.GetValues<ComplaintCategory>().Select(v => text.Of(v))],
        "severity" => [.. Enum.GetValues<Severity>().Select(v => v.ToString())],
        "toldHow" => [.. Enum.GetValues<ToldHow>().Select(v => text.Of(v))],
        _ => null,
    };

    private static IReadOnlyList<object?> Example(Text text) =>
    [
        "TS-2026-0312", "0571001", "AY", new DateTime(2026, 3, 2, 9, 40, 0), "包裹破损，要求赔付", "外箱压扁，杯子碎两只", text.Of(ComplaintChannel.Hotline),
        text.Of(ComplaintCategory.Damaged), "S2", "YT7302260441", "刘女士", "13800002097", "按购买价赔付 268 元", new DateTime(2026, 3, 2, 10, 25, 0),
        new DateTime(2026, 3, 4, 16, 5, 0), text.Of(ToldHow.Phone), "陈屿", new DateTime(2026, 3, 4, 16, 30, 0), new DateTime(2026, 3, 5, 11, 0, 0),
        "已赔付，客户认可", 268, null,
    ];
}
