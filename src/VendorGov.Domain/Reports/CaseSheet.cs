namespace VendorGov.Domain.Reports;

/// <summary>A column of the sheets <c>cases</c> and <c>tickets</c>.</summary>
public sealed record CaseField(string Name, string NameZh, string NameEn, bool Required, params string[] Aliases);

/// <summary>
/// The sheets that list single cases (vendor-report.json, caseSheets). Either may be left out; where the portal saw a case that the
/// sheet does not list, the reconciliation tells.
/// </summary>
public sealed class CaseSheet
{
    public const string Cases = "cases";
    public const string Tickets = "tickets";

    private static readonly CaseField Outlet = new("outlet", "网点编码", "Outlet code", true, "网点代码", "Outlet");
    private static readonly CaseField Waybill = new("waybill", "运单号", "Waybill", true, "运单", "单号", "Waybill number");
    private static readonly CaseField ClosedAt = new("closed_at", "办结时间", "Closed at", false, "完结时间", "Closed");

    private readonly Dictionary<string, CaseField> _byHeader = [];

    private CaseSheet(string name, params CaseField[] fields)
    {
        (Name, Fields) = (name, fields);
        foreach (var field in fields)
        {
            foreach (var header in field.Aliases.Append(field.Name).Append(field.NameZh).Append(field.NameEn))
            {
                _byHeader.TryAdd(CellText.HeaderKey(header), field);
            }
        }
    }

    public static CaseSheet OfCases { get; } = new(
        Cases, Waybill, Outlet, new("channel", "渠道", "Channel", false), new("kind", "类型", "Kind", true, "案件类型"),
        new("received_at", "受理时间", "Received at", true, "接收时间", "Received"),
        new("reported_at", "上报时间", "Reported at", false, "Reported"), ClosedAt,
        new("told_at", "告知时间", "Customer told at", false, "回复客户时间", "Told"),
        new("escalated", "是否升级", "Escalated", false, "升级"));

    public static CaseSheet OfTickets { get; } = new(
        Tickets, new("ticket_no", "工单号", "Ticket", true, "工单编号", "Ticket number"), Waybill with { Required = false }, Outlet,
        new("opened_at", "开单时间", "Opened at", true, "创建时间", "Opened"), ClosedAt,
        new("reason", "原因", "Reason", false, "工单原因"));

    public string Name { get; }

    public IReadOnlyList<CaseField> Fields { get; }

    /// <summary>The case sheet of that name as people write it; null for any other.</summary>
    public static CaseSheet? Of(string name) => CellText.HeaderKey(name) switch
    {
        "cases" or "案件" or "案件明细" or "投诉明细" => OfCases,
        "tickets" or "工单" or "工单明细" => OfTickets,
        _ => null,
    };

    public static CaseField? FindField(string name) =>
        OfCases.Fields.Concat(OfTickets.Fields).FirstOrDefault(f => f.Name == name);

    /// <summary>The field that a header means; a header of two lines or with a slash may carry it in both languages.</summary>
    public CaseField? Match(string header) =>
        _byHeader.GetValueOrDefault(CellText.HeaderKey(header))
        ?? header.Split(['\n', '/', '／']).Select(p => _byHeader.GetValueOrDefault(CellText.HeaderKey(p))).FirstOrDefault(f => f is not null);
}
