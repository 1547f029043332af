using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Promises, callbacks, referrals and attributions of the demo: some kept, some late, some still to do.</summary>
internal static class DemoDuties
{
    private static readonly Author Outlet = new(null, "周敏", Side.Buyer);
    private static readonly Author Vendor = new(null, "陈屿", Side.Vendor);
    private static readonly string[] Words = ["今天 18:00 前回电告知包裹位置", "明天上午安排专人送达", "三日内赔款到账", "书面致歉并抄送网点", "补发破损商品"];
    private static readonly string[] Topics = ["确认赔款已到账，了解是否满意", "确认包裹已收到", "了解客户对处理结果的意见", "跟进冷链件补偿"];
    private static readonly string[] Findings = ["派件员未联系客户即签收，请核实并答复", "中转破损集中在夜班，请提供装卸记录", "理赔口径与坐席话术不一致，请明确", "轨迹接口夜间超时，请排查"];

    public static IEnumerable<object> Of(IReadOnlyList<Issue> issues, string vendor, ClockFaces faces, DateTimeOffset now)
    {
        var draw = new Random(vendor.Sum(c => c));
        foreach (var issue in issues.Where(i => i.State != IssueState.Withdrawn))
        {
            var at = issue.FiledAt.AddMinutes(30 + draw.Next(180));
            if (draw.Next(4) == 0 && at < now)
            {
                yield return Promised(issue, at, draw, now);
            }

            if (draw.Next(3) == 0 && at < now)
            {
                foreach (var callback in Called(issue, at, draw, now))
                {
                    yield return callback;
                }
            }

            if (draw.Next(7) == 0 && at < now)
            {
                yield return Referred(issue, at, draw, faces, now);
            }

            if (draw.Next(3) == 0 && issue.ResolvedAt is { } resolved && resolved < now)
            {
                var whom = draw.Next(5) switch { < 3 => Attribution.Agent, 3 => Attribution.Vendor, _ => Attribution.System };
                issue.Attribute(Outlet, whom, whom == Attribution.System ? "接口超时所致" : "未按流程登记", faces, resolved);
            }
        }
    }

    private static Promise Promised(Issue issue, DateTimeOffset at, Random draw, DateTimeOffset now)
    {
        var due = at.AddHours(4 + draw.Next(44));
        var promise = Promise.Give(issue, Words[draw.Next(Words.Length)], Vendor.Name, due, Vendor, at);
        var kept = draw.Next(10) == 0 ? due.AddHours(3) : due.AddMinutes(-20 - draw.Next(120));
        if (kept < now && draw.Next(14) > 0)
        {
            promise.Keep(Vendor, "回电录音编号已登记", kept, kept);
        }

        return promise;
    }

    private static IEnumerable<Callback> Called(Issue issue, DateTimeOffset at, Random draw, DateTimeOffset now)
    {
        var due = at.AddHours(20 + draw.Next(60));
        var callback = Callback.Plan(issue, Topics[draw.Next(Topics.Length)], due, Vendor, at);
        var call = draw.Next(9) == 0 ? due.AddHours(2) : due.AddMinutes(-15);
        if (call < now && draw.Next(20) > 0)
        {
            if (draw.Next(6) == 0)
            {
                callback.Miss(Vendor, "无人接听", call.AddHours(3), call);
                call = call.AddHours(3);
            }

            var score = draw.Next(8) switch { 0 => 2, 1 or 2 => 4, _ => 5 };
            if (call < now && callback.Reach(Vendor, score, score > 2 ? "客户满意" : "仍不满意，希望网点经理回电", "上次回访评 2 分，请跟进", call) is { } follow)
            {
                if (follow.DueAt.AddHours(-2) < now)
                {
                    follow.Reach(Outlet, 4, "网点经理已致歉，客户接受", "", follow.DueAt.AddHours(-2));
                }

                yield return follow;
            }
        }

        yield return callback;
    }

    private static Referral Referred(Issue issue, DateTimeOffset at, Random draw, ClockFaces faces, DateTimeOffset now)
    {
        var departments = Enum.GetValues<Department>();
        var referral = Referral.To(departments[draw.Next(departments.Length)], null, Findings[draw.Next(Findings.Length)], 2 + draw.Next(3), issue, Outlet, faces.Office, at);
        var answered = draw.Next(6) == 0 ? referral.DueAt.AddHours(5) : referral.DueAt.AddHours(-6);
        if (answered < now && draw.Next(10) > 0)
        {
            referral.Climb(faces.Office, answered);
            referral.Reply(Outlet, "已核实，责任人已约谈，流程已修订。", "部门值班", answered);
        }
        else
        {
            referral.Climb(faces.Office, now);
        }

        return referral;
    }
}
