using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Chasing;
using VendorGov.Web.Features.Notifications;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// What the last days would have told the people of the demo: chases, inboxes, mails of which one came back, robots that are not in use,
/// since they would speak to groups that nobody has.
/// </summary>
internal sealed class DemoNews(AppDb db, ChaseDesk chases, NewsDesk news, DateTimeOffset now)
{
    private static readonly TimeSpan Told = TimeSpan.FromHours(36);

    public async Task TellAsync(CancellationToken cancel)
    {
        for (var day = 12; day >= 0; day--)
        {
            await chases.RunAsync(now.AddDays(-day), cancel);
        }

        // What the chases of past days caused was read long ago.
        db.NoticeEvents.RemoveRange(await db.NoticeEvents.Where(e => e.At < now - Told).ToListAsync(cancel));
        var since = now - Told;
        foreach (var message in await db.IssueMessages.AsNoTracking().Where(m => m.At > since).ToListAsync(cancel))
        {
            db.NoticeEvents.Add(NoticeEvent.Of(message));
        }

        foreach (var happened in await db.IssueEvents.AsNoTracking().Where(e => e.At > since && e.Kind != IssueEventKind.Chased).ToListAsync(cancel))
        {
            if (NoticeEvent.Of(happened, null) is { } told)
            {
                db.NoticeEvents.Add(told);
            }
        }

        (await db.ScorecardEvents.Where(e => e.At < now.AddDays(-3)).ToListAsync(cancel)).ForEach(e => e.Told(e.At));
        await AddWorkAsync(since, cancel);
        await db.SaveChangesAsync(cancel);
        await news.TellAsync(cancel);
        foreach (var notice in await db.Notices.Where(n => n.At < now.AddHours(-20)).ToListAsync(cancel))
        {
            notice.Read(now.AddHours(-8));
        }

        await AddRobotsAsync(cancel);
        AddMails();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Inspections and corrective actions were laid in bulk, which tells nobody.</summary>
    private async Task AddWorkAsync(DateTimeOffset since, CancellationToken cancel)
    {
        db.WorkNews.RemoveRange(await db.WorkNews.ToListAsync(cancel));
        var failed = await db.Evaluations.AsNoTracking()
            .Where(e => e.ShownAt > since && e.Raw != null && (!e.Passed || e.HasFatal) && e.Purpose != EvaluationPurpose.Calibration).ToListAsync(cancel);
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.FiledAt > now.AddDays(-5)).ToListAsync(cancel);
        var talks = await db.Coachings.AsNoTracking().Where(c => c.State == CoachingState.Owed && c.OpenedAt > now.AddDays(-5)).ToListAsync(cancel);
        var actions = await db.CorrectiveActions.AsNoTracking().Where(a => a.DemandedAt > now.AddDays(-12)).ToListAsync(cancel);
        db.WorkNews.AddRange(failed.Select(WorkNews.Failed));
        db.WorkNews.AddRange(appeals.Select(a => WorkNews.Of(a, a.State == AppealState.Final ? "AppealFinal" : a.State == AppealState.Refused ? "AppealRefused" : "AppealFiled", a.AnsweredAt ?? a.FiledAt)));
        db.WorkNews.AddRange(talks.Select(c => WorkNews.Of(c, "CoachingOwed", c.OpenedAt)));
        db.WorkNews.AddRange(actions.Select(a => WorkNews.Of(a, a.State == ActionState.Planned ? "ActionPlanned" : "ActionDemanded", a.DemandedAt)));
    }

    private async Task AddRobotsAsync(CancellationToken cancel)
    {
        var tenant = db.Scope.Tenant;
        var outlet = await db.Outlets.Where(o => o.Code == "W0301").Select(o => o.Id).SingleAsync(cancel);
        var vendor = await db.Vendors.Where(v => v.Code == "AY").Select(v => v.Id).SingleAsync(cancel);
        (PartyKey Party, string Name, RobotPlatform Platform, string Host)[] plans =
        [
            (new PartyKey(), "总部客服督导群", RobotPlatform.DingTalk, "oapi.dingtalk.com"),
            (new PartyKey(Outlet: outlet), "网点值班群", RobotPlatform.WeCom, "qyapi.weixin.qq.com"),
            (new PartyKey(Vendor: vendor), "安屿项目群", RobotPlatform.Feishu, "open.feishu.cn"),
        ];
        foreach (var plan in plans)
        {
            var robot = new Robot(tenant, plan.Party, "何青", now.AddDays(-40));
            robot.Change(plan.Name, RobotLanguage.Chinese, [NoticeKind.NewIssue, NoticeKind.Escalation, NoticeKind.Chase, NoticeKind.Emergency], active: false);
            robot.Reach(plan.Platform, plan.Host, "demo", null);
            db.Robots.Add(robot);
        }
    }

    private void AddMails()
    {
        (string To, string Title, bool Dead)[] plans =
        [
            ("vendor@demo.example", "每日摘要：6 条动态", false), ("outlet@demo.example", "每日摘要：4 条动态", false),
            ("lead@demo.example", "每日摘要：9 条动态", false), ("former@demo.example", "时限未达成，已升级", true),
        ];
        foreach (var (to, title, dead) in plans)
        {
            var mail = OutboxMessage.Mail(db.Scope.Tenant, to, title, "", now.AddHours(-30));
            for (var attempt = 0; dead && attempt < OutboxMessage.MaxAttempts; attempt++)
            {
                mail.Failed("550 5.1.1 Mailbox unavailable", now.AddHours(-30 + attempt));
            }

            if (!dead)
            {
                mail.Delivered(now.AddHours(-30).AddSeconds(9));
            }

            db.Outbox.Add(mail);
        }
    }
}
