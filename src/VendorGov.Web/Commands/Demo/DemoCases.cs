using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;

namespace VendorGov.Web.Commands.Demo;

/// <summary>What an issue of the demo brings with it: a complaint's ledger entry and investigation, a fault's description and calls.</summary>
internal static class DemoCases
{
    private static readonly string[] Demands = ["按实际价值赔付", "书面致歉并说明原因", "明天上午前送达", "更换联系坐席并回电"];
    private static readonly string[] Surnames = ["刘", "陈", "王", "周", "许", "沈", "何"];

    /// <param name="later">Takes what happens at a later time, after what happens until then.</param>
    public static IEnumerable<object> Of(
        Issue issue, Random draw, double quality, Author vendor, Author outlet, ClockFaces faces, DateTimeOffset now,
        Action<DateTimeOffset, Action> later) => issue.ProblemType switch
    {
        ProblemType.ComplaintMishandled => Complaint(issue, draw, quality, vendor, outlet, faces, now, later),
        ProblemType.TechnicalFault => Fault(issue, draw, quality, vendor, faces, now),
        _ => [],
    };

    private static IEnumerable<object> Complaint(
        Issue issue, Random draw, double quality, Author vendor, Author outlet, ClockFaces faces, DateTimeOffset now,
        Action<DateTimeOffset, Action> later)
    {
        yield return new Complaint(issue, new ComplaintFacts(
            Pick<ComplaintChannel>(draw), Pick<ComplaintCategory>(draw), Demands[draw.Next(Demands.Length)], draw.Next(2) == 0 ? "已赔付，客户认可" : null,
            draw.Next(3) == 0 ? 50 + (10 * draw.Next(40)) : null));
        var at = When(issue, ObligationKind.Investigate, draw, quality);
        if (at >= now)
        {
            yield break;
        }

        var form = new InvestigationForm(
            "客户来电后坐席未在系统登记，次日客户再次来电才发现；录音已封存。", "新人未完成投诉登记的考核即上岗，班组长没有抽听。", draw.Next(3) == 0 ? Attribution.Vendor : Attribution.Agent,
            "坐席未按流程登记，班组长督导不到位。", "已向客户致歉；责任坐席停接投诉并复训，班组每日抽听 5 通。");
        var investigation = issue.SubmitInvestigation(null, form, vendor, faces, at);
        var judged = at.AddHours(20);
        var accepted = draw.Next(6) > 0;
        later(judged, () => issue.JudgeInvestigation(investigation, outlet, accepted, "原因写得不够具体，请补充排班与考核记录。", faces, judged));
        yield return investigation;
    }

    private static IEnumerable<object> Fault(Issue issue, Random draw, double quality, Author vendor, ClockFaces faces, DateTimeOffset now)
    {
        var learned = issue.FiledAt.AddMinutes(draw.NextDouble() < quality ? -(3 + draw.Next(24)) : -(35 + draw.Next(60)));
        var ended = issue.FiledAt.AddMinutes(50 + draw.Next(200));
        var facts = new FaultFacts(
            Pick<FaultKind>(draw), learned.AddMinutes(-draw.Next(1, 20)), learned, 5 + draw.Next(60), "转手机值班，手工登记后补录", 1 + draw.Next(3));
        var fault = issue.DescribeFault(null, facts, vendor, faces, Earlier(now, issue.FiledAt.AddMinutes(8)));
        if (ended < now)
        {
            issue.DescribeFault(fault, facts with { EndedAt = ended }, vendor, faces, ended);
        }

        yield return fault;
        var missed = Enumerable.Range(0, 3 + draw.Next(9)).Select(n => new MissedContact(
            fault, issue.FiledAt.AddMinutes(-n * 3), $"139{draw.Next(10_000_000, 99_999_999)}", Surnames[draw.Next(Surnames.Length)] + "女士", null, vendor.Name, now)).ToList();
        var called = issue.FiledAt.AddHours(20) < now ? missed.Count : missed.Count / 2;
        foreach (var (contact, n) in missed.Select((m, n) => (m, n)))
        {
            if (n < called)
            {
                issue.CallMissed(contact, draw.Next(5) == 0 ? MissedResult.NotReached : MissedResult.Reached, null, missed.Count - 1 - n, $"{missed.Count} 位漏接客户均已回电", vendor, Earlier(now, issue.FiledAt.AddMinutes(60 + (9 * n))));
            }

            yield return contact;
        }

        var at = When(issue, ObligationKind.RootCause, draw, quality);
        if (at < now)
        {
            issue.StateCause(fault, "接口网关证书到期未续，已更换并加入到期提醒。", vendor, faces, at);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>In time as often as the vendor's quality says, else some hours late.</summary>
    private static DateTimeOffset When(Issue issue, ObligationKind kind, Random draw, double quality)
    {
        var due = issue.Obligations.First(o => o.Kind == kind).DueAt ?? issue.FiledAt.AddHours(40);
        return draw.NextDouble() < quality ? issue.FiledAt + ((due - issue.FiledAt) * (0.3 + (draw.NextDouble() * 0.6))) : due.AddHours(2 + draw.Next(12));
    }

    private static T Pick<T>(Random draw) where T : struct, Enum => Enum.GetValues<T>()[draw.Next(Enum.GetValues<T>().Length)];
}
