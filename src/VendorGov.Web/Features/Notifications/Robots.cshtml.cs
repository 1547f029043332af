using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Notifications;

/// <summary>The group robots of the own party; headquarters see those of all parties.</summary>
[Permission(Permission.ManageRobots)]
public sealed class RobotsModel(AppDb db, TimeProvider clock) : PageModel
{
    public sealed record Row
    {
        public Robot Robot { get; init; } = null!;

        public string? Party { get; init; }

        public DateTimeOffset? LastSentAt { get; init; }

        public string? LastError { get; init; }

        public int Waiting { get; init; }
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await db.Robots.AsNoTracking().OrderBy(r => r.Name).Select(r => new Row
    {
        Robot = r,
        Party = r.VendorId != null ? db.Vendors.Where(v => v.Id == r.VendorId).Select(v => v.Name).FirstOrDefault()
            : db.Outlets.Where(o => o.Id == r.OutletId).Select(o => o.Name).FirstOrDefault(),
        LastSentAt = db.Outbox.Where(m => m.RobotId == r.Id).Max(m => m.DeliveredAt),
        LastError = db.Outbox.Where(m => m.RobotId == r.Id && m.DeliveredAt == null && m.DiscardedAt == null && m.LastError != null)
            .OrderByDescending(m => m.LastAttemptAt).Select(m => m.LastError).FirstOrDefault(),
        Waiting = db.Outbox.Count(m => m.RobotId == r.Id && m.DeliveredAt == null && m.DiscardedAt == null),
    }).ToListAsync(cancel);
}
