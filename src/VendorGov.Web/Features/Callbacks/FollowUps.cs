using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using Text = VendorGov.Web.Shared.Text;

namespace VendorGov.Web.Features.Callbacks;

/// <summary>
/// Low satisfaction opens a callback by itself, exactly once: from a survey of the direct feed, or from a month's report that shows an
/// outlet under the contract's minimum. The unique key of cause and callback decides; looking twice changes nothing.
/// </summary>
public sealed class FollowUps(AppDb db, ClockFacesLoader faces, IMemoryCache cache)
{
    private const int MostPerRun = 500;
    private const string Metric = "CSAT";

    /// <summary>Older answers are history, not a reason to call.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    /// <summary>How many callbacks were opened.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        var text = await TextAsync(cancel);
        return await SurveysAsync(text, now, cancel) + await ReportsAsync(text, now, cancel);
    }

    private async Task<int> SurveysAsync(Text text, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Fresh;
        var low = await (
            from s in db.FeedSurveys.AsNoTracking()
            where s.RespondedAt >= since && (s.Score <= Callback.LowUpTo || (s.Score == null && s.Satisfied == false))
                && !db.Callbacks.Any(c => c.Reason == CallbackReason.LowSurvey && c.OriginId == s.Id)
            orderby s.RespondedAt
            select new
            {
                Survey = s,
                Waybill = db.FeedContacts.Where(c => c.SenderId == s.SenderId && c.ExternalId == s.ContactExternalId && c.Waybill != null)
                    .Select(c => c.Waybill).FirstOrDefault(),
                Zone = db.Contracts.Where(c => c.Id == s.ContractId).Select(c => c.TimeZone).First(),
            }).Take(MostPerRun).ToListAsync(cancel);
        return await KeepAsync([.. low.Select(x => Callback.After(
            x.Survey, x.Waybill, x.Zone,
            x.Survey.Score is { } score ? text["callbacks.topic.survey", x.Survey.Channel, score, x.Survey.ContactAt] : text["callbacks.topic.unhappy", x.Survey.Channel, x.Survey.ContactAt],
            now))], cancel);
    }

    /// <summary>Responses and satisfied answers stand in the rows of accepted reports; a report is read once in the life of the process.</summary>
    private async Task<int> ReportsAsync(Text text, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Fresh;
        var reports = await db.VendorReports.AsNoTracking().Where(r => r.State == VendorReportState.Accepted && r.UploadedAt >= since)
            .Select(r => new { r.Id, r.ContractId, r.Period }).ToListAsync(cancel);
        var count = 0;
        // Only the month's report feeds figures.
        foreach (var report in reports.Where(r => !r.Period.IsWeek && !cache.TryGetValue(("follow-ups", r.Id), out _)))
        {
            var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == report.ContractId, cancel);
            var terms = await faces.TermsOnAsync(contract.Id, report.Period.LastDay, cancel);
            if (terms.Terms.Metrics.FirstOrDefault(m => m.Code == Metric) is { } metric)
            {
                count += await KeepAsync(await OfReportAsync(report.Id, report.Period.Month, contract, metric, text, now, cancel), cancel);
            }

            cache.Set(("follow-ups", report.Id), true, Fresh);
        }

        return count;
    }

    private async Task<List<Callback>> OfReportAsync(
        VendorReportId report, YearMonth month, Contract contract, MetricTerms metric, Text text, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await db.VendorReportRows.AsNoTracking().Where(r => r.ReportId == report).Select(r => new { r.OutletId, r.Figures }).ToListAsync(cancel);
        var opened = new List<Callback>();
        foreach (var outlet in rows.GroupBy(r => r.OutletId))
        {
            var answers = outlet.Sum(r => r.Figures.GetValueOrDefault("responses"));
            var satisfied = outlet.Sum(r => r.Figures.GetValueOrDefault("satisfied"));
            if (answers > 0 && 100m * satisfied / answers < metric.Minimum)
            {
                var topic = text["callbacks.topic.report", month, text.Percent(100m * satisfied / answers), answers, text.Percent(metric.Minimum)];
                opened.Add(Callback.After(contract, outlet.Key, Origin(contract.Id, outlet.Key, month), topic, now));
            }
        }

        return opened;
    }

    /// <summary>What another node opened meanwhile is left out; the key refuses it anyway.</summary>
    private async Task<int> KeepAsync(List<Callback> opened, CancellationToken cancel)
    {
        var count = 0;
        foreach (var callback in opened)
        {
            if (await IsOpenedAsync(callback))
            {
                continue;
            }

            try
            {
                db.Callbacks.Add(callback);
                await db.SaveChangesAsync(cancel);
                count++;
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await IsOpenedAsync(callback))
                {
                    throw; // Nobody opened it at the same moment: something else is wrong.
                }
            }

            db.ChangeTracker.Clear();
        }

        return count;

        Task<bool> IsOpenedAsync(Callback callback) => db.Callbacks.AnyAsync(c => c.Reason == callback.Reason && c.OriginId == callback.OriginId, cancel);
    }

    /// <summary>One for contract, outlet and month, whichever version of the report shows it.</summary>
    private static Guid Origin(ContractId contract, OutletId outlet, YearMonth month) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{contract.Value:N}{outlet.Value:N}{month}")).AsSpan(0, 16));

    private async Task<Text> TextAsync(CancellationToken cancel)
    {
        var tenant = await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => new { t.Language, t.TimeZone }).SingleAsync(cancel);
        return Text.ForLanguage(tenant.Language, TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone));
    }
}
