using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Search;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>What a network can hold of notices: a line in an inbox, a person's choice, robots; a chase and a piece of the search.</summary>
internal static class NetworkNews
{
    public static void Tell(AppDb db, Issue issue, Outlet outlet, Vendor vendor, string code, DateTimeOffset now)
    {
        var reader = UserId.New();
        var complaint = issue.Messages[0];
        db.AddRange(
            new Notice(NoticeEvent.Of(complaint), reader, inPage: true, mailAt: null), new NoticeSettings(issue.TenantId, reader, "Asia/Shanghai"),
            Robot(issue.TenantId, new PartyKey(Vendor: vendor.Id), code, now), Robot(issue.TenantId, new PartyKey(Outlet: outlet.Id), code, now),
            new SearchGram(issue.TenantId, issue.Id.Value, "~~"), Chase(issue));
    }

    /// <summary>Chases are made by the domain alone, for complaints; a row of it is enough here.</summary>
    private static ComplaintChase Chase(Issue issue) => (ComplaintChase)Activator.CreateInstance(
        typeof(ComplaintChase), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null, [issue, 2, false, issue.FiledAt], null)!;

    private static Robot Robot(TenantId tenant, PartyKey party, string code, DateTimeOffset now)
    {
        var robot = new Robot(tenant, party, "hq", now);
        robot.Change($"{code} 群", RobotLanguage.Both, [NoticeKind.Escalation], active: false);
        robot.Reach(RobotPlatform.WeCom, "qyapi.weixin.qq.com", "sealed", null);
        return robot;
    }
}
