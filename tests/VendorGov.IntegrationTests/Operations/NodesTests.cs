using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Notifications;
using VendorGov.Web.Commands;
using VendorGov.Web.Features.Scorecards;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>Two processes on one PostgreSQL database and one folder of files, behind nginx. The embedded engine is for one process.</summary>
public sealed class NodesTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int Contracts = 160;
    private const int Mails = 40;

    private static readonly YearMonth Month = new(2026, 2);

    [OnEngineFact(OnEngineFactAttribute.PostgreSql)]
    public async Task Two_nodes_share_sessions_and_jobs_and_one_finishes_what_the_other_died_of()
    {
        await using var mail = MailServer.Start();
        await AddWorkAsync();
        await using var first = await Node.StartAsync(Settings(mail));
        await using var second = await Node.StartAsync(Settings(mail));
        await using (var proxy = await Nginx.StartAsync(first.Address, second.Address))
        {
            await SessionsHoldAsync(proxy.Address);
        }

        await EachMailGoesOnceAsync(mail);
        await TheOtherFinishesAsync(first, second);
    }

    private IEnumerable<KeyValuePair<string, string>> Settings(MailServer mail) => portal.Settings
        .Where(s => s.Key != "VendorGov__Jobs")
        .Concat(new Dictionary<string, string>
        {
            ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = $"{mail.Port}", ["Mail__StartTls"] = "false", ["Accounts__AttemptsPerMinute"] = "1000",
            ["Logging__LogLevel__Default"] = "Warning",
        });

    private Task<int> AddWorkAsync() => portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
    {
        var own = portal.Networks.Own;
        var terms = await db.TermsVersions.AsNoTracking().FirstAsync(t => t.ContractId == own.Contracts[0].Id);
        for (var i = 0; i < Contracts; i++)
        {
            var contract = new Contract(own.Tenant, own.Vendors[0].Id, $"N-{i:000}", $"并发 {i}", new DateOnly(2025, 1, 1), "Asia/Shanghai");
            contract.Change(contract.Title, contract.StartsOn, null, 10_000m, "CNY", [Channel.Voice]);
            contract.Cover([own.Outlets[0].Id]);
            db.AddRange(contract, new TermsVersion(contract, 1, contract.StartsOn, terms.Terms, terms.ServiceCalendarId, terms.OfficeCalendarId, portal.Clock.Now));
        }

        db.Outbox.AddRange(Enumerable.Range(0, Mails).Select(i => OutboxMessage.Mail(own.Tenant, "nodes@example.org", $"{i}", "…", portal.Clock.Now)));
        return await db.SaveChangesAsync();
    });

    /// <summary>Signed in at one node, known to the other, also after the form was shown by one and sent to the other.</summary>
    private async Task SessionsHoldAsync(Uri proxy)
    {
        using var visitor = new Visitor(proxy);
        await visitor.SignInAsync(portal.Networks.Own.Headquarters.Email, Networks.Password);
        var served = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            var screen = await visitor.GetAsync("/Account/Profile");
            Assert.Equal((HttpStatusCode.OK, "/Account/Profile"), (screen.Status, screen.Url.AbsolutePath));
            served.Add(screen.Answer.Headers.GetValues("X-Served-By").Single());
        }

        Assert.Equal(2, served.Count);
    }

    private static async Task EachMailGoesOnceAsync(MailServer mail)
    {
        await UntilAsync(() => Task.FromResult(mail.To("nodes@example.org").Count >= Mails), TimeSpan.FromSeconds(60));
        // Two runs of the job on either node later it is still once each.
        await Task.Delay(TimeSpan.FromSeconds(20));
        Assert.Equal(Enumerable.Range(0, Mails).Select(i => $"{i}").Order(), mail.To("nodes@example.org").Select(l => l.Subject).Order());
    }

    private async Task TheOtherFinishesAsync(Node first, Node second)
    {
        await TriggerAsync();
        var runner = await RunnerAsync(first, second);
        await UntilAsync(async () => await DraftedAsync() > 2, TimeSpan.FromSeconds(60));
        runner.Kill();
        var before = await DraftedAsync();
        var watch = Stopwatch.StartNew();
        await UntilAsync(async () => await DraftedAsync() == Contracts + 2, TimeSpan.FromSeconds(90));
        output.WriteLine($"Killed after {before} of {Contracts + 2} scorecards; the other node had them all {watch.Elapsed.TotalSeconds:0.0} s later.");
        await UntilAsync(async () => await RunningAsync() is null, TimeSpan.FromSeconds(60));

        var cards = await CardsAsync();
        Assert.Equal(Contracts + 2, cards.Select(c => c.Contract).Distinct().Count());
        Assert.Equal(Contracts + 2, cards.Count);
        await portal.InTenantAsync(portal.Networks.Own.Tenant, async (_, services) =>
            await services.GetRequiredService<ScorecardRun>().RunAsync(Month, new RunOptions(), CancellationToken.None));
        Assert.Equal(await CardsAsync(), cards);
        using var visitor = new Visitor((runner == first ? second : first).Address);
        await visitor.SignInAsync(portal.Networks.Own.Headquarters.Email, Networks.Password);
    }

    /// <summary>As the button on the page does: the order goes into the store that both nodes read.</summary>
    private async Task TriggerAsync()
    {
        await using var app = PortalHost.Build([.. portal.Settings.Where(s => s.Key != "VendorGov__Jobs").Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")]);
        var schedule = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var data = new JobDataMap
        {
            [MonthlyScorecardsJob.TenantKey] = portal.Networks.Own.Tenant.Value.ToString(), [MonthlyScorecardsJob.MonthKey] = Month.ToString(),
        };
        await schedule.TriggerJob(new JobKey(MonthlyScorecardsJob.Name), data);
    }

    private async Task<Node> RunnerAsync(Node first, Node second)
    {
        string? instance = null;
        await UntilAsync(async () => (instance = await RunningAsync()) is not null, TimeSpan.FromSeconds(60));
        return instance!.Contains($"-{first.Id}-", StringComparison.Ordinal) ? first : second;
    }

    private async Task<string?> RunningAsync() => await portal.InTenantAsync(portal.Networks.Own.Tenant, async db => await db.Database.SqlQuery<string?>(
        $"SELECT instance_name AS \"Value\" FROM qrtz_fired_triggers WHERE job_name = {MonthlyScorecardsJob.Name} AND state = 'EXECUTING'").FirstOrDefaultAsync());

    private Task<int> DraftedAsync() => portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Scorecards.CountAsync(s => s.Month == Month && s.State == ScorecardState.Draft));

    private Task<List<(ContractId Contract, decimal? Score, int Facts)>> CardsAsync() => portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
        (await db.Scorecards.AsNoTracking().Where(s => s.Month == Month).OrderBy(s => s.ContractId).Select(s => new { s.ContractId, s.Score, s.FactCount }).ToListAsync())
            .ConvertAll(s => (s.ContractId, (decimal?)s.Score, s.FactCount)));

    private static async Task UntilAsync(Func<Task<bool>> reached, TimeSpan limit)
    {
        for (var watch = Stopwatch.StartNew(); !await reached(); await Task.Delay(20))
        {
            Assert.True(watch.Elapsed < limit, "This did not come about in time.");
        }
    }
}
