using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Feed;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Scorecards;
using Xunit;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>
/// An outlet filed a complaint in February; the vendor's report of February leaves it out, is held against it, explained and then
/// corrected. The steps follow each other.
/// </summary>
public sealed class ReconciliationPageTests : IAsyncLifetime
{
    private const string Waybill = "YT7000000001";
    private static readonly YearMonth February = new(2026, 2);

    private readonly Portal _portal = new();
    private Network _network = null!;
    private Visitor _vendor = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _network = _portal.Networks.Own;
        _vendor = await _portal.SignedInAsync(_network.At(Role.VendorManager, _network.Vendors[0]));
        await FileComplaintAsync();
    }

    public async Task DisposeAsync()
    {
        _vendor.Dispose();
        await ((IAsyncLifetime)_portal).DisposeAsync();
    }

    [Fact]
    public async Task A_month_is_reconciled_explained_refused_and_corrected()
    {
        var template = await _vendor.Http.GetByteArrayAsync(
            $"/Reports/Template?contract={_network.Contracts[0].Id.Value}&period=2026-02");
        var first = await UploadAsync("first.xlsx", FilledTemplate.Of(template));
        Assert.Contains("Accuracy 0 of 1 field", first.Text, StringComparison.Ordinal);

        var (record, issue, owed) = await StateAsync();
        Assert.Equal((ReconciliationState.Breached, 0, 1), (record.State, record.Within, record.Fields));
        Assert.Equal((ProblemType.ReportInaccurateOrLate, 1), (issue!.ProblemType, await P6Async()));
        Assert.Contains(Waybill, issue.Waybills);
        Assert.Equal((ObligationKind.ResubmitReport, ClockState.Running), (owed!.Kind, owed.State));

        // Monday 2 March, 10:00: two working days end on Wednesday at the close of the office.
        Assert.Equal(new DateOnly(2026, 3, 4), DateOnly.FromDateTime(owed.DueAt!.Value.AddHours(8).DateTime));
        await RunAllAsync();
        var opened = await P6Async();
        await RunAllAsync();
        Assert.Equal((opened, issue.Id), (await P6Async(), (await StateAsync()).Issue!.Id));

        await ExplainAsync(record);
        await RefuseAsync(record);
        await CorrectAsync(template);
        Assert.Equal((1m, 1m), await AccuracyAsync());
        await HoldAgainstFeedAsync();
    }

    /// <summary>One call of a day for which the report states 500: the hourly run sees it, and the page shows both numbers.</summary>
    private async Task HoldAgainstFeedAsync()
    {
        using var feed = await FeedCaller.OfVendorAsync(_portal);
        var sent = await feed.SendAsync("calls", Lines.Json(Lines.Call("X1", ("started_at", "2026-02-11T10:10:00+08:00"))));
        Assert.Equal(1, sent["added"]);
        await RunAllAsync();
        var record = (await StateAsync()).Record;
        var offered = record.Breaches.Single(l => l.Field == "offered");
        Assert.Equal((Provenance.Feed, 500m, 1m), (offered.Source, offered.Reported, offered.Observed));
        var page = await _vendor.GetAsync($"/Reports/Reconcile/{record.ReportId.Value}");
        Assert.Contains("2026-02-11", page.Text, StringComparison.Ordinal);
        Assert.True((await AccuracyAsync()).Item1 < (await AccuracyAsync()).Item2);
    }

    private async Task ExplainAsync(Reconciliation record)
    {
        var page = await _vendor.GetAsync($"/Reports/Reconcile/{record.ReportId.Value}");
        Assert.Contains(Waybill, page.Text, StringComparison.Ordinal);
        Assert.Contains("1 missing", page.Text, StringComparison.Ordinal);
        var empty = await _vendor.SubmitAsync(page, "textarea", ("Explanation", " "));
        Assert.Contains("Say why the figures differ", empty.Text, StringComparison.Ordinal);
        var told = await _vendor.SubmitAsync(page, "textarea", ("Explanation", "The case came by letter."));
        Assert.Contains("The case came by letter.", told.Text, StringComparison.Ordinal);
    }

    private async Task RefuseAsync(Reconciliation record)
    {
        using var headquarters = await _portal.SignedInAsync(_network.Headquarters);
        var page = await headquarters.GetAsync($"/Reports/Reconcile/{record.ReportId.Value}");
        var form = page.Form("input[name=Reason]");
        form.SetAttribute("action", form.GetAttribute("action") + (form.GetAttribute("action")!.Contains('?') ? "&" : "?") + "accept=false");
        var refused = await headquarters.SubmitAsync(page, form, [("Reason", "Letters count too.")], []);
        Assert.Contains("Letters count too.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ReconciliationState.Refused, (await StateAsync()).Record.State);
    }

    private async Task CorrectAsync(byte[] template)
    {
        var outlet = _network.Outlets[0].Code;
        var corrected = FilledTemplate.WithCases(
            FilledTemplate.Of(template), [[Waybill, outlet, "voice", "complaint", "2026-02-10 09:30"]],
            [.. Enumerable.Range(1, 40).Select(i => new[] { $"T{i}", "", outlet, "2026-02-11 10:00" })]);
        var screen = await UploadAsync("second.xlsx", corrected);
        Assert.Contains("Accuracy 1 of 1 field", screen.Text, StringComparison.Ordinal);

        var (record, _, owed) = await StateAsync();
        Assert.Equal((ReconciliationState.Agreed, ClockState.Met), (record.State, owed!.State));
        var compared = await _vendor.GetAsync($"/Reports/Compare/{record.ReportId.Value}");
        Assert.Contains("Both versions state the same figures", compared.Text, StringComparison.Ordinal);
        await TraceAsync(record);
    }

    private async Task TraceAsync(Reconciliation record)
    {
        using var headquarters = await _portal.SignedInAsync(_network.Headquarters);
        var page = await headquarters.GetAsync($"/Reports/Reconcile/{record.ReportId.Value}");
        var drawn = await headquarters.SubmitAsync(page, page.Form("form[action*='handler=Draw']"), [], []);
        Assert.Contains("0 of 30 traced", drawn.Text, StringComparison.Ordinal);
        var form = drawn.Form("form[action*='handler=Trace']");
        var unsaid = await headquarters.SubmitAsync(drawn, form, [("result", nameof(TraceResult.Differs))], []);
        Assert.Contains("Say what differs", unsaid.Text, StringComparison.Ordinal);
        var traced = await headquarters.SubmitAsync(drawn, form, [("result", nameof(TraceResult.Agrees))], []);
        Assert.Contains("1 of 30 traced", traced.Text, StringComparison.Ordinal);
    }

    private Task<(decimal?, decimal?)> AccuracyAsync() => _portal.InTenantAsync(_network.Tenant, async (db, services) =>
    {
        var contract = _network.Contracts[0].Id;
        await services.GetRequiredService<ScorecardRun>().RunAsync(February, new RunOptions(contract), default);
        var card = await db.Scorecards.AsNoTracking().SingleAsync(s => s.ContractId == contract && s.Month == February);
        var metric = card.Content.Metrics.Single(m => m.Code == "ACC");
        return (metric.Numerator, metric.Denominator);
    });

    /// <summary>The hourly run. The founding month's report differs from the feed, so the first one may open more.</summary>
    private Task<int> RunAllAsync() => _portal.InTenantAsync(
        _network.Tenant, (_, services) => services.GetRequiredService<ReconciliationRun>().RunAllAsync(default));

    private Task<int> P6Async() => _portal.InTenantAsync(
        _network.Tenant, db => db.Issues.CountAsync(i => i.ProblemType == ProblemType.ReportInaccurateOrLate));

    /// <summary>The latest reconciliation with the issue and the correction that came of the month.</summary>
    private Task<(Reconciliation Record, Issue? Issue, Obligation? Owed)> StateAsync() => _portal.InTenantAsync(_network.Tenant, async db =>
    {
        var contract = _network.Contracts[0].Id;
        var record = await db.Reconciliations.Where(r => r.ContractId == contract && r.Period == (ReportPeriod)February)
            .OrderByDescending(r => r.Id).FirstAsync();
        var issue = await db.Issues.SingleOrDefaultAsync(i => i.Id == record.IssueId);
        var owed = await db.Obligations.Where(o => o.ContractId == contract && o.Kind == ObligationKind.ResubmitReport && o.ReportPeriod == (ReportPeriod)February)
            .OrderByDescending(o => o.Id).FirstOrDefaultAsync();
        return (record, issue, owed);
    });

    private async Task<Screen> UploadAsync(string name, byte[] bytes)
    {
        var page = await _vendor.GetAsync($"/Reports/Upload?contract={_network.Contracts[0].Id.Value}&period=2026-02");
        var screen = await _vendor.SubmitAsync(page, page.Form("form:has(input[type=file])"), [], [("Files", name, bytes)]);
        Assert.Equal(HttpStatusCode.OK, screen.Status);
        return screen;
    }

    private Task<int> FileComplaintAsync() => _portal.InTenantAsync(_network.Tenant, async (db, services) =>
    {
        var contract = await db.Contracts.Include(c => c.Outlets).SingleAsync(c => c.Id == _network.Contracts[0].Id);
        var clocks = services.GetRequiredService<ClockFacesLoader>();
        var terms = await clocks.TermsOnAsync(contract.Id, new DateOnly(2026, 2, 10));
        var report = new IssueReport("WT-2602-0900", ProblemType.ComplaintMishandled, Severity.S2, "投诉未回复", "客户来电。", [Waybill]);
        db.Issues.Add(Issue.Open(
            report, contract, _network.Outlets[0].Id, terms, await clocks.OfAsync(contract.Id, terms.Id),
            new Author(null, "店长", Side.Buyer), new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero)));
        return await db.SaveChangesAsync();
    });
}
