using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// The robots of a tenant. The same kind of news of the same issue folds into the message that still waits, or waits itself until the
/// window of the last one is over.
/// </summary>
internal sealed class Groups(AppDb db, List<Robot> robots, List<OutboxMessage> recent, PortalAddress address, DateTimeOffset now)
{
    public void Tell(NoticeEvent happened, NewsIssue issue, NextClock? next)
    {
        var link = address.Root.Length > 0 ? address.Of($"/Issues/Details/{issue.Id.Value}") : null;
        foreach (var robot in robots.Where(r => r.Concerns(issue.Vendor, issue.Outlet) && (r.Kinds.Contains(happened.Kind) || NoticeKinds.IsForced(happened.Kind))))
        {
            var news = NoticeWords.ForRobot(robot.Language.Texts(TimeZoneInfo.FindSystemTimeZoneById(issue.TimeZone)), happened, issue, next, link);
            Put(robot, news);
        }
    }

    private void Put(Robot robot, RobotNews news)
    {
        var same = recent.Where(m => m.RobotId == robot.Id && m.FoldKey == news.FoldKey && !news.Urgent).ToList();
        if (same.Find(m => m.State == OutboxState.Waiting) is { } waiting)
        {
            waiting.Fold(news);
            return;
        }

        var last = same.Max(m => m.DeliveredAt);
        var message = OutboxMessage.ToRobot(robot, news, last is { } sent ? sent + Notice.Window : now, now);
        recent.Add(message);
        db.Outbox.Add(message);
    }
}
