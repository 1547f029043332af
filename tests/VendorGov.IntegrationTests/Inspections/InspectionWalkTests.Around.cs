using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Inspections;

/// <summary>What the same month brings besides: ratings, proof, notices, search, the home page, and training that is ordered.</summary>
public sealed partial class InspectionWalkTests
{
    private static readonly byte[] Sound = [.. "ID3\x04\0\0\0\0\0\0"u8, .. new byte[700]];

    /// <summary>Each wrong row is named; of four right ones two are low: one of a contact that is here, one that makes its own.</summary>
    private async Task RateAsync()
    {
        using var outlet = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[0]));
        var page = await outlet.GetAsync("/Inspections/Surveys");
        const string Head = "调查编号,来源,网点编码,渠道,联络时间,评分,通话编号,工号,评语\n";
        var here = Network.Outlets[0].Code;
        var wrong = await outlet.SubmitAsync(page, page.Form("#file"), [], [("file", "s.csv", Encoding.UTF8.GetBytes(
            $"{Head}s-1,短信,{here},电话,2026-03-05 10:00,9,,2001,\ns-2,传真,{here},电话,2026-03-05 10:00,2,,2001,\ns-3,邮件,W9999,电话,2026-03-05 10:00,2,,2001,\ns-4,短信,{here},电话,2026-03-05 10:00,1,,,\n,短信,{here},电话,,5,,,\n"))]);
        Assert.All(["1 to 5", "Phone", "does not cover this outlet", "name its contact or agent"], said => Assert.Contains(said, wrong.Text, StringComparison.Ordinal));
        Assert.Equal([2, 3, 4, 5, 6], Rows(wrong));
        Assert.Equal(0, await portal.InTenantAsync(Network.Tenant, db => db.SurveyAnswers.CountAsync(s => s.ExternalId.StartsWith("s-"))));

        var right = $"{Head}s-1,短信,{here},电话,2026-03-05 10:00,2,m-4,,等了三天\ns-2,平台评价,{here},电话,2026-03-06 11:00,1,,2002,态度差\ns-3,电话回访,{here},电话,2026-03-06 12:00,5,,,\ns-4,邮件,{here},在线,2026-03-07 09:00,4,,,\n";
        var sent = await outlet.SubmitAsync(page, page.Form("#file"), [], [("file", "s.csv", Encoding.UTF8.GetBytes(right))]);
        Assert.Contains("4 new, 0 known, 2 drawn for inspection", sent.Text, StringComparison.Ordinal);
        var again = await outlet.SubmitAsync(page, page.Form("#file"), [], [("file", "s.csv", Encoding.UTF8.GetBytes(right))]);
        Assert.Contains("0 new, 4 known, 0 drawn", again.Text, StringComparison.Ordinal);
        var drawn = await portal.InTenantAsync(Network.Tenant, db => (
            from e in db.Evaluations join c in db.QaContacts on e.ContactId equals c.Id
            where e.Purpose == EvaluationPurpose.Survey && db.SurveyAnswers.Any(s => s.EvaluationId == e.Id) && e.Month == March
            orderby c.ExternalId select c.ExternalId).ToListAsync());
        Assert.Equal(["m-4", "Platform-s-2"], drawn.Order(StringComparer.OrdinalIgnoreCase));
        var low = await outlet.GetAsync("/Inspections/Surveys?low=true&source=Platform");
        Assert.Contains("态度差", low.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("等了三天", low.Text, StringComparison.Ordinal);
        using var other = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[1]));
        Assert.DoesNotContain("等了三天", (await other.GetAsync("/Inspections/Surveys")).Text, StringComparison.Ordinal);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        Assert.NotEqual(HttpStatusCode.OK, (await vendor.GetAsync("/Inspections/Surveys")).Status);
    }

    private static int[] Rows(Screen screen) => [.. screen.Document.QuerySelectorAll("main table tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim())
        .FirstOrDefault(c => int.TryParse(c, out _))).OfType<string>().Select(int.Parse).Distinct().Take(5)];

    /// <summary>Ahead of the form; what runs is refused; a second file is never sent and swept later.</summary>
    private static async Task ProveAsync(Visitor vendor, Screen details, Guid evaluation)
    {
        var path = $"/Inspections/Proof?evaluation={evaluation}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(vendor, details, path, "x.html", "<html>"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(vendor, details, path, "线路.mp3", Sound)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(vendor, details, $"/Inspections/Proof?evaluation={Guid.NewGuid()}", "线路.mp3", Sound)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor who, Screen page, string path, string name, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await who.Http.SendAsync(request);
    }

    private async Task SeeProofAsync(Visitor outlet, Guid appeal)
    {
        Assert.Contains($"/Inspections/Proof/{appeal}", (await outlet.GetAsync("/Inspections/Appeals")).Links);
        using var proof = await outlet.Http.GetAsync($"/Inspections/Proof/{appeal}");
        Assert.Equal(Sound, await proof.Content.ReadAsByteArrayAsync());
        Assert.Contains("sandbox", proof.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var stranger = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[1]));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync($"/Inspections/Proof/{appeal}")).StatusCode);
        using var elsewhere = await portal.SignedInAsync(Network.At(Role.OutletManager, Network.Outlets[1]));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Http.GetAsync($"/Inspections/Proof/{appeal}")).StatusCode);
    }

    /// <summary>From the failed contact to a demand in one step; the training of its plan is ordered, and the step waits for it.</summary>
    private async Task FollowUpAsync()
    {
        using var headquarters = await portal.SignedInAsync(Network.Headquarters);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        var (failed, number) = await portal.InTenantAsync(Network.Tenant, async db =>
        {
            var found = await db.Evaluations.Where(e => e.Month == March && e.HasFatal).Join(db.QaContacts, e => e.ContactId, c => c.Id, (e, c) => new { e.Id, c.ExternalId }).SingleAsync();
            db.Add(new Agent(Contract, new AgentDetails("2001", "王敏", null, [Domain.Contracts.Channel.Voice], []), new DateOnly(2026, 1, 5), portal.Clock.Now));
            db.Add(new Course(Contract, "情绪管理", CertificateKind.Contacts, 80, 12, portal.Clock.Now));
            await db.SaveChangesAsync();
            return (found.Id, found.ExternalId);
        });
        var page = await headquarters.GetAsync((await headquarters.GetAsync($"/Inspections/Details/{failed}")).Links.First(l => l.StartsWith("/Improvement?", StringComparison.Ordinal)));
        Assert.Contains(number, page.Document.QuerySelector("#Input_Title")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("Z1", page.Document.QuerySelector("#Input_Finding")!.TextContent, StringComparison.Ordinal);
        var asked = await headquarters.SubmitAsync(page, "#Input_Finding", ("Until", "2026-06-20"));
        var path = asked.Url.AbsolutePath;
        Assert.Contains($"/Inspections/Details/{failed}", asked.Links);
        Assert.Contains(path, (await vendor.GetAsync($"/Inspections/Details/{failed}")).Links);

        var mine = await vendor.GetAsync(path);
        await vendor.SubmitAsync(mine, "#Input_Cause", ("Input.Cause", "情绪管理"), ("Input.Effect", "投诉"), ("Input.Steps[0].What", "全员情绪管理课"), ("Input.Steps[0].Who", "班长"), ("Input.Steps[0].Due", "2026-06-01"), ("Input.Steps[0].Training", "true"));
        var judged = await headquarters.GetAsync(path);
        var accepted = await headquarters.SubmitAsync(judged, judged.Form("form[action*='handler=Accept'] button"), [], []);
        var order = await headquarters.GetAsync(accepted.Links.Single(l => l.StartsWith("/Training/Orders", StringComparison.Ordinal)));
        Assert.Equal("全员情绪管理课", order.Document.QuerySelector("#Input_Topic")!.GetAttribute("value"));
        var (course, agent) = (order.Document.QuerySelectorAll("#Input_Course option").Single(o => o.TextContent.Contains("情绪管理")).GetAttribute("value")!, order.Document.QuerySelector("[name='Input.Agents']")!.GetAttribute("value")!);
        var given = await headquarters.SubmitAsync(order, "#Input_Topic", ("Course", course), ("Agents", agent));
        Assert.Contains(path, given.Links);
        var running = await vendor.GetAsync(path);
        Assert.Contains("Training order: 0 of 1 passed", running.Text, StringComparison.Ordinal);
        var early = await vendor.SubmitAsync(running, running.Form("#s-0"), [("result", "已完成")], []);
        Assert.Contains("The training order of this step is still open", early.Text, StringComparison.Ordinal);
        await portal.InTenantAsync(Network.Tenant, async db =>
        {
            var action = await db.CorrectiveActions.AsNoTracking().SingleAsync(a => a.EvaluationId == failed);
            var tied = await db.TrainingOrders.AsNoTracking().SingleAsync(o => o.CauseId == action.Id);
            Assert.Equal((TrainingCause.CorrectiveAction, tied.Id, ActionOrigin.Inspection), (tied.Cause, action.Plan!.Steps[0].OrderId!.Value, action.Origin));
            return 0;
        });
        await FindAsync(headquarters, vendor, number);
    }

    /// <summary>By number, with the walls; the home page says what is due.</summary>
    private async Task FindAsync(Visitor headquarters, Visitor vendor, string number)
    {
        Assert.Contains(number, (await vendor.GetAsync($"/Search?q={number}")).Find("#works") ?? "", StringComparison.Ordinal);
        Assert.Contains("After evaluation", (await vendor.GetAsync("/Search?q=ZG-2026")).Find("#works") ?? "", StringComparison.Ordinal);
        Assert.Contains("Platform-s-2", (await headquarters.GetAsync("/Search?q=Platform-s-2")).Find("#works") ?? "", StringComparison.Ordinal);
        Assert.Null((await vendor.GetAsync("/Search?q=Platform-s-2")).Find("#works"));
        using var stranger = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[1]));
        Assert.DoesNotContain("After evaluation", (await stranger.GetAsync("/Search?q=ZG-2026")).Text, StringComparison.Ordinal);
        Assert.Contains("After evaluation", (await vendor.GetAsync("/")).Find("#quality") ?? "", StringComparison.Ordinal);
        Assert.Contains("Contacts to score: ", (await headquarters.GetAsync("/")).Find("#quality") ?? "", StringComparison.Ordinal);
    }

    /// <summary>Who is concerned is told, who did it is not.</summary>
    private async Task TellAsync()
    {
        await portal.InTenantAsync(Network.Tenant, (_, services) => services.GetRequiredService<NewsDesk>().TellAsync(default));
        async Task<string> InboxAsync(Person who, string kind)
        {
            using var visitor = await portal.SignedInAsync(who);
            return (await visitor.GetAsync($"/Notifications?kind={kind}")).Find(".news") ?? "";
        }

        var vendor = Network.At(Role.VendorManager, Network.Vendors[0]);
        var inspections = await InboxAsync(vendor, "Inspection");
        Assert.All(["Evaluation failed", "Fatal item in an evaluation"], what => Assert.Contains(what, inspections, StringComparison.Ordinal));
        Assert.Contains("The appeal was upheld", await InboxAsync(vendor, "Appeal"), StringComparison.Ordinal);
        Assert.Contains("A coaching talk is owed", await InboxAsync(Network.At(Role.VendorAgentLead, Network.Vendors[0]), "Coaching"), StringComparison.Ordinal);
        var improvement = await InboxAsync(vendor, "Improvement");
        Assert.All(["An improvement is demanded", "The plan was accepted", "The action was verified"], what => Assert.Contains(what, improvement, StringComparison.Ordinal));
        Assert.DoesNotContain("The plan was handed in", improvement, StringComparison.Ordinal);
        Assert.Contains("Appeal filed", await InboxAsync(Network.At(Role.OutletReviewer, Network.Outlets[0]), "Appeal"), StringComparison.Ordinal);
        var judged = await InboxAsync(Network.Headquarters, "Improvement");
        Assert.All(["The plan was handed in", "reported done"], what => Assert.Contains(what, judged, StringComparison.Ordinal));
        Assert.Equal("", await InboxAsync(Network.At(Role.OutletReviewer, Network.Outlets[1]), "Appeal"));
        Assert.DoesNotContain("After evaluation", await InboxAsync(Network.At(Role.VendorManager, Network.Vendors[1]), "Improvement"), StringComparison.Ordinal);
    }

    /// <summary>What is referred to stays; content that nobody refers to goes once it has settled.</summary>
    private Task SweepAsync() => portal.InTenantAsync(Network.Tenant, async (db, services) =>
    {
        var (desk, store) = (services.GetRequiredService<ProofDesk>(), services.GetRequiredService<FileStore>());
        await using (var arrival = await store.ReceiveAsync(InspectionDesk.Area, new MemoryStream([.. Sound, 1]), 10_000, default))
        {
            arrival.Keep();
        }

        Assert.Equal(0, await desk.SweepAsync(default));
        portal.Clock.Advance(FileStore.Grace * 2);
        Assert.Equal(1, await desk.SweepAsync(default));
        var proof = (await db.Appeals.AsNoTracking().Where(a => a.Reason == "02:08 为线路回声").Select(a => a.Evidence).SingleAsync())!;
        var recording = (await db.QaContacts.AsNoTracking().Where(c => c.ExternalId == "sm-1").Select(c => c.Recording).SingleAsync())!;
        Assert.True(store.Has(InspectionDesk.Area, proof.Sha256) && store.Has(InspectionDesk.Area, recording.Sha256));
        return 0;
    });
}
