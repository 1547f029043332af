using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

/// <summary>What is late, due, running and paused: per person who answers for it, and per level of the escalation chain.</summary>
[Permission(Permission.ViewIssues)]
public sealed class BoardModel(AppDb db, TimeProvider clock) : PageModel
{
    public sealed record Load(int Late, int Soon, int Running, int Paused)
    {
        public int All => Late + Soon + Running + Paused;
    }

    public sealed record PersonRow(UserId? Id, string? Name, string? Vendor, VendorId VendorId, Load Load);

    public sealed record LevelRow(int Level, Load Load);

    public sealed record TaskRow(Guid Issue, string Number, ProblemType Type, string Code, Side Owner, DateTimeOffset DueAt, string? Person, CustomerTier? Tier);

    private sealed record Cell
    {
        public UserId? Id { get; init; }

        public string? Name { get; init; }

        public VendorId Vendor { get; init; }

        public int Level { get; init; }

        public int Late { get; init; }

        public int Soon { get; init; }

        public int Running { get; init; }

        public int Paused { get; init; }
    }

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<LevelRow> Levels { get; private set; } = [];

    /// <summary>Playbook actions that are past their time.</summary>
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var cells = await CellsAsync(cancel);
        var vendors = await db.Vendors.AsNoTracking().ToDictionaryAsync(v => v.Id, v => v.Name, cancel);
        People = [.. cells.GroupBy(c => (c.Vendor, c.Id, c.Name))
            .Select(g => new PersonRow(g.Key.Id, g.Key.Name, vendors.GetValueOrDefault(g.Key.Vendor), g.Key.Vendor, Sum(g)))
            .OrderByDescending(p => p.Load.Late).ThenByDescending(p => p.Load.Soon).ThenByDescending(p => p.Load.All)];
        Levels = [.. Enumerable.Range(1, 4).Select(level => new LevelRow(level, Sum(cells.Where(c => c.Level == level))))];
        Tasks = await TasksAsync(cancel);
    }

    private async Task<List<Cell>> CellsAsync(CancellationToken cancel)
    {
        var soon = Now.AddHours(24);
        return await (
            from o in db.Obligations.AsNoTracking()
            join i in db.Issues on o.IssueId equals (IssueId?)i.Id
            where o.State == ClockState.Running || o.State == ClockState.Paused || o.State == ClockState.Breached
            group o by new { i.VendorContactId, i.VendorContactName, i.VendorId, i.EscalationLevel } into g
            select new Cell
            {
                Id = g.Key.VendorContactId,
                Name = g.Key.VendorContactName,
                Vendor = g.Key.VendorId,
                Level = g.Key.EscalationLevel,
                Late = g.Count(o => o.State == ClockState.Breached),
                Soon = g.Count(o => o.State == ClockState.Running && o.DueAt < soon),
                Running = g.Count(o => o.State == ClockState.Running && (o.DueAt == null || o.DueAt >= soon)),
                Paused = g.Count(o => o.State == ClockState.Paused),
            }).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<TaskRow>> TasksAsync(CancellationToken cancel) => await (
        from c in db.ChecklistItems.AsNoTracking()
        join i in db.Issues on c.IssueId equals i.Id
        where c.DoneAt == null && c.DueAt != null && c.DueAt < Now && i.State != IssueState.Closed && i.State != IssueState.Withdrawn
        orderby i.CustomerTier == CustomerTier.A ? 0 : 1, c.DueAt
        select new TaskRow(
            i.Id.Value, i.Number, i.ProblemType, c.Code, c.Owner, c.DueAt!.Value,
            c.Owner == Side.Vendor ? i.VendorContactName : i.BuyerContactName, i.CustomerTier)).Take(50).ToListAsync(cancel);

    private static Load Sum(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        return new Load(all.Sum(c => c.Late), all.Sum(c => c.Soon), all.Sum(c => c.Running), all.Sum(c => c.Paused));
    }
}
