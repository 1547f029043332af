using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Analysis;

/// <summary>One issue as the analysis counts it. <see cref="At"/> is on the reader's wall clock.</summary>
public sealed record FiledIssue(DateTime At, OutletId Outlet, ProblemType Type, bool Late);

public sealed record Place(OutletId Id, string Code, string Name, RegionId? Region, string? RegionName);

/// <summary>Issues filed in a span of months, imported ones among them, cut to what the reader may see.</summary>
public sealed class IssueHistory(AppDb db, CurrentUser user, TimeProvider clock)
{
    private const int Most = 200_000;

    /// <summary>The first local day and the day after the last: whole days only. A history that ended earlier is taken from its own end.</summary>
    public async Task<(DateOnly From, DateOnly Until)> SpanAsync(int months, CancellationToken cancel)
    {
        var last = await db.Issues.AsNoTracking().MaxAsync(i => (DateTimeOffset?)i.FiledAt, cancel);
        var today = Local(clock.GetUtcNow());
        var until = last is { } at && Local(at).AddDays(1) < today ? Local(at).AddDays(1) : today;
        return (until.AddMonths(-months), until);
    }

    public async Task<List<FiledIssue>> ReadAsync(AnalysisFilter filter, DateOnly from, DateOnly until, CancellationToken cancel)
    {
        var (start, end) = (Instant(from), Instant(until));
        var issues = db.Issues.AsNoTracking().Where(i => i.FiledAt >= start && i.FiledAt < end && i.State != IssueState.Withdrawn);
        if (filter.Vendor is { } vendor)
        {
            issues = issues.Where(i => i.VendorId == vendor);
        }

        if (filter.Type is { } type)
        {
            issues = issues.Where(i => i.ProblemType == type);
        }

        if (filter.Region is { } region)
        {
            issues = issues.Where(i => db.Outlets.Any(o => o.Id == i.OutletId && o.RegionId == region));
        }

        var rows = await issues.OrderBy(i => i.FiledAt).Take(Most).Select(i => new
        {
            i.FiledAt, i.OutletId, i.ProblemType,
            Late = db.Obligations.Any(o => o.IssueId == i.Id && (o.State == ClockState.Missed || o.State == ClockState.Breached)),
        }).ToListAsync(cancel);
        return [.. rows.Select(r => new FiledIssue(TimeZoneInfo.ConvertTime(r.FiledAt, user.Zone).DateTime, r.OutletId, r.ProblemType, r.Late))];
    }

    /// <summary>The outlets that the reader's issues can be at: of the region and of the vendor's contracts, where asked.</summary>
    public async Task<List<Place>> PlacesAsync(AnalysisFilter filter, CancellationToken cancel)
    {
        var outlets = db.Outlets.AsNoTracking().Where(o => o.Active);
        if (filter.Vendor is { } vendor)
        {
            outlets = outlets.Where(o => db.ContractOutlets.Any(c => c.OutletId == o.Id && c.VendorId == vendor));
        }

        if (filter.Region is { } region)
        {
            outlets = outlets.Where(o => o.RegionId == region);
        }

        return await outlets.OrderBy(o => o.Code).Select(o => new Place(
            o.Id, o.Code, o.Name, o.RegionId, db.Regions.Where(r => r.Id == o.RegionId).Select(r => r.Name).FirstOrDefault())).ToListAsync(cancel);
    }

    /// <summary>Issues by day or by week, days without one among them; a week that is not whole is left out.</summary>
    public static List<(DateOnly Start, int Count)> Series(IReadOnlyList<FiledIssue> issues, DateOnly from, DateOnly until, bool weekly)
    {
        var counts = issues.GroupBy(i => DateOnly.FromDateTime(i.At)).ToDictionary(g => g.Key, g => g.Count());
        var days = Enumerable.Range(0, until.DayNumber - from.DayNumber).Select(from.AddDays).Select(d => (Day: d, Count: counts.GetValueOrDefault(d)));
        return weekly
            ? [.. days.GroupBy(d => MetricWeeks.Monday(d.Day)).Where(g => g.Count() == 7).Select(g => (g.Key, g.Sum(d => d.Count)))]
            : [.. days];
    }

    private DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, user.Zone).DateTime);

    private DateTimeOffset Instant(DateOnly day)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(wall, user.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
