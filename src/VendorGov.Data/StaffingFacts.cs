using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Agents, rosters, presence and requirements of some contracts between two local dates, as they were known at an instant: a few queries
/// for any number of contracts, one row per agent and day.
/// </summary>
public static class StaffingFacts
{
    /// <summary>The rows that stood at <paramref name="at"/>.</summary>
    public static async Task<List<AgentDay>> DaysAsync(
        AppDb db, IReadOnlyCollection<ContractId> contracts, DateOnly from, DateOnly to, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = db.AgentDays.AsNoTracking().Where(d => contracts.Contains(d.ContractId) && d.Date >= from && d.Date <= to);
        return await Standing(rows, at).ToListAsync(cancel);
    }

    public static IQueryable<AgentDay> Standing(IQueryable<AgentDay> days, DateTimeOffset at) =>
        days.Where(d => d.RecordedAt <= at && (d.SupersededAt == null || d.SupersededAt > at));

    public static async Task<List<RequirementDay>> RequirementsAsync(
        AppDb db, IReadOnlyCollection<ContractId> contracts, DateOnly from, DateOnly to, DateTimeOffset at, CancellationToken cancel) =>
        await db.RequirementDays.AsNoTracking()
            .Where(r => contracts.Contains(r.ContractId) && r.Date >= from && r.Date <= to
                && r.RecordedAt <= at && (r.SupersededAt == null || r.SupersededAt > at))
            .ToListAsync(cancel);

    /// <summary>
    /// Spans that the direct feed tells of, from the day before on: a night shift begins there. Where the buyer's side sends too, its rows stand.
    /// </summary>
    public static async Task<ILookup<ContractId, PresenceSpan>> PresenceAsync(
        AppDb db, IReadOnlyCollection<ContractId> contracts, DateOnly from, DateOnly to, DateTimeOffset at, CancellationToken cancel)
    {
        var first = from.AddDays(-1);
        var rows = await db.FeedPresences.AsNoTracking()
            .Where(p => contracts.Contains(p.ContractId) && p.Date >= first && p.Date <= to && p.ReceivedAt <= at)
            .Select(p => new { p.ContractId, p.Agent, p.SenderSide, p.State, p.Channel, p.StartsAt, p.EndsAt }).ToListAsync(cancel);
        return rows.GroupBy(r => r.ContractId)
            .SelectMany(g => g.Any(r => r.SenderSide == Side.Buyer) ? g.Where(r => r.SenderSide == Side.Buyer) : g)
            .ToLookup(r => r.ContractId, r => new PresenceSpan(r.Agent, r.State, r.Channel, r.StartsAt, r.EndsAt));
    }

    /// <summary>Who took contacts on which dates, as the direct feed names them.</summary>
    public static async Task<ILookup<ContractId, (string Number, DateOnly Date)>> ContactsAsync(
        AppDb db, IReadOnlyCollection<ContractId> contracts, DateOnly from, DateOnly to, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = await db.FeedContacts.AsNoTracking()
            .Where(c => contracts.Contains(c.ContractId) && c.Date >= from && c.Date <= to && c.Handled && c.Agent != null && c.ReceivedAt <= at)
            .GroupBy(c => new { c.ContractId, c.Agent, c.Date }).Select(g => new { g.Key.ContractId, g.Key.Agent, g.Key.Date }).ToListAsync(cancel);
        return rows.ToLookup(r => r.ContractId, r => (r.Agent!, r.Date));
    }

    /// <summary>Everybody who ever worked for the vendors of these contracts: whoever moved on is counted where he was.</summary>
    public static async Task<List<Agent>> AgentsAsync(AppDb db, IReadOnlyCollection<VendorId> vendors, CancellationToken cancel) =>
        await db.Agents.AsNoTracking().Where(a => vendors.Contains(a.VendorId)).ToListAsync(cancel);
}
