using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Commands;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using Xunit;

namespace VendorGov.IntegrationTests.Scorecards;

/// <summary>A month's scorecard from draft over review, appeals and rulings to publication, revision and settled credit, by the pages.</summary>
public sealed class AppealWalkTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly YearMonth February = new(2026, 2);

    private Network Own => portal.Networks.Own;

    private Person Manager => Own.At(Role.VendorManager, Own.Vendors[0]);

    private Contract Contract => Own.Contracts[0];

    [Fact]
    public async Task A_figure_is_appealed_against_put_right_through_its_facts_published_and_settled()
    {
        var missed = await OweAsync();
        await TellAsync(0); // What the network's history holds.
        using (var early = await portal.SignedInAsync(Own.Headquarters))
        {
            await early.SubmitAsync(await early.GetAsync("/Scorecards"), "form[action*='handler=Run']", ("runMonth", "2026-02"));
            foreach (var step in new[] { "OpenReview", "Publish" })
            {
                var refused = await early.SubmitAsync(await early.GetAsync(Path(await CardAsync())), $"form[action*='handler={step}']");
                Assert.Contains("reports may still come in", refused.Text, StringComparison.Ordinal);
            }

            // Nothing of the month either: what is not due yet is not published with all.
            Assert.Contains("No draft to publish yet", (await early.SubmitAsync(await early.GetAsync("/Scorecards?month=2026-02"), "form[action*='handler=PublishAll']")).Text, StringComparison.Ordinal);
        }

        portal.Clock.Set(new DateTimeOffset(2026, 3, 11, 2, 0, 0, TimeSpan.Zero)); // The seventh working day is over.
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var draft = await CardAsync();
        Assert.Equal((ScorecardState.Draft, HttpStatusCode.NotFound), (draft.State, (await vendor.GetAsync(Path(draft))).Status));

        // A charge that no month has is refused beside the field, and the draft stays as it was.
        foreach (var charge in new[] { "79228162514264337593543950335", "1000000000.01", "-1", "much" })
        {
            var refused = await hq.SubmitAsync(await hq.GetAsync(Path(draft)), "form[action*='handler=Charge']", ("Charge", charge));
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Contains(charge, refused.Document.QuerySelector("input[name=Charge]")!.GetAttribute("value"), StringComparison.Ordinal);
            Assert.NotEqual("", refused.Document.QuerySelector("#Charge-error")!.TextContent.Trim());
            Assert.Null((await CardAsync()).EnteredCharge);
        }

        // The review opens: the vendor sees the card and its deadline, an outlet still sees nothing.
        await hq.SubmitAsync(await hq.GetAsync(Path(draft)), "form[action*='handler=OpenReview']");
        var card = await CardAsync();
        Assert.Equal(ScorecardState.Review, card.State);
        Assert.Equal((3m, 5m), Iak(card));
        await OpeningIsToldAsync(card);
        var page = await vendor.GetAsync(Path(card));
        Assert.Contains("left (business", page.Text, StringComparison.OrdinalIgnoreCase);
        using (var outlet = await portal.SignedInAsync(Own.At(Role.OutletManager, Own.Outlets[0])))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outlet.GetAsync(Path(card))).Status);
        }

        // The figure opens its parts, a missed clock its explanation.
        var facts = await vendor.GetAsync($"/Scorecards/Facts/{card.Id.Value}?code=IAK&part=missed");
        var clocks = facts.Links.Where(l => l.Contains("/Scorecards/Clock/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal(missed.Count, clocks.Count);
        Assert.Contains("Why this deadline", (await vendor.GetAsync(clocks[0])).Text, StringComparison.Ordinal);
        Assert.Contains("客服热线", facts.Text, StringComparison.Ordinal);

        // Two appeals with proof, one of them against an obligation; the same once more is refused.
        var form = await vendor.GetAsync($"/Scorecards/Appeal/{card.Id.Value}?code=IAK&obligation={missed[0]}");
        Assert.Contains("Enter Grounds", (await vendor.SubmitAsync(form, "form[method=post][enctype]")).Text, StringComparison.Ordinal);
        (string, string, byte[])[] proof = [("Evidence", "通话.txt", "已电话确认"u8.ToArray())];
        var filed = await vendor.SubmitAsync(form, form.Form("form[method=post][enctype]"), [("Grounds", "电话已确认，系统漏记")], proof);
        Assert.Contains("Appeal sent", filed.Text, StringComparison.Ordinal);
        Assert.Contains("already", (await vendor.SubmitAsync(form, "form[method=post][enctype]", ("Grounds", "再来一次"))).Text, StringComparison.Ordinal);
        var figure = await vendor.GetAsync($"/Scorecards/Appeal/{card.Id.Value}?code=SL20");
        await vendor.SubmitAsync(figure, "form[method=post][enctype]", ("Grounds", "话务平台有完整记录"), ("Numerator", "95"), ("Denominator", "100"));
        await vendor.SubmitAsync(await vendor.GetAsync(Path(card)), "#history form", ("words", "其余数字无异议"));

        // Headquarters see what it would do, and uphold it: the obligation is left out and listed.
        var queue = await hq.GetAsync("/Scorecards/Appeals?state=Open");
        Assert.Equal(2, queue.Links.Count(l => l.Contains("/Scorecards/Ruling/", StringComparison.Ordinal)));
        var appeals = await AppealsAsync();
        var ruling = await hq.GetAsync($"/Scorecards/Ruling/{appeals[0].Id}");
        Assert.Contains("3 / 4", ruling.Text, StringComparison.Ordinal);
        Assert.Contains("4 / 5", ruling.Text, StringComparison.Ordinal);
        Assert.Equal("已电话确认", await hq.Http.GetStringAsync($"/Scorecards/Ruling/{appeals[0].Id}?handler=Evidence"));
        Assert.Equal((3m, 5m), Iak(await CardAsync()));
        await hq.SubmitAsync(ruling, "form[action*='handler=Rule']", ("Reason", "录音可证，不计入"), ("outcome", "ObligationExcluded"));
        card = await CardAsync();
        Assert.Equal((3m, 4m), Iak(card));
        Assert.Equal(ExclusionReason.Appealed, card.Content.Obligations.Single(o => o.ObligationId == missed[0]).Excluded);
        Assert.Contains("录音可证，不计入", (await vendor.GetAsync(Path(card))).Text, StringComparison.Ordinal);

        // The other one stays open: it counts as first decided when the ruling is due.
        await AdvanceAsync(card.ReviewDueAt!.Value.AddMinutes(1));
        Assert.Equal(ScorecardState.Ruling, (await CardAsync()).State);
        await AdvanceAsync(card.RulingDueAt!.Value.AddMinutes(1));
        card = await CardAsync();
        Assert.Equal((ScorecardState.Published, ScorecardLife.ByItself), (card.State, card.PublishedBy));
        await NoDifferenceAsync();

        // Upheld afterwards it makes a revision with that reason; both stay readable and verify finds both right.
        portal.Clock.Advance(TimeSpan.FromHours(1));
        using var late = await portal.SignedInAsync(Own.Headquarters);
        ruling = await late.GetAsync($"/Scorecards/Ruling/{appeals[1].Id}");
        var revision = await late.SubmitAsync(ruling, "form[action*='handler=Rule']", ("Reason", "话务平台记录属实"), ("outcome", "FigureEntered"));
        Assert.Contains("Appeal upheld", revision.Text, StringComparison.Ordinal);
        await late.SubmitAsync(revision, "form[action*='handler=Publish']");
        card = await CardAsync();
        var level = card.Content.Metrics.Single(m => m.Code == "SL20");
        Assert.Equal((2, Provenance.Headquarters, 95m), (card.Revision, level.Source, level.Value));
        Assert.Equal(2, card.Content.Corrections!.Count);
        await NoDifferenceAsync();

        await ChangeIsToldAsync(card);

        await SettleAsync(late, card);
        await RestIsToldAsync();
    }

    /// <summary>The claim follows the revision; the vendor agrees, headquarters settle with an invoice.</summary>
    private async Task SettleAsync(Visitor hq, Scorecard card)
    {
        using var vendor = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[0]));
        var mine = await vendor.GetAsync("/Scorecards/Credits?q=C-1");
        var claim = await portal.InTenantAsync(Own.Tenant, db => db.CreditClaims.AsNoTracking().SingleAsync(c => c.ContractId == Contract.Id && c.Month == February));
        Assert.Equal((card.Id, card.CreditAmount, 2), (claim.ScorecardId, claim.Amount, claim.Revision));
        await vendor.SubmitAsync(mine, $"form[action*='handler=Agree']:has(input[value='{claim.Id}'])");
        var all = await hq.GetAsync("/Scorecards/Credits");
        var settled = await hq.SubmitAsync(all, $"form[action*='handler=Settle']:has(input[value='{claim.Id}'])", ("invoice", "FP-2026-0412"));
        Assert.Contains("FP-2026-0412", settled.Text, StringComparison.Ordinal);
        Assert.Contains("FP-2026-0412", await hq.Http.GetStringAsync("/Scorecards/Credits?handler=Export&format=csv"), StringComparison.Ordinal);
        Assert.Contains("电话已确认", await hq.Http.GetStringAsync("/Scorecards/Appeals?handler=Export&format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_headquarters_call_fatal_stands_on_the_card_of_its_month_until_the_mark_is_lifted()
    {
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Manager);
        var issue = await portal.InTenantAsync(Own.Tenant, db => db.Issues.AsNoTracking().Where(i => i.ContractId == Contract.Id && i.State != IssueState.Withdrawn).OrderByDescending(i => i.FiledAt).FirstAsync());
        var (path, month) = ($"/Issues/Details/{issue.Id.Value}", YearMonth.Of(issue.FiledAt, TimeZoneInfo.FindSystemTimeZoneById(Contract.TimeZone)));
        Assert.Null((await vendor.GetAsync(path)).Document.QuerySelector("#do-MarkFatal"));
        var marked = await hq.SubmitAsync(await hq.GetAsync(path), "#do-MarkFatal form", ("words", "泄露客户住址"));
        Assert.Contains("Fatal breach", marked.Text, StringComparison.Ordinal);
        Assert.Contains("泄露客户住址", (await vendor.GetAsync(path)).Text, StringComparison.Ordinal);

        Assert.Equal([issue.Number], await FatalAsync(month));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await hq.SubmitAsync(await hq.GetAsync(path), "#do-LiftFatal form", ("words", "核实不属实"));
        Assert.Empty(await FatalAsync(month));
        Assert.Null((await hq.GetAsync(path)).Document.QuerySelector("#do-MarkFatal"));
    }

    /// <summary>What a card of the month says when it is drafted now.</summary>
    private Task<List<string>> FatalAsync(YearMonth month) => portal.InTenantAsync(Own.Tenant, async (db, services) =>
    {
        await services.GetRequiredService<ScorecardRun>().RunAsync(month, new RunOptions(Contract: Contract.Id), CancellationToken.None);
        var card = await db.Scorecards.AsNoTracking().SingleAsync(s => s.ContractId == Contract.Id && s.Month == month && s.State == ScorecardState.Draft);
        return card.Content.FatalIssues?.Select(f => f.Number).ToList() ?? [];
    });

    /// <summary>Each step is told once, in the inbox and by mail, to those whom it concerns, without a word that a person wrote.</summary>
    private async Task<(List<Notice> Lines, List<OutboxMessage> Mails)> TellAsync(int atLeast) => await portal.InTenantAsync(Own.Tenant, async (db, services) =>
    {
        var time = services.GetRequiredService<TimeProvider>();
        var desk = new CardDesk(db, Options.Create(new MailOptions { Host = "127.0.0.1" }), time);
        var before = await db.Outbox.Select(m => m.Id).ToListAsync();
        Assert.True(await desk.TellAsync(CancellationToken.None) >= atLeast);
        Assert.Equal(0, await desk.TellAsync(CancellationToken.None));
        await new NoticeMails(db, services.GetRequiredService<PortalAddress>(), time).WriteAsync(CancellationToken.None);
        var cards = await db.Scorecards.Where(s => s.ContractId == Contract.Id && s.Month == February).Select(s => (Guid?)s.Id.Value).ToListAsync();
        return (await db.Notices.AsNoTracking().Where(n => cards.Contains(n.SubjectId)).ToListAsync(),
            await db.Outbox.AsNoTracking().Where(m => !before.Contains(m.Id)).ToListAsync());
    });

    /// <summary>The vendor hears at once until when it may appeal; headquarters opened the review by hand, and are not told of it.</summary>
    private async Task OpeningIsToldAsync(Scorecard card)
    {
        var (lines, mails) = await TellAsync(1);
        Assert.Equal(["CardReviewOpened"], lines.Where(n => n.UserId == Manager.Id).Select(n => n.What));
        Assert.DoesNotContain(lines, n => n.UserId == Own.Headquarters.Id || n.UserId == Own.At(Role.OutletManager, Own.Outlets[0]).Id);
        var mail = Assert.Single(mails, m => m.Recipient == Manager.Email);
        Assert.Contains("Until:", mail.Body, StringComparison.Ordinal);
        using var vendor = await portal.SignedInAsync(Manager);
        Assert.Contains(Path(card), (await vendor.GetAsync("/Notifications?kind=CardStep")).Links);
    }

    /// <summary>A waiver after the publication changes a figure of the sealed month: headquarters are told once, the vendor is not.</summary>
    private async Task ChangeIsToldAsync(Scorecard card)
    {
        Task<int> LookAsync() => portal.InTenantAsync(Own.Tenant, (_, services) => services.GetRequiredService<ScorecardWatch>().LookAsync(February, CancellationToken.None));
        Assert.Equal(0, await LookAsync());
        await portal.InTenantAsync(Own.Tenant, async db =>
        {
            var missed = new ObligationId(card.Content.Obligations.Single(f => f is { Counted: true, Met: false, Kind: ObligationKind.Acknowledge }).ObligationId);
            var faces = new ClockFaces(BusinessCalendar.Compile(DefaultCalendars.ChinaHotline), BusinessCalendar.Compile(DefaultCalendars.ChinaOffice), []);
            (await db.Obligations.SingleAsync(o => o.Id == missed)).Waive("网点停电", portal.Clock.Now, faces, portal.Clock.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(1, await LookAsync());
        Assert.Equal(0, await LookAsync());
        using var hq = await portal.SignedInAsync(Own.Headquarters);
        using var vendor = await portal.SignedInAsync(Manager);
        Assert.Contains("Facts have changed", (await hq.GetAsync(Path(card))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Facts have changed", (await vendor.GetAsync(Path(card))).Text, StringComparison.Ordinal);
    }

    private async Task RestIsToldAsync()
    {
        var (lines, mails) = await TellAsync(9);
        string[] Of(Person who) => [.. lines.Where(n => n.UserId == who.Id).Select(n => n.What).Distinct()];
        var (vendor, headquarters, outlet) = (Of(Manager), Of(Own.Headquarters), Of(Own.At(Role.OutletManager, Own.Outlets[0])));
        Assert.Superset(new HashSet<string> { "CardAppealUpheld", "CardReviewClosed", "CardPublished", "CardCreditClaimed", "CardCreditSettled" }, vendor.ToHashSet());
        Assert.Superset(new HashSet<string> { "CardAppealFiled", "CardCommented", "CardReviewClosed", "CardPublished", "CardCreditAgreed" }, headquarters.ToHashSet());
        Assert.Equal(["CardPublished"], outlet);
        Assert.Equal(2, lines.Single(n => n.UserId == Own.Headquarters.Id && n.What == "CardAppealFiled").Count);
        Assert.Empty(Of(Own.At(Role.VendorManager, Own.Vendors[1])));
        Assert.DoesNotContain(mails, m => m.Body.Contains("is published and sealed", StringComparison.Ordinal));
        Assert.DoesNotContain(mails, m => m.Body.Contains("录音", StringComparison.Ordinal) || m.Body.Contains("漏记", StringComparison.Ordinal));
    }

    /// <summary>Three acknowledgements on time and two late ones, due in February.</summary>
    private Task<List<Guid>> OweAsync() => portal.InTenantAsync(Own.Tenant, async db =>
    {
        var faces = new ClockFaces(BusinessCalendar.Compile(DefaultCalendars.ChinaHotline), BusinessCalendar.Compile(DefaultCalendars.ChinaOffice), []);
        var owner = new ObligationOwner(Own.Tenant, Own.Vendors[0].Id, Contract.Id, Own.Outlets[0].Id);
        var start = new DateTimeOffset(2026, 2, 3, 1, 0, 0, TimeSpan.Zero);
        var owed = Enumerable.Range(0, 5).Select(i =>
        {
            var obligation = Obligation.Start(owner, ObligationKind.Acknowledge, Target.Hours(2), start.AddHours(i), faces, start);
            obligation.Stop(start.AddHours(i + (i < 3 ? 1 : 3)), faces, start.AddHours(12));
            return obligation;
        }).ToList();
        db.AddRange(owed);
        await db.SaveChangesAsync();
        return owed.Skip(3).Select(o => o.Id.Value).ToList();
    });

    private async Task AdvanceAsync(DateTimeOffset to)
    {
        portal.Clock.Set(to);
        await portal.InTenantAsync(Own.Tenant, (_, services) => services.GetRequiredService<ScorecardLife>().AdvanceAsync(CancellationToken.None));
    }

    private async Task NoDifferenceAsync()
    {
        var run = await CommandRun.OfAsync(portal.Settings, "verify");
        Assert.DoesNotContain("C-1 2026-02", run.Output, StringComparison.Ordinal);
        Assert.Contains("published scorecards", run.Output, StringComparison.Ordinal);
    }

    private static string Path(Scorecard card) => $"/Scorecards/Details/{card.Id.Value}";

    private static (decimal?, decimal?) Iak(Scorecard card)
    {
        var metric = card.Content.Metrics.Single(m => m.Code == "IAK");
        return (metric.Numerator, metric.Denominator);
    }

    private Task<Scorecard> CardAsync() => portal.InTenantAsync(Own.Tenant, db => db.Scorecards.AsNoTracking()
        .Where(s => s.ContractId == Contract.Id && s.Month == February).OrderByDescending(s => s.Revision).FirstAsync());

    private Task<List<ScorecardAppeal>> AppealsAsync() => portal.InTenantAsync(Own.Tenant, db => db.ScorecardAppeals.AsNoTracking()
        .Where(a => a.ContractId == Contract.Id && a.Month == February).OrderBy(a => a.Id).ToListAsync());
}
