using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>Keeps what lists of issues sort by, <see cref="Issue.Rank"/>, in step with the clocks: in the transaction that moves them.</summary>
public sealed partial class AppDb
{
    private const int AtOnce = 500;

    /// <summary>
    /// The issues that the walls show, asked for by the caller's own key as well: a condition that holds for every caller at once gives no engine
    /// an index to begin with.
    /// </summary>
    public IQueryable<Issue> OwnIssues
    {
        get
        {
            if (scope.WholeTenant)
            {
                return Issues;
            }

            var (vendor, outlets) = (scope.Vendor, scope.Outlets.ToList());
            if (scope.IsVendor)
            {
                return Issues.Where(i => i.VendorId == vendor);
            }

            var only = outlets.FirstOrDefault();
            return outlets.Count == 1 ? Issues.Where(i => i.OutletId == only) : Issues.Where(i => outlets.Contains(i.OutletId));
        }
    }

    /// <summary>For issues of a database that is older than the column.</summary>
    public Task<int> StandUnknownAsync(CancellationToken cancel) => StandAsync(Issues.Where(i => i.Rank == IssueRank.Unknown), cancel);

    /// <summary>Saves and brings the standing of the issues up to date whose clocks, state or tier moved; one transaction.</summary>
    private async Task<int> SaveMovedAsync(List<IssueId> moved, bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        foreach (var part in moved.Chunk(AtOnce))
        {
            await StandAsync(Issues.Where(i => part.Contains(i.Id)), cancel);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return saved;
    }

    private List<IssueId> MovedIssues()
    {
        if (!scope.Entered)
        {
            return [];
        }

        var issues = ChangeTracker.Entries<Issue>().ToDictionary(e => e.Entity.Id);
        var clocks = ChangeTracker.Entries<Obligation>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity.IssueId is not null)
            .Select(e => e.Entity.IssueId!.Value);
        return [.. issues.Values.Where(e => e.State == EntityState.Modified
                && (e.Property(i => i.State).IsModified || e.Property(i => i.CustomerTier).IsModified)).Select(e => e.Entity.Id)
            .Concat(clocks).Distinct().Where(id => !issues.TryGetValue(id, out var issue) || issue.State is EntityState.Modified or EntityState.Unchanged)];
    }

    /// <summary>The same rule as <see cref="Issue.Stand"/>, for rows. The party wall is passed: one party's act moves the clocks of an issue that is both's.</summary>
    private static Task<int> StandAsync(IQueryable<Issue> issues, CancellationToken cancel) => issues.IgnoreQueryFilters([PartyFilter])
        .ExecuteUpdateAsync(set => set
            .SetProperty(i => i.NearestDueAt, i => i.Obligations
                .Where(o => (o.State == ClockState.Running || o.State == ClockState.Breached) && o.DueAt != null).Min(o => o.DueAt))
            .SetProperty(i => i.AwaitsAnswer, i => i.Obligations.Any(o => o.Provisional))
            .SetProperty(i => i.Rank, i => i.State == IssueState.Closed || i.State == IssueState.Withdrawn ? IssueRank.Over
                : (i.Obligations.Any(o => o.State == ClockState.Breached && o.DueAt != null) ? IssueRank.Late
                    : i.Obligations.Any(o => o.State == ClockState.Running && o.DueAt != null) ? IssueRank.Running
                    : IssueRank.Idle) - (i.CustomerTier == CustomerTier.A ? 1 : 0)), cancel);
}
