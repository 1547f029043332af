using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Scorecards;
using Xunit;

namespace VendorGov.IntegrationTests.Inspections;

/// <summary>A month of inspections through the pages: from the contacts by draw, score, appeal and talk to the scorecard, and a corrective action after it.</summary>
public sealed partial class InspectionWalkTests(Portal portal) : IClassFixture<Portal>
{
    private const int Contacts = 40;
    private static readonly YearMonth March = new(2026, 3);

    private Network Network => portal.Networks.Own;

    private Contract Contract => Network.Contracts[0];

    [Fact]
    public async Task A_month_from_the_draw_over_appeal_and_talk_to_the_scorecard()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 4, 1, 2, 0, 0, TimeSpan.Zero));
        await DrawAsync();
        await RateAsync();
        await ScoreByHandAsync();
        await ScoreTheRestAsync();
        await HideMysteryAsync();
        await AppealAsync();
        await CoachAsync();
        await CountAsync();
        await ImproveAsync();
        await FollowUpAsync();
        await TellAsync();
        await SweepAsync();
    }

    /// <summary>What a file brings is drawn whole, as it is fewer than 96; the draw repeats itself; the vendor knows nothing of it.</summary>
    private async Task DrawAsync()
    {
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[0]));
        var page = await outlet.GetAsync("/Inspections/Contacts");
        const string Head = "通话编号,网点编码,工号,渠道,开始时间,来电原因\n";
        var wrong = await outlet.SubmitAsync(page, page.Form("#file"), [], [("file", "c.csv", Encoding.UTF8.GetBytes(Head + "m-0,W9999,2001,电话,2026-03-05 10:00,催件\n"))]);
        Assert.Contains("does not cover this outlet", wrong.Text, StringComparison.Ordinal);
        var rows = Enumerable.Range(1, Contacts).Select(i => FormattableString.Invariant(
            $"m-{i},{Network.Outlets[0].Code},{2001 + (i % 4)},电话,2026-03-{1 + (i % 28):00} {9 + (i % 9):00}:00,催件\n"));
        var sent = await outlet.SubmitAsync(page, page.Form("#file"), [], [("file", "c.csv", Encoding.UTF8.GetBytes(Head + string.Concat(rows)))]);
        Assert.Contains($"{Contacts} new, 0 known", sent.Text, StringComparison.Ordinal);
        var sampling = await outlet.GetAsync("/Inspections/Sampling");
        var drawn = await outlet.SubmitAsync(sampling, "#month", ("month", "2026-03"));
        Assert.Contains($"{Contacts} drawn of {Contacts}", drawn.Text, StringComparison.Ordinal);
        var again = await outlet.SubmitAsync(drawn, drawn.Form("form[action*='handler=Repeat'] button"), [], []);
        Assert.Contains("Drawn again from seed and sampling frame", again.Text, StringComparison.Ordinal);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        Assert.NotEqual(HttpStatusCode.OK, (await vendor.GetAsync("/Inspections/Sampling")).Status);
        Assert.Equal(0, await portal.InTenantAsync(Network.Tenant, (_, services) => services.GetRequiredService<SamplingRun>().RunAsync(default)));
    }

    /// <summary>Nothing below full without its remark; a draft is kept; the next contact comes by itself.</summary>
    private async Task ScoreByHandAsync()
    {
        using var reviewer = await portal.SignedInAsync(Network.At(Role.OutletReviewer, Network.Outlets[0]));
        var page = await reviewer.GetAsync("/Inspections?handler=Next&month=2026-03");
        (string, string)[] full = [.. DefaultQaForm.Body.Criteria.Select(c => ($"Input.Items[{c.Code}].Level", "Meets"))];
        (string, string)[] poor = [.. full.Where(f => !f.Item1.Contains("[A2]") && !f.Item1.Contains("[D2]") && !f.Item1.Contains("[D3]")),
            ("Input.Items[A2].Level", "Minor"), ("Input.Items[D2].Level", "Fails"), ("Input.Items[D3].Level", "Fails")];
        var bare = await reviewer.SubmitAsync(page, "#Input_Summary", poor);
        Assert.Contains("3 items lack a remark, cause or attribution, begin with A2", bare.Text, StringComparison.Ordinal);
        var draft = page.Form("#Input_Summary");
        draft.SetAttribute("action", page.Url.AbsolutePath + "?handler=Save");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.SubmitAsync(page, draft, [("Input.Items[A1].Level", "Meets")], [])).Status);
        Assert.True((await reviewer.GetAsync(page.Url.AbsolutePath)).Document.QuerySelector("[name='Input.Items[A1].Level'][value=Meets]")!.HasAttribute("checked"));
        draft.SetAttribute("action", page.Url.AbsolutePath);
        (string, string)[] explained = [.. poor, .. new[] { "A2", "D2", "D3" }.SelectMany(c => new[] {
            ($"Input.Items[{c}].Note", "02:08 客户第二次说明时被打断"), ($"Input.Items[{c}].Cause", "Training"), ($"Input.Items[{c}].FaultOf", "Agent") })];
        var next = await reviewer.SubmitAsync(page, "#Input_Summary", explained);
        Assert.Contains("submitted, score 83.8", next.Text, StringComparison.Ordinal);
        Assert.NotEqual(page.Url, next.Url);
        var fatal = await reviewer.SubmitAsync(next, "#Input_Summary", [.. full, ("Input.Fatal[Z1].On", "true"), ("Input.Fatal[Z1].Note", "01:10 辱骂客户")]);
        Assert.Contains("submitted, score 0", fatal.Text, StringComparison.Ordinal);
        portal.Queries.Reset();
        await reviewer.GetAsync("/Inspections");
        Assert.InRange(portal.Queries.Count, 1, 14);
    }

    private Task ScoreTheRestAsync() => portal.InTenantAsync(Network.Tenant, async (db, services) =>
    {
        var (desk, by) = (services.GetRequiredService<InspectionDesk>(), new Author(Network.At(Role.OutletReviewer, Network.Outlets[0]).Id, "质检员", Side.Buyer));
        var full = new Answers([.. DefaultQaForm.Body.Criteria.Select(c => new ItemScore(c.Code, Level.Meets))], []);
        foreach (var task in await db.Evaluations.Where(e => e.Month == March && e.State == EvaluationState.Open && e.Purpose == EvaluationPurpose.Random).ToListAsync())
        {
            await desk.SubmitAsync(task, await db.QaContacts.SingleAsync(c => c.Id == task.ContactId), await db.QaForms.SingleAsync(f => f.Id == task.FormId), full, null, by, default);
        }

        return 0;
    });

    /// <summary>A mystery contact is no row for the vendor until it is published.</summary>
    private async Task HideMysteryAsync()
    {
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[0]));
        var page = await outlet.GetAsync("/Inspections/Contacts");
        var empty = await outlet.SubmitAsync(page, page.Form("#Input_ExternalId"), [], []);
        Assert.Contains("Enter", empty.Text, StringComparison.Ordinal);
        byte[] sound = [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[400]];
        var score = await outlet.SubmitAsync(page, page.Form("#Input_ExternalId"),
            [("ExternalId", "sm-1"), ("Kind", "Mystery"), ("Outlet", Network.Outlets[0].Id.Value.ToString()), ("Agent", "1001"), ("Channel", "Voice"), ("StartedAt", "2026-03-20T10:00"),
                ("Transcript", "00:06 客户：你好\n00:13 坐席：您好")], [("recording", "暗访.mp3", sound)]);
        Assert.Contains("00:13", score.Text, StringComparison.Ordinal);
        await outlet.SubmitAsync(score, "#Input_Summary", [.. DefaultQaForm.Body.Criteria.Select(c => ($"Input.Items[{c.Code}].Level", "Meets"))]);
        var id = await portal.InTenantAsync(Network.Tenant, db => db.Evaluations.Where(e => e.Purpose == EvaluationPurpose.Targeted && e.Month == March).Select(e => e.Id).SingleAsync());
        var contact = await portal.InTenantAsync(Network.Tenant, db => db.QaContacts.Where(c => c.ExternalId == "sm-1").Select(c => c.Id).SingleAsync());
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.GetAsync($"/Inspections/Details/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vendor.Http.GetAsync($"/Inspections/Recording/{contact}")).StatusCode);
        var details = await outlet.GetAsync($"/Inspections/Details/{id}");
        await outlet.SubmitAsync(details, details.Form("form[action*='handler=Publish'] button"), [], []);
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync($"/Inspections/Details/{id}")).Status);
        using var heard = await vendor.Http.GetAsync($"/Inspections/Recording/{contact}");
        Assert.Equal(("audio/mpeg", sound.Length), (heard.Content.Headers.ContentType!.MediaType, (await heard.Content.ReadAsByteArrayAsync()).Length));
    }

    /// <summary>Not by who scored; upheld, 83.75 becomes 85 and the talk falls away.</summary>
    private async Task AppealAsync()
    {
        var id = await portal.InTenantAsync(Network.Tenant, db => db.Evaluations.Where(e => e.Month == March && e.Score == 83.75m).Select(e => e.Id).SingleAsync());
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        var details = await vendor.GetAsync($"/Inspections/Details/{id}");
        Assert.Contains("Appeals until", details.Text, StringComparison.Ordinal);
        var empty = await vendor.SubmitAsync(details, "#Input_Reason", ("Code", "A2"), ("Wanted", "Meets"));
        Assert.Contains("Enter", empty.Text, StringComparison.Ordinal);
        await ProveAsync(vendor, details, id);
        details = await vendor.GetAsync($"/Inspections/Details/{id}");
        Assert.Equal(["线路.mp3"], details.All(".file a"));
        Assert.Equal($"/Inspections/Proof?evaluation={id}", details.Document.QuerySelector("[data-files]")!.GetAttribute("data-files"));
        var filed = await vendor.SubmitAsync(details, "#Input_Reason", ("Code", "A2"), ("Wanted", "Meets"), ("Reason", "02:08 为线路回声"));
        Assert.Contains("Appeal filed", filed.Text, StringComparison.Ordinal);
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[0]));
        var appeals = await outlet.GetAsync("/Inspections/Appeals");
        var appeal = await portal.InTenantAsync(Network.Tenant, db => db.Appeals.Where(a => a.EvaluationId == id).Select(a => a.Id).SingleAsync());
        await SeeProofAsync(outlet, appeal);
        var form = appeals.Form($"#a-{appeal}");
        var answered = await outlet.SubmitAsync(appeals, form, [("answer", "复听属实"), ("upheld", "true")], []);
        Assert.Contains("Answered", answered.Text, StringComparison.Ordinal);
        var after = await portal.InTenantAsync(Network.Tenant, db => db.Evaluations.AsNoTracking().SingleAsync(e => e.Id == id));
        Assert.Equal((85m, true, Level.Minor), (after.Score, after.Passed, after.Answers.Find("A2")!.Level));
        Assert.Equal(CoachingState.Dropped, await portal.InTenantAsync(Network.Tenant, db => db.Coachings.Where(c => c.EvaluationId == id).Select(c => c.State).SingleAsync()));
    }

    private async Task CoachAsync()
    {
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorAgentLead, Network.Vendors[0]));
        var id = await portal.InTenantAsync(Network.Tenant, db => (from c in db.Coachings join e in db.Evaluations on c.EvaluationId equals e.Id where e.Month == March && e.HasFatal select c.Id).SingleAsync());
        var page = await vendor.GetAsync("/Inspections/Coachings");
        var held = await vendor.SubmitAsync(page, page.Form($"#n-{id}"), [("coach", "班长"), ("notes", "复听 01:10 一段")], []);
        var acknowledged = await vendor.SubmitAsync(held, held.Form($"form[action*='handler=Acknowledge'] input[value='{id}']"), [], []);
        Assert.Contains("Acknowledged; five more contacts", acknowledged.Text, StringComparison.Ordinal);
    }

    /// <summary>QAP 39 of 40, FATAL 1 of 40, BRD all: the fatal contact was full otherwise. Targeted and mystery contacts do not count.</summary>
    private async Task CountAsync()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 4, 13, 2, 0, 0, TimeSpan.Zero));
        await portal.InTenantAsync(Network.Tenant, (_, services) => services.GetRequiredService<ScorecardRun>().RunAsync(March, new RunOptions(Contract.Id), default));
        var card = await portal.InTenantAsync(Network.Tenant, db => db.Scorecards.AsNoTracking().SingleAsync(s => s.ContractId == Contract.Id && s.Month == March));
        var metrics = card.Content.Metrics.ToDictionary(m => m.Code);
        Assert.Equal((Provenance.Portal, 39m, 40m), (metrics["QAP"].Source, metrics["QAP"].Numerator, metrics["QAP"].Denominator));
        Assert.Equal((1m, 40m), (metrics["FATAL"].Numerator, metrics["FATAL"].Denominator));
        Assert.Equal((120m, 120m), (metrics["BRD"].Numerator, metrics["BRD"].Denominator));
        await portal.InTenantAsync(Network.Tenant, async (db, services) =>
        {
            var published = await db.Scorecards.SingleAsync(s => s.Id == card.Id);
            await services.GetRequiredService<SealChain>().PublishAsync([published], "总部", portal.Clock.Now, CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        Assert.Contains("Sampled", (await vendor.GetAsync($"/Scorecards/Facts/{card.Id.Value}?code=QAP")).Text, StringComparison.Ordinal);
        var failed = await portal.InTenantAsync(Network.Tenant, db => db.Evaluations.Where(e => e.Month == March && e.HasFatal).Select(e => e.Id).SingleAsync());
        Assert.Contains("appeals are closed", (await vendor.GetAsync($"/Inspections/Details/{failed}")).Text, StringComparison.Ordinal);
        foreach (var by in new[] { "Item", "Agent", "Vendor", "Reason", "Hour" })
        {
            Assert.Contains("95 % interval", (await vendor.GetAsync($"/Inspections/Analysis?by={by}")).Document.Source.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Demanded by headquarters, planned, accepted, done and shown to help: CAP of April counts it.</summary>
    private async Task ImproveAsync()
    {
        using var headquarters = await portal.SignedInAsync(Network.Headquarters);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        var page = await headquarters.GetAsync($"/Improvement?contract={Contract.Id.Value}");
        var asked = await headquarters.SubmitAsync(page, "#Input_Finding", ("Title", "致命差错"), ("Finding", "3 月 1 起"), ("Metric", "FATAL"), ("Target", "0.5"), ("Until", "2026-04-28"));
        Assert.Contains("demanded", asked.Text, StringComparison.Ordinal);
        var path = asked.Url.AbsolutePath;
        var mine = await vendor.GetAsync(path);
        var sent = await vendor.SubmitAsync(mine, "#Input_Cause", ("Input.Cause", "情绪管理培训不足"), ("Input.Effect", "客户投诉"), ("Input.Steps[0].What", "情绪管理培训"), ("Input.Steps[0].Who", "班长"), ("Input.Steps[0].Due", "2026-04-20"));
        Assert.Contains("Plan sent", sent.Text, StringComparison.Ordinal);
        var judged = await headquarters.GetAsync(path);
        await headquarters.SubmitAsync(judged, judged.Form("form[action*='handler=Accept'] button"), [], []);
        var running = await vendor.GetAsync(path);
        await vendor.SubmitAsync(running, running.Form("#s-0"), [("result", "到 12 人，复测全过")], []);
        running = await vendor.GetAsync(path);
        var complete = running.Form("#note");
        complete.SetAttribute("action", path + "?handler=Complete");
        Assert.Contains("Verification asked for", (await vendor.SubmitAsync(running, complete, [("note", "已完成")], [])).Text, StringComparison.Ordinal);
        var verify = await headquarters.GetAsync(path);
        var form = verify.Form("#sample");
        var shown = await headquarters.SubmitAsync(verify, form, [("sample", "30"), ("good", "30"), ("note", "抽检 30 通无致命项"), ("effective", "true")], []);
        Assert.Contains("Verified", shown.Text, StringComparison.Ordinal);
        var action = await portal.InTenantAsync(Network.Tenant, db => db.CorrectiveActions.AsNoTracking().SingleAsync(a => a.Title == "致命差错"));
        var owed = await portal.InTenantAsync(Network.Tenant, db => db.Obligations.AsNoTracking().SingleAsync(o => o.Id == action.ActionOwedId));
        Assert.Equal((ActionState.Verified, ObligationKind.CorrectiveAction, ClockState.Met), (action.State, owed.Kind, owed.State));
        portal.Clock.Set(new DateTimeOffset(2026, 5, 14, 2, 0, 0, TimeSpan.Zero));
        await portal.InTenantAsync(Network.Tenant, (_, services) => services.GetRequiredService<ScorecardRun>().RunAsync(March.AddMonths(1), new RunOptions(Contract.Id), default));
        var content = await portal.InTenantAsync(Network.Tenant, db => db.Scorecards.AsNoTracking().Where(s => s.ContractId == Contract.Id && s.Month == March.AddMonths(1)).Select(s => s.Content).SingleAsync());
        var cap = content.Metrics.Single(m => m.Code == "CAP");
        Assert.Contains(content.Obligations, o => o.Reference == action.Number && o.Counted && o.Met);
        Assert.True(cap.Numerator >= 1, cap.Numerator?.ToString(CultureInfo.InvariantCulture));
    }
}
