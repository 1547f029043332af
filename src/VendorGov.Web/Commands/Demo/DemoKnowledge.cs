using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Training orders, brand packs with signatures, the brand course of two quarters, and articles in every state.</summary>
internal sealed class DemoKnowledge(
    AppDb db, Contract contract, ClockFaces faces, IReadOnlyList<Agent> team, IReadOnlyList<DemoSitting> sittings, DateOnly today, DateTimeOffset now)
{
    private const string Rules = """
        一、问候：您好，鹭程速递，我是客服某某，请问有什么可以帮您？
        二、称呼：一律用“您”，不叫“亲”，不用反问句。
        三、时效：只说系统显示的时限，不作口头加码；延误先致歉，再说明原因与时限。
        四、收尾：复述处理结果和联系方式，祝客户生活愉快。
        """;

    public void Fill(Issue? lesson, OutletId outlet)
    {
        Brand();
        Order(lesson);
        Know(lesson, outlet);
    }

    private void Brand()
    {
        (string Title, int Age, int? Signed)[] packs = [("2026 品牌用语与形象规范", 128, 5), ("2026 品牌用语与形象规范（修订）", 44, 9), ("双 11 期间品牌用语补充", 2, null)];
        BrandPack? before = null;
        foreach (var (title, age, signed) in packs)
        {
            var pack = new BrandPack(contract, before, new BrandContent(title, Rules, today.AddDays(7 - age)), "何青", now.AddDays(-age));
            if (signed is { } days)
            {
                pack.Sign("陈屿", now.AddDays(days - age));
            }

            db.Add(pack);
            before = pack;
        }

        var from = BrandQuarter.FirstDayOf(today);
        Quarter(from.AddMonths(-3), now.AddDays(from.DayNumber - today.DayNumber - 24));
        Quarter(from, now);
    }

    private void Quarter(DateOnly from, DateTimeOffset at)
    {
        var (quarter, owed) = BrandQuarter.Owe(contract, from, faces, at);
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var passed = sittings.Where(s => s.Course.Kind == CertificateKind.Brand && s.Session.Date >= from && s.Session.Date <= day && s.Result.Score >= BrandQuarter.PassMark)
            .Select(s => s.Agent.Id).ToHashSet();
        quarter.Settle(BrandQuarter.Candidates(team, day), passed, owed, faces, at);
        db.AddRange(owed, quarter);
    }

    /// <summary>One done, one that lacks an agent past its date, one from an issue that has just begun.</summary>
    private void Order(Issue? lesson)
    {
        var late = sittings.Where(s => s.Course.Kind == CertificateKind.Product).GroupBy(s => s.Session).OrderBy(g => g.Key.Date).Last().ToList();
        var (passed, failed) = (late.Where(s => s.Result.Passed).ToList(), late.Where(s => !s.Result.Passed && s.Agent.WorksOn(today)).ToList());
        var course = late[0].Course;
        Give("破损理赔口径复训", course, passed.Take(4), late, late[0].Session.Date.AddDays(-5), 12, new TrainingGround(TrainingCause.Other));
        Give("丢失件安抚与时限口径", course, passed.Take(1).Concat(failed.Take(1)), late, late[0].Session.Date.AddDays(-4), 8, new TrainingGround(TrainingCause.Other));
        if (lesson is not null)
        {
            Give(
                $"{lesson.Title}：复训并复测", course, failed.Concat(passed).Where(s => s.Agent.WorksOn(today)).Skip(1).Take(3), [], today.AddDays(-2), 9,
                new TrainingGround(TrainingCause.Issue, lesson.OutletId, lesson.Id));
        }
    }

    private void Give(string topic, Course course, IEnumerable<DemoSitting> who, List<DemoSitting> taken, DateOnly on, int days, TrainingGround ground)
    {
        var at = now.AddDays(on.DayNumber - today.DayNumber);
        var agents = who.Select(s => s.Agent).Where(a => a.WorksOn(on)).ToList();
        if (agents.Count == 0)
        {
            return;
        }

        var (order, owed) = TrainingOrder.Give(contract, new TrainingWish(topic, null, course, agents, on.AddDays(days)), ground, faces, "周敏", at);
        var settled = taken.Count == 0 ? at : now.AddDays(taken[0].Session.Date.DayNumber - today.DayNumber + 1);
        order.Settle(
            taken.Where(s => s.Result.Passed).Select(s => new PassedSitting(s.Agent.Id, s.Session.Id, s.Session.Date, s.Result.Score ?? 0)),
            new HashSet<Guid>(), owed, faces, settled);
        owed.Refresh(faces, now);
        db.AddRange(owed, order);
    }

    private void Know(Issue? lesson, OutletId outlet)
    {
        var first = Propose(outlet, null, 90, "冷链件签收异常怎么答", "先请客户当面拍照，登记温度异常；两小时内由网点回电，不承诺赔付金额。", "冷链 签收 生鲜");
        Decide(first, 87, null);
        Revise(first, 20, "先请客户当面拍照，登记温度异常；一小时内由网点回电，说明可走快速理赔，不承诺赔付金额。");
        Decide(first, 18, null);
        Decide(Propose(outlet, null, 41, "改派与改址的收费口径", "签收前改址免费一次；跨区按系统报价，先报价再操作。", "改派 改址 收费"), 37, null);
        Decide(Propose(outlet, null, 12, "客户要求上门取回误投件", "请客户保管并告知两小时内取回。", "误投"), 8, "误投件不能让客户保管，请改为立即派单上门");
        Propose(outlet, lesson?.Id, 2, "延误件安抚三句话", "致歉；说明当前位置与时限；主动登记回访并告知时间。不说“请耐心等待”。", "延误 安抚 话术");
    }

    private KnowledgeArticle Propose(OutletId outlet, IssueId? issue, int age, string title, string body, string keywords)
    {
        var (article, owed) = KnowledgeArticle.Propose(
            contract, outlet, issue, new KnowledgeText(title, body, keywords), faces, "邵宁", now.AddDays(-age));
        db.AddRange(owed, article);
        return article;
    }

    private void Revise(KnowledgeArticle article, int age, string body) =>
        db.Add(article.Revise(new KnowledgeText(article.Title, body, article.Keywords), faces, "邵宁", now.AddDays(-age)));

    private void Decide(KnowledgeArticle article, int age, string? reason)
    {
        var key = article.Versions[^1].ObligationId;
        var owed = db.Obligations.Local.Single(o => o.Id == key);
        if (reason is null)
        {
            article.Approve(owed, faces, "周敏", now.AddDays(-age));
        }
        else
        {
            article.Return(reason, owed, faces, "周敏", now.AddDays(-age));
        }
    }
}
