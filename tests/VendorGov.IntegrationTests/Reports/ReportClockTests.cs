using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Scorecards;
using Xunit;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>What days and weeks do to a report that is owed; each test moves the clock of its own portal.</summary>
public sealed class ReportClockTests : IAsyncLifetime
{
    private static readonly YearMonth February = new(2026, 2);

    private readonly Portal _portal = new();
    private ReportUpload _upload = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _upload = new ReportUpload(_portal, February);
    }

    public async Task DisposeAsync()
    {
        _upload.Dispose();
        await ((IAsyncLifetime)_portal).DisposeAsync();
    }

    [Fact]
    public async Task A_later_version_replaces_the_figures_but_not_the_time_of_delivery()
    {
        var template = await _upload.TemplateAsync();
        await _upload.SendAsync("first.xlsx", FilledTemplate.Of(template));
        var first = _portal.Clock.Now;
        _portal.Clock.Advance(TimeSpan.FromDays(20));
        await _upload.VendorAsync(anew: true);

        await _upload.SendAsync("second.xlsx", FilledTemplate.Of(template, ("wait_s", "5001")));

        var states = await _portal.InTenantAsync(_upload.Network.Tenant, db => db.VendorReports
            .Where(r => r.Period == (ReportPeriod)February).OrderBy(r => r.VersionNumber).Select(r => r.State).ToListAsync());
        Assert.Equal([VendorReportState.Superseded, VendorReportState.Accepted], states);
        var owed = (await _upload.StateAsync()).Owed!;
        Assert.Equal((ClockState.Met, first), (owed.State, owed.StoppedAt));
        var page = await (await _upload.VendorAsync()).GetAsync($"/Reports/Compare/{(await _upload.StateAsync()).Report!.Id.Value}");
        Assert.Contains("5,001", page.Text, StringComparison.Ordinal);
        await StartDutiesAsync();
    }

    /// <summary>The daily run, long after: it starts each duty once, on the Nth working day of the office.</summary>
    private async Task StartDutiesAsync()
    {
        _portal.Clock.Set(new DateTimeOffset(2026, 4, 1, 2, 0, 0, TimeSpan.Zero));

        var first = await StartAllAsync();
        var second = await StartAllAsync();

        Assert.Equal((2, 0), (first, second));
        var due = await _portal.InTenantAsync(_upload.Network.Tenant, db => db.Obligations
            .Where(o => o.ReportPeriod == (ReportPeriod)new YearMonth(2026, 3)).Select(o => o.DueAt).Distinct().ToListAsync());

        // 1, 2, 3, 7, 8 April: the 4th to 6th is the Qingming holiday.
        Assert.Equal([new DateTimeOffset(2026, 4, 8, 10, 0, 0, TimeSpan.Zero)], due);
    }

    [Fact]
    public async Task A_refused_file_after_the_deadline_owes_a_correction_within_two_working_days()
    {
        var template = await _upload.TemplateAsync();
        await _upload.SendAsync("early.xlsx", FilledTemplate.Of(template, ("wait_s", "x")));
        Assert.Empty(await CorrectionsAsync());
        _portal.Clock.Set(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));
        await _upload.VendorAsync(anew: true);

        await StartAllAsync();
        await _upload.SendAsync("late.xlsx", FilledTemplate.Of(template, ("wait_s", "x")));
        var owed = Assert.Single(await CorrectionsAsync());
        Assert.Equal((await _upload.StateAsync()).Owed!.DueAt, owed.StartedAt);

        await _upload.SendAsync("right.xlsx", FilledTemplate.Of(template));
        Assert.False(Assert.Single(await CorrectionsAsync()).IsOpen);
        Assert.Equal(ClockState.Missed, (await _upload.StateAsync()).Owed!.State);
    }

    /// <summary>The terms demand each week from March on: 2 to 8 March is week 10, due on Friday the 13th.</summary>
    [Fact]
    public async Task A_week_is_owed_reminded_of_and_delivered_beside_the_month_and_feeds_no_metric()
    {
        Assert.True(ReportPeriod.TryParse("2026-W10", out var week));
        await DemandWeeksAsync();
        _portal.Clock.Set(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal((1, 0), (await StartAllAsync(), await StartAllAsync()));
        using var upload = new ReportUpload(_portal, week);
        var owed = (await upload.StateAsync()).Owed!;
        Assert.Equal((new DateTimeOffset(2026, 3, 13, 10, 0, 0, TimeSpan.Zero), ClockState.Running), (owed.DueAt, owed.State));

        _portal.Clock.Set(new DateTimeOffset(2026, 3, 12, 11, 0, 0, TimeSpan.Zero));
        await _portal.InTenantAsync(upload.Network.Tenant, (_, services) => services.GetRequiredService<ReportReminders>().SendAsync(CancellationToken.None));
        var mails = await _portal.InTenantAsync(upload.Network.Tenant, db => db.Outbox.Where(m => m.Title.Contains("week 10, 2–8 Mar 2026")).CountAsync());
        Assert.Equal(1, mails);

        var list = await (await upload.VendorAsync()).GetAsync("/Reports?month=2026-03");
        Assert.Contains("week 10, 2–8 Mar 2026", list.Text, StringComparison.Ordinal);
        var open = await (await upload.VendorAsync()).GetAsync(upload.Path.Replace("W10", "W11", StringComparison.Ordinal));
        var early = await (await upload.VendorAsync()).SubmitAsync(open, open.Form("form:has(input[type=file])"), [], [("Files", "early.csv", "date,outlet,channel\n"u8.ToArray())]);
        Assert.Contains("is not over", early.Text, StringComparison.Ordinal);

        await upload.SendAsync("week.xlsx", FilledTemplate.Of(await upload.TemplateAsync()));
        var (report, settled, rows) = await upload.StateAsync();
        Assert.Equal((VendorReportState.Accepted, ClockState.Met), (report!.State, settled!.State));
        Assert.Equal(0, rows % 7);
        await ScoreAsync(report.ContractId);
    }

    /// <summary>The week counts as delivered; its rows are no answers to calls.</summary>
    private async Task ScoreAsync(ContractId contract)
    {
        _portal.Clock.Set(new DateTimeOffset(2026, 4, 10, 2, 0, 0, TimeSpan.Zero));
        var content = await _portal.InTenantAsync(_upload.Network.Tenant, async (db, services) =>
        {
            await services.GetRequiredService<ScorecardRun>().RunAsync(new YearMonth(2026, 3), new RunOptions(contract), default);
            return (await db.Scorecards.AsNoTracking().SingleAsync(s => s.ContractId == contract && s.Month == new YearMonth(2026, 3))).Content;
        });
        Assert.True(content.Obligations.Single(o => o.Reference == "2026-W10") is { Counted: true, Met: true });
        Assert.DoesNotContain(content.Metrics, m => m is { Code: "SL20", Source: Provenance.Report, Denominator: > 0 });
    }

    private Task<int> DemandWeeksAsync() => _portal.InTenantAsync(_upload.Network.Tenant, async db =>
    {
        var contract = await db.Contracts.SingleAsync(c => c.Id == _upload.Network.Contracts[0].Id);
        var latest = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract.Id).OrderByDescending(t => t.Number).FirstAsync();
        db.TermsVersions.Add(new TermsVersion(
            contract, latest.Number + 1, new DateOnly(2026, 3, 1), latest.Terms with { WeeklyReport = new ReportSchedule() },
            latest.ServiceCalendarId, latest.OfficeCalendarId, _portal.Clock.Now));
        return await db.SaveChangesAsync();
    });

    private Task<List<Obligation>> CorrectionsAsync() => _portal.InTenantAsync(
        _upload.Network.Tenant, db => db.Obligations.Where(o => o.Kind == ObligationKind.ResubmitReport).ToListAsync());

    private Task<int> StartAllAsync() => _portal.InTenantAsync(
        _upload.Network.Tenant, (_, services) => services.GetRequiredService<ReportObligations>().StartAllAsync(CancellationToken.None));
}
