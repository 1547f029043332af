using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>A contract's desk between two dates. <paramref name="Fed"/>: presence is that of the direct feed, as nobody entered any.</summary>
public sealed record DeskView(IReadOnlyList<CoverageDay> Days, bool Fed, IReadOnlyDictionary<DateOnly, DayMask> Exempt)
{
    public decimal RequiredHours => Days.Sum(d => d.Hours(Exempt.GetValueOrDefault(d.Date)).Required);

    /// <summary>Hours of the days that are over: what lies ahead is neither staffed nor missed.</summary>
    public StaffHours SumUntil(DateOnly today) => Days.Where(d => d.Date < today).Select(d => d.Hours(Exempt.GetValueOrDefault(d.Date)))
        .Aggregate(new StaffHours(0, 0, 0, 0), (a, b) => new(a.Required + b.Required, a.Staffed + b.Staffed, a.Scheduled + b.Scheduled, a.Adherent + b.Adherent));
}

/// <summary>Reads coverage: what was required, planned and there, half hour by half hour.</summary>
public sealed class CoverageReader(AppDb db)
{
    /// <param name="channel">Null: every channel of the contract.</param>
    public async Task<DeskView> ReadAsync(StaffContract desk, DateOnly from, DateOnly to, Channel? channel, CancellationToken cancel)
    {
        var (id, now) = (desk.Contract.Id, desk.Now);
        var days = (await StaffingFacts.DaysAsync(db, [id], from, to, now, cancel)).Select(d => d.Fact(desk.Passed(d.Date))).ToList();
        var needs = await StaffingFacts.RequirementsAsync(db, [id], from, to, now, cancel);
        var fed = !days.Any(d => d.Present is not null);
        if (fed)
        {
            days = await FedAsync(desk, days, from, to, cancel);
        }

        var windows = await db.ExemptWindows.AsNoTracking().Where(w => w.ContractId == id).Select(w => new { w.From, w.To }).ToListAsync(cancel);
        var coverage = Coverage.Of(
            days.Where(d => channel is null || d.Channel == channel), needs.Where(n => channel is null || n.Channel == channel).Select(n => n.Fact));
        return new DeskView(coverage, fed && days.Any(d => d.Present is not null), coverage.Select(d => d.Date).Distinct()
            .ToDictionary(d => d, d => Coverage.Exempt(d, desk.Zone, windows.Select(w => (w.From, w.To)))));
    }

    private async Task<List<AgentDayFact>> FedAsync(StaffContract desk, List<AgentDayFact> planned, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var spans = (await StaffingFacts.PresenceAsync(db, [desk.Contract.Id], from, to, desk.Now, cancel))[desk.Contract.Id].ToList();
        if (spans.Count == 0)
        {
            return planned;
        }

        var agents = (await db.Agents.AsNoTracking().Where(a => a.ContractId == desk.Contract.Id).Select(a => new { a.Id, a.Number, a.Channels }).ToListAsync(cancel))
            .ToDictionary(a => a.Number, StringComparer.OrdinalIgnoreCase);
        var fed = FedPresence.Days(
            spans, desk.Zone, from, to,
            number => agents.TryGetValue(number, out var a) ? a.Channels[0] : desk.Contract.Channels.FirstOrDefault(),
            number => agents.TryGetValue(number, out var a) ? a.Id : Guid.Empty);
        return fed.Any(d => !d.Scheduled.IsEmpty) ? [.. fed] : [.. planned, .. fed];
    }
}
