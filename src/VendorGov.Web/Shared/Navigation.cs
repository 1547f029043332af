using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared;

/// <summary>One link of the side navigation. <paramref name="Folder"/> marks it as current.</summary>
public sealed record NavItem(string Page, string Key, string Icon, Permission Permission, string Group = "")
{
    public string Folder => Page[..(Page.LastIndexOf('/') + 1)];
}

/// <summary>The side navigation of each role: what the role may see, as far as the page exists in this build.</summary>
public sealed class Navigation(IActionDescriptorCollectionProvider pages, LinkGenerator links)
{
    private static readonly NavItem[] All =
    [
        new("/Home/Index", "nav.home", "home", Permission.SignedIn),
        new("/Issues/Index", "nav.issues", "list-details", Permission.ViewIssues),
        new("/Issues/Emergency", "nav.emergency", "urgent", Permission.ReportEmergency),
        new("/Issues/Board", "nav.board", "layout-kanban", Permission.ViewIssues),
        new("/Ledger/Index", "nav.ledger", "message-report", Permission.ViewIssues),
        new("/Promises/Index", "nav.promises", "rosette-discount-check", Permission.ViewIssues),
        new("/Chasing/Index", "nav.chasing", "repeat", Permission.ViewIssues),
        new("/Inspections/Index", "nav.inspections", "headphones", Permission.ViewInspections, "nav.measure"),
        new("/Reports/Index", "nav.reports", "file-spreadsheet", Permission.ViewReports, "nav.measure"),
        new("/Staffing/Index", "nav.staffing", "users", Permission.ViewStaffing, "nav.measure"),
        new("/Training/Index", "nav.training", "school", Permission.ViewTraining, "nav.measure"),
        new("/Scorecards/Index", "nav.scorecards", "certificate", Permission.ViewScorecards, "nav.measure"),
        new("/Rankings/Index", "nav.ranking", "trophy", Permission.ViewRanking, "nav.measure"),
        new("/Analysis/Index", "nav.analysis", "report-analytics", Permission.ViewAnalysis, "nav.measure"),
        new("/Reviews/Index", "nav.reviews", "briefcase", Permission.ViewAnalysis, "nav.measure"),
        new("/Improvement/Index", "nav.improvement", "checkup-list", Permission.ViewImprovement, "nav.measure"),
        new("/Contracts/Index", "nav.contracts", "file-text", Permission.ViewContracts, "nav.terms"),
        new("/Feed/Index", "nav.feed", "broadcast", Permission.ViewFeed, "nav.terms"),
        new("/Network/Index", "nav.network", "building-store", Permission.ViewNetwork, "nav.terms"),
        new("/Network/Users", "nav.users", "user-circle", Permission.ManageUsers, "nav.terms"),
        new("/Exemptions/Index", "nav.exemptions", "calendar-off", Permission.ViewContracts, "nav.terms"),
        new("/Calendars/Index", "nav.calendars", "calendar", Permission.ViewContracts, "nav.terms"),
        new("/Imports/Index", "nav.imports", "file-import", Permission.ImportHistory, "nav.terms"),
        new("/Audit/Index", "nav.audit", "history", Permission.ViewAudit, "nav.terms"),
        new("/Retention/Index", "nav.retention", "database", Permission.ManageNetwork, "nav.terms"),
        new("/Notifications/Index", "nav.notices", "bell", Permission.ViewIssues, "nav.terms"),
        new("/Platform/Index", "nav.tenants", "building", Permission.ManageTenants),
        new("/Notifications/Outbox", "notices.outbox", "send", Permission.ManageTenants),
    ];

    private readonly Lazy<HashSet<string>> _existing = new(() => pages.ActionDescriptors.Items
        .OfType<PageActionDescriptor>()
        .Select(page => page.ViewEnginePath)
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    private readonly ConcurrentDictionary<string, string?> _addresses = new();

    /// <summary>The address of a page of the navigation; every page shows sixty of them, so each is made once.</summary>
    public string? AddressOf(NavItem item) => _addresses.GetOrAdd(item.Page, page => links.GetPathByPage(page));

    public bool Exists(string page) => _existing.Value.Contains(page);

    public IReadOnlyList<NavItem> For(CurrentUser user) =>
        All.Where(item => user.Can(item.Permission) && Exists(item.Page)).ToList();

    /// <summary>The phone's tab bar: the first four places of the same list, ordered by how often they are needed there.</summary>
    public IReadOnlyList<NavItem> Tabs(CurrentUser user) => For(user).Take(4).ToList();
}
