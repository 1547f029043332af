using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Notifications;

/// <summary>A member of the tenant with what the person chose.</summary>
public sealed record Listener(
    UserId User, string Email, string? Language, Role Role, RegionId? Region, OutletId? Outlet, VendorId? Vendor, NoticeSettings Settings)
{
    public Side Side => Role is Role.VendorManager or Role.VendorAgentLead ? Side.Vendor : Side.Buyer;

    public bool Sees(NewsIssue issue) => Role switch
    {
        Role.Headquarters or Role.Auditor => true,
        Role.RegionalManager => Region == issue.Region,
        Role.OutletManager or Role.OutletReviewer => Outlet == issue.Outlet,
        _ => Vendor == issue.Vendor,
    };

    public bool Sees(WorkPlace place, OutletId? only) => Role switch
    {
        Role.Headquarters or Role.Auditor => true,
        Role.RegionalManager => place.Outlets.Any(o => o.Region == Region && (only is null || o.Outlet == only)),
        Role.OutletManager or Role.OutletReviewer => only is null ? place.Outlets.Any(o => o.Outlet == Outlet) : Outlet == only,
        _ => Vendor == place.Vendor,
    };
}

/// <summary>The contract that news of inspections and actions belong to, and who is of it.</summary>
public sealed record WorkPlace(ContractId Contract, string Number, VendorId Vendor, IReadOnlyList<(OutletId Outlet, RegionId? Region)> Outlets);

/// <summary>What news say of an issue: nothing that names a customer.</summary>
public sealed record NewsIssue(
    IssueId Id, string Number, ProblemType Type, Severity Severity, VendorId Vendor, OutletId Outlet, RegionId? Region, ContractId Contract,
    UserId? BuyerContact, UserId? VendorContact, int Level, string TimeZone);

/// <summary>Whom an event concerns. Who caused it is not told of it, and nobody is told of what the person may not see.</summary>
public sealed class Audience(IReadOnlyList<Listener> members, ILookup<IssueId, IssueFollower> followers)
{
    public IReadOnlyList<Listener> Of(NoticeEvent happened, NewsIssue issue) =>
        [.. Concerned(happened, issue).Where(l => l.User != happened.ActorId && l.Sees(issue))
            .Where(l => happened.OnlySide is null || l.Side == happened.OnlySide).DistinctBy(l => l.User)];

    private IEnumerable<Listener> Concerned(NoticeEvent happened, NewsIssue issue) => happened.Kind switch
    {
        NoticeKind.Mention => members.Where(m => m.User == happened.ForId),
        NoticeKind.Emergency => Following(issue, f => f.ToldAt is not null),
        NoticeKind.NewIssue => Of(issue, Role.VendorManager, Role.VendorAgentLead).Concat(Handlers(issue, Side.Buyer)),
        NoticeKind.Clock => Handlers(issue, Side.Vendor).Concat(Watching(issue).Where(l => l.Side == Side.Vendor)),
        NoticeKind.Escalation when happened.What == nameof(IssueEventKind.ReferralClimbed) => Both(issue).Concat(OfLevel(issue, happened.Mark)),
        NoticeKind.Escalation => Both(issue).Concat(OfLevel(issue, issue.Level)),
        NoticeKind.Decision when happened.What is nameof(IssueEventKind.ContestDenied) or nameof(IssueEventKind.ContestConceded)
            or nameof(IssueEventKind.WaiverAsked) => Both(issue).Concat(Of(issue, Role.Headquarters)),
        _ => Both(issue),
    };

    /// <summary>L2 outlet manager and project manager, L3 region, L4 headquarters; each level adds to those below.</summary>
    private IEnumerable<Listener> OfLevel(NewsIssue issue, int level) =>
        (level >= 2 ? Of(issue, Role.OutletManager, Role.VendorManager) : [])
        .Concat(level >= 3 ? Of(issue, Role.RegionalManager) : [])
        .Concat(level >= 4 ? Of(issue, Role.Headquarters) : []);

    private IEnumerable<Listener> Both(NewsIssue issue) =>
        Handlers(issue, Side.Vendor).Concat(Handlers(issue, Side.Buyer)).Concat(Watching(issue));

    /// <summary>Who has it in hand; as long as nobody has, everybody who could take it.</summary>
    private IEnumerable<Listener> Handlers(NewsIssue issue, Side side)
    {
        var contact = side == Side.Vendor ? issue.VendorContact : issue.BuyerContact;
        var one = members.Where(m => m.User == contact).ToList();
        return one.Count > 0 ? one : side == Side.Vendor ? Of(issue, Role.VendorManager, Role.VendorAgentLead) : Of(issue, Role.OutletManager);
    }

    private IEnumerable<Listener> Of(NewsIssue issue, params Role[] roles) => members.Where(m => roles.Contains(m.Role) && m.Sees(issue));

    private IEnumerable<Listener> Watching(NewsIssue issue) => Following(issue, f => f.Watches);

    private IEnumerable<Listener> Following(NewsIssue issue, Func<IssueFollower, bool> how)
    {
        var users = followers[issue.Id].Where(how).Select(f => f.UserId).ToHashSet();
        return members.Where(m => users.Contains(m.User));
    }

    /// <summary>Active members of the tenant; who chose nothing has the defaults.</summary>
    public static async Task<List<Listener>> MembersAsync(AppDb db, CancellationToken cancel)
    {
        var zone = await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => new { t.TimeZone, t.Language }).SingleAsync(cancel);
        var chosen = await db.NoticeSettings.AsNoTracking().ToDictionaryAsync(s => s.UserId, cancel);
        var members = await db.Memberships.AsNoTracking().Where(m => m.DeactivatedAt == null).ToListAsync(cancel);
        var ids = members.Select(m => m.UserId.Value).ToList();
        var languages = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Language, cancel);
        return members.ConvertAll(m => new Listener(
            m.UserId, m.Email, languages.GetValueOrDefault(m.UserId.Value) ?? zone.Language, m.Role, m.RegionId, m.OutletId, m.VendorId,
            chosen.GetValueOrDefault(m.UserId) ?? new NoticeSettings(m.TenantId, m.UserId, zone.TimeZone)));
    }
}
