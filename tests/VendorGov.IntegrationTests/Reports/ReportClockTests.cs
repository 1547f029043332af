using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Reports;
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
            .Where(r => r.Month == February).OrderBy(r => r.VersionNumber).Select(r => r.State).ToListAsync());
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
            .Where(o => o.ReportMonth == new YearMonth(2026, 3)).Select(o => o.DueAt).Distinct().ToListAsync());

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

    private Task<List<Obligation>> CorrectionsAsync() => _portal.InTenantAsync(
        _upload.Network.Tenant, db => db.Obligations.Where(o => o.Kind == ObligationKind.ResubmitReport).ToListAsync());

    private Task<int> StartAllAsync() => _portal.InTenantAsync(
        _upload.Network.Tenant, (_, services) => services.GetRequiredService<ReportObligations>().StartAllAsync(CancellationToken.None));
}
