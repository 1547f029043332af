using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>What one outlet says about one channel and date, while it is read.</summary>
public sealed class RequirementEntry(OutletId outlet, Channel channel, DateOnly date)
{
    public OutletId Outlet { get; } = outlet;
    public Channel Channel { get; } = channel;
    public DateOnly Date { get; } = date;
    public int[] Volumes { get; init; } = new int[HalfHours.PerDay];
    public int?[] Heads { get; init; } = new int?[HalfHours.PerDay];
    public bool HasVolumes { get; set; }

    /// <summary>What heads are computed by where none were entered; null: an assumption of the desk.</summary>
    public StaffAssumption? Assumption { get; set; }

    public void Put(int interval, int? volume, int? heads, int? handling)
    {
        (Volumes[interval], Heads[interval]) = (volume ?? 0, heads);
        HasVolumes |= volume is not null;
        Assumption = handling is { } seconds ? new StaffAssumption(seconds) : Assumption;
    }
}

/// <summary>Writes forecasts and required headcount of outlets for days to come.</summary>
public sealed class RequirementDesk(AppDb db)
{
    private const int UsualHandling = 240;

    /// <summary>Rows that say something else than before. Throws <see cref="RuleViolationException"/> for a day that has begun.</summary>
    public async Task<int> WriteAsync(StaffContract desk, IReadOnlyCollection<RequirementEntry> entries, string source, CancellationToken cancel)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        if (entries.FirstOrDefault(e => e.Date <= desk.Today) is { } past)
        {
            throw new RuleViolationException("requirement-past", past.Date);
        }

        var (from, to) = (entries.Min(e => e.Date), entries.Max(e => e.Date));
        var known = await db.RequirementDays.Where(r => r.ContractId == desk.Contract.Id && r.Date >= from && r.Date <= to && r.SupersededAt == null)
            .ToDictionaryAsync(r => (r.OutletId, r.Channel, r.Date), cancel);
        var changed = 0;
        foreach (var entry in entries)
        {
            var before = known.GetValueOrDefault((entry.Outlet, entry.Channel, entry.Date));
            var row = Row(desk, entry);
            if (before is null || !before.Says(row))
            {
                db.RequirementDays.Add(row.Instead(before));
                changed++;
            }
        }

        if (changed > 0)
        {
            db.AddBatchEntry("requirement", nameof(RequirementDay), desk.Contract.Number, new { days = changed, source });
            await db.SaveChangesAsync(cancel);
        }

        return changed;
    }

    private RequirementDay Row(StaffContract desk, RequirementEntry entry)
    {
        var place = new RequirementPlace(desk.Contract, entry.Outlet, entry.Channel, entry.Date);
        return entry.Heads.Any(h => h is not null)
            ? RequirementDay.Entered(place, entry.HasVolumes ? entry.Volumes : null, [.. entry.Heads.Select(h => h ?? 0)], db.Scope.ActorName, desk.Now)
            : RequirementDay.Computed(place, entry.Volumes, entry.Assumption ?? Usual(entry.Channel), db.Scope.ActorName, desk.Now);
    }

    /// <summary>80 % of calls within 20 s (SL20), 90 % of first replies within 30 s (FR30).</summary>
    public static StaffAssumption Usual(Channel channel) => channel == Channel.Voice
        ? new StaffAssumption(UsualHandling)
        : new StaffAssumption(UsualHandling, 90, 30, Concurrency: 3);
}
