using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// The invented network: who is in it and how well each vendor works. All figures follow from this and from fixed seeds.
/// </summary>
internal static class DemoPlan
{
    public const string TenantCode = "demo";
    public const string TenantName = "鹭程速递";
    public const string TimeZone = "Asia/Shanghai";
    public const string Password = "lucheng-demo-7281";
    public const int Months = 6;

    /// <summary>The vendor whose telephone system sends calls.</summary>
    public const string FeedingVendor = "AY";

    /// <summary>The vendors whose rosters and presence stand in the portal.</summary>
    public static readonly string[] Rostered = ["AY", "LH"];

    /// <summary>The vendor that still owes the report of the last month: it is left for the visitor to upload.</summary>
    public const string OwingVendor = "LH";

    /// <summary>The vendor that reports each week as well, from the current month on.</summary>
    public const string WeeklyVendor = "LH";

    /// <summary><paramref name="Quality"/>: share of work in time in the first month; <paramref name="Trend"/>: its change a month.</summary>
    public sealed record VendorPlan(
        string Code, string Name, string Contract, string Title, decimal Charge, double Quality, double Trend,
        int IssuesAMonth, string[] Outlets, Channel[] Channels, int ReportDelayHours);

    public sealed record AccountPlan(string Email, string Name, Domain.Tenancy.Role Role, string? Party);

    public static readonly (string Code, string Name, string[] Outlets)[] Regions =
    [
        ("EAST", "城东大区", ["东湖", "望江", "梅园", "青石桥", "凤起路", "钱塘"]),
        ("WEST", "城西大区", ["城西", "文一路", "蒋村", "留下", "转塘", "富阳"]),
        ("SOUTH", "城南大区", ["南浦", "滨江", "临川路", "长河", "闻堰", "浦沿"]),
        ("NORTH", "城北大区", ["北站", "柳林", "石桥", "半山", "良渚", "临平"]),
    ];

    public static readonly VendorPlan[] Vendors =
    [
        new("CY", "澄言客服", "HT-2026-011", "城东、城西客服外包", 92_000m, 0.975, 0.002, 26,
            ["W0101", "W0102", "W0103", "W0104", "W0105", "W0106", "W0201", "W0202", "W0203"], [Channel.Voice, Channel.Chat], -30),
        new("AY", "安语客服", "HT-2026-018", "城西、城南客服外包", 76_000m, 0.955, -0.014, 34,
            ["W0204", "W0205", "W0206", "W0301", "W0302", "W0303", "W0304", "W0305"], [Channel.Voice, Channel.Chat], -3),
        new("LH", "朗汇服务", "HT-2026-024", "城南、城北客服外包", 58_000m, 0.86, -0.006, 38,
            ["W0306", "W0401", "W0402", "W0403", "W0404", "W0405", "W0406"], [Channel.Voice, Channel.Chat], 5),
    ];

    public static readonly AccountPlan[] Accounts =
    [
        new("hq@demo.example", "何青", Domain.Tenancy.Role.Headquarters, null),
        new("region@demo.example", "沈岚", Domain.Tenancy.Role.RegionalManager, "SOUTH"),
        new("outlet@demo.example", "周敏", Domain.Tenancy.Role.OutletManager, "W0301"),
        new("reviewer@demo.example", "吴桐", Domain.Tenancy.Role.OutletReviewer, "W0301"),
        new("vendor@demo.example", "陈屿", Domain.Tenancy.Role.VendorManager, "AY"),
        new("lead@demo.example", "邵宁", Domain.Tenancy.Role.VendorAgentLead, "AY"),
        new("vendor2@demo.example", "罗晴", Domain.Tenancy.Role.VendorManager, "LH"),
        new("auditor@demo.example", "方洁", Domain.Tenancy.Role.Auditor, null),
    ];

    public static readonly Dictionary<ProblemType, string[]> Titles = new()
    {
        [ProblemType.SlowOrPoorService] =
            ["签收争议来电多次推诿，承诺回电未回", "在线首响率两周低于下限", "夜间来电长时间无人应答", "坐席语气生硬，客户要求换人", "改派单 24 小时完结率未达标"],
        [ProblemType.ComplaintMishandled] =
            ["破损理赔口径告知错误，客户要求书面回复", "丢失高值件：客户已向 12305 申诉", "冷链件延误投诉 23 起", "投诉未登记即结案", "客户两次要求上级回电未安排"],
        [ProblemType.StaffShortage] =
            ["夜班缺口 5 人，20 秒接通率跌至 61%", "熟手离职 3 人，未补员", "大促期间在岗不足", "新人未持证上岗 2 人"],
        [ProblemType.TechnicalFault] =
            ["双渠道系统登录失败，坐席无法查件", "物流轨迹接口超时，坐席手工查询", "话务系统录音缺失半天", "在线会话频繁掉线"],
        [ProblemType.OffBrand] =
            ["开场白未报品牌名称，抽检 7 通中 4 通", "满意度回访话术与新版品牌包不一致", "坐席使用个人微信联系客户"],
        [ProblemType.ReportInaccurateOrLate] =
            ["话务日报少报放弃量 412 通", "月报“72 小时重复”口径待说明", "月报迟交，未提前告知", "投诉量与门户记录不一致"],
    };

    public static double QualityIn(VendorPlan vendor, int month) => Math.Clamp(vendor.Quality + (vendor.Trend * month), 0.4, 0.995);

    /// <summary>The six months before the current one.</summary>
    public static YearMonth[] History(DateTimeOffset now)
    {
        var current = YearMonth.Of(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        return [.. Enumerable.Range(1, Months).Reverse().Select(back => current.AddMonths(-back))];
    }
}
