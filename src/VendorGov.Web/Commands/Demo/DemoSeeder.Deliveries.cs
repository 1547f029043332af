using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Chasing;
using VendorGov.Web.Features.Feed;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Commands.Demo;

/// <summary>What vendors hand in: monthly and weekly reports, and the direct feed of one.</summary>
internal sealed partial class DemoSeeder
{
    /// <summary>The vendor uploads its report some hours before or after the deadline; what would be later than now is owed.</summary>
    private async Task DeliverAsync(DemoPlan.VendorPlan plan, Seeded vendor, YearMonth month, double quality)
    {
        var seen = await KnownAsync(vendor, month);
        var (daily, monthly) = _reports.TryGetValue(plan, out var known)
            ? known.Of(month, quality, seen)
            : (_reports[plan] = new DemoReports(plan)).Of(month, quality, seen);
        _delivered[plan] = (daily, monthly);
        DateTimeOffset? due = null;
        clock.Set(new DateTimeOffset(month.LastDay.AddDays(1).ToDateTime(new TimeOnly(8, 0)), _zone.BaseUtcOffset));
        await InScopeAsync(null, async provider =>
        {
            var contract = await provider.GetRequiredService<AppDb>().Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == vendor.Contract.Id);
            await provider.GetRequiredService<ReportObligations>().StartAsync(contract, month, CancellationToken.None);
            due = await provider.GetRequiredService<AppDb>().Obligations
                .Where(o => o.ContractId == contract.Id && o.ReportPeriod == (ReportPeriod)month).Select(o => o.DueAt).SingleAsync();
        });
        clock.Set(due!.Value.AddHours(plan.ReportDelayHours));
        var owed = plan.Code == DemoPlan.OwingVendor && month == _months[^1];
        if (!owed && clock.GetUtcNow() < now)
        {
            await InScopeAsync(vendor.Contract.VendorId, provider => UploadAsync(provider, vendor.Contract.Id, month, daily, monthly));
        }
    }

    /// <summary>
    /// What the portal would hold against a report. The last one of the vendor that sends its calls claims more than that: nine points of quality,
    /// and one person who is not in the register.
    /// </summary>
    private async Task<DemoKnown> KnownAsync(Seeded vendor, YearMonth month)
    {
        var (known, id) = (new DemoKnown(null, null), vendor.Contract.Id);
        await InScopeAsync(null, async provider =>
        {
            var db = provider.GetRequiredService<AppDb>();
            var passed = await db.Evaluations.AsNoTracking()
                .Where(e => e.ContractId == id && e.Month == month && e.Purpose == EvaluationPurpose.Random && e.ShownAt != null && e.Raw != null)
                .Select(e => e.Passed).ToListAsync();
            var agents = await db.Agents.AsNoTracking().Where(a => a.ContractId == id).ToListAsync();
            known = new DemoKnown(
                passed.Count == 0 ? null : (double)passed.Count(p => p) / passed.Count,
                agents.Count == 0 ? null : Attrition.Of(month, id, agents.Select(a => a.Tenure)));
        });
        return vendor.Plan.Code == DemoPlan.FeedingVendor && month == _months[^1] && known is { Passed: { } share, Heads: { } heads }
            ? new DemoKnown(Math.Min(0.99, share + 0.09), heads with { Joined = heads.Joined + 1, End = heads.End + 1 })
            : known;
    }

    /// <summary>The weeks of the current month that have ended; the last of them is owed.</summary>
    private async Task DeliverWeeksAsync(Seeded vendor)
    {
        var month = _months[^1].AddMonths(1);
        var daily = _reports[vendor.Plan].Of(month, DemoPlan.QualityIn(vendor.Plan, _months.Length), new DemoKnown(null, null)).Daily;
        var first = ReportPeriod.Of(ReportRhythm.Weekly, month.FirstDay.AddDays(6));
        for (var week = first; week < ReportDelivery.LastEnded(vendor.Contract, ReportRhythm.Weekly, now); week = week.Add(1))
        {
            var at = ReportDelivery.StartOf(vendor.Contract, week).AddDays(2).AddHours(10);
            if (at < now)
            {
                clock.Set(at);
                await InScopeAsync(vendor.Contract.VendorId, provider => UploadAsync(provider, vendor.Contract.Id, week, DemoReports.Within(daily, week), null));
            }
        }
    }

    private readonly Dictionary<DemoPlan.VendorPlan, DemoReports> _reports = [];

    /// <summary>The sheets that each vendor made last for a month.</summary>
    private readonly Dictionary<DemoPlan.VendorPlan, (byte[] Daily, byte[] Monthly)> _delivered = [];

    private static async Task UploadAsync(IServiceProvider provider, ContractId id, ReportPeriod period, byte[] daily, byte[]? monthly)
    {
        var files = provider.GetRequiredService<ReportFiles>();
        var contract = await provider.GetRequiredService<AppDb>().Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == id);
        var first = await files.KeepAsync(new MemoryStream(daily), $"{period}-daily.csv", CancellationToken.None);
        var second = monthly is null ? null : await files.KeepAsync(new MemoryStream(monthly), $"{period}-monthly.csv", CancellationToken.None);
        var report = await provider.GetRequiredService<ReportDesk>().ReceiveAsync(contract, period, first, second, CancellationToken.None);
        if (!report.Accepted)
        {
            throw new InvalidOperationException($"The demo's own report was not accepted: {report.FindingsJson[..Math.Min(600, report.FindingsJson.Length)]}");
        }
    }

    /// <summary>One vendor's telephone system has sent the calls and the presence of the last month; its key is told once, as on the page.</summary>
    private async Task FeedAsync(Seeded vendor)
    {
        clock.Set(now.AddDays(-1));
        await InScopeAsync(vendor.Contract.VendorId, async provider =>
        {
            var (key, text) = ApiKey.Create(
                _tenant, new PartyKey(Vendor: vendor.Contract.VendorId), "话务平台", Enum.GetValues<ApiScope>(), now.AddDays(365), "陈屿", clock.GetUtcNow());
            var db = provider.GetRequiredService<AppDb>();
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync();
            var (daily, monthly) = _delivered[vendor.Plan];
            var sender = new FeedSender(_tenant, vendor.Contract.VendorId, null, FeedSource.Api, key.Id, $"{key.Prefix} {key.Name}");
            await TakeAsync(provider, FeedKind.Calls, sender, DemoFeed.CallsOf(daily, hiding: vendor.Plan.Outlets[3]));
            // And of two outlets those of the month that runs.
            if (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime).AddDays(-2) is var last && last > _months[^1].LastDay)
            {
                await TakeAsync(provider, FeedKind.Calls, sender, DemoFeed.CallsOf(DemoFeed.NextMonth(daily, last, 2), hiding: ""));
            }

            await TakeAsync(provider, FeedKind.Presence, sender, DemoFeed.PresenceOf(monthly, _months[^1], missing: vendor.Plan.Outlets[5]));

            Console.WriteLine($"API key of {vendor.Plan.Name} for the direct feed: {text}");
        });
    }

    private static async Task TakeAsync(IServiceProvider provider, FeedKind kind, FeedSender sender, byte[] rows)
    {
        var body = await FeedBody.OfAsync(new MemoryStream(rows), FeedFormat.Table, $"{kind}.csv", CancellationToken.None);
        var outcome = await provider.GetRequiredService<FeedIntake>().TakeAsync(kind, sender, body, CancellationToken.None);
        if (outcome.Problems.Count > 0)
        {
            throw new InvalidOperationException($"The demo's own {kind} were not taken: {outcome.Problems[0]}");
        }
    }
}
