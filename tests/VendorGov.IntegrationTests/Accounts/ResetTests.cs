using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Reports;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>Links to set a new password: to whom, how often, for how long, and what asking tells (ASVS 6.3.8, 6.4.3, 2.4.1).</summary>
[Collection(nameof(Measured))]
public sealed partial class ResetTests(ResetTests.MailPortal portal, ITestOutputHelper output) : IClassFixture<ResetTests.MailPortal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    /// <summary>Mail waits in the outbox; names that requests call themselves are not checked.</summary>
    public sealed class MailPortal : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.UseSetting("Mail:Port", "1");
        }
    }

    private Network Own => portal.Networks.Own;

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_link_works_within_its_hour_and_not_after_it(int minutes, bool works)
    {
        var person = Own.At(Role.OutletReviewer, Own.Outlets[works ? 0 : 1]);
        var link = await LinkMadeAsync(person, TimeSpan.FromMinutes(minutes));
        using var visitor = portal.Anonymous();
        var done = await visitor.SubmitAsync(await visitor.GetAsync(link), "#Password", ("Password", "slow-otter-19-canal"));
        Assert.Equal(works ? "/Account/SignIn" : "/Account/ResetPassword", done.Path);
        await portal.Anonymous().SignInAsync(person.Email, works ? "slow-otter-19-canal" : Networks.Password);
    }

    [Fact]
    public async Task The_mailed_link_is_of_this_portal_and_nobody_else_is_sent_one()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[0]);
        using var visitor = portal.Anonymous();
        await AskAsync(visitor, person.Email);
        var link = Link().Match(Assert.Single(await MailsAsync(person.Email))).Value;
        Assert.StartsWith(portal.Address.ToString(), link, StringComparison.Ordinal);
        var done = await visitor.SubmitAsync(await visitor.GetAsync(new Uri(link).PathAndQuery), "#Password", ("Password", "slow-otter-19-canal"));
        Assert.Equal("/Account/SignIn", done.Path);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "portal.example@evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Original-URL", "https://evil.example/")]
    [InlineData("Forwarded", "host=evil.example;proto=https")]
    public async Task No_mail_leads_where_a_forged_header_says(string header, string value)
    {
        var person = Own.At(Role.VendorAgentLead, Own.Vendors[1]);
        using var visitor = portal.Anonymous();
        var fields = FormFields.Of((await visitor.GetAsync("/Account/ForgotPassword")).Form("#Email")).Where(f => f.Key != "Email");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Account/ForgotPassword")
        {
            Content = new FormUrlEncodedContent(fields.Append(new("Email", person.Email))),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await visitor.Http.SendAsync(request);
        Assert.DoesNotContain(await MailsAsync(person.Email), m => m.Contains("evil.example", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("evil.example", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_again_and_again_fills_nobodys_mailbox_and_each_asking_stands_once_in_the_history()
    {
        var person = Own.At(Role.VendorManager, Own.Vendors[1]);
        using var visitor = portal.Anonymous();
        var page = await visitor.GetAsync("/Account/ForgotPassword");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.SubmitAsync(page, "#Email", ("Email", person.Email))));
        Assert.Equal(3, (await MailsAsync(person.Email)).Count);
        Assert.Equal(8, await AskedAsync(person));
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync(visitor, person.Email);
        Assert.Equal(4, (await MailsAsync(person.Email)).Count);
    }

    [Fact]
    public async Task A_closed_account_is_opened_by_no_link()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[2]);
        var link = await LinkMadeAsync(person, TimeSpan.Zero);
        await InUsersAsync(users => users.Users.Where(u => u.Id == person.Id.Value).ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, DateTimeOffset.MaxValue)));
        using var visitor = portal.Anonymous();
        var told = await AskAsync(visitor, person.Email);
        var unknown = await AskAsync(visitor, "nobody@portal.example");
        Assert.Equal(unknown.Text, told.Text);
        Assert.Empty(await MailsAsync(person.Email));
        Assert.Equal("/Account/ResetPassword", (await visitor.SubmitAsync(await visitor.GetAsync(link), "#Password", ("Password", "slow-otter-19-canal"))).Path);
        Assert.True(await InUsersAsync(async users => (await users.FindByIdAsync(person.Id.Value.ToString()))!.IsClosed(TimeProvider.System.GetUtcNow())));
    }

    [Fact]
    public async Task Asking_takes_the_same_time_for_a_known_and_an_unknown_address()
    {
        var person = Own.At(Role.VendorAgentLead, Own.Vendors[0]);
        Dictionary<string, List<double>> times = new() { [person.Email] = [], ["nobody@portal.example"] = [] };
        using var visitor = portal.Anonymous();
        var page = await visitor.GetAsync("/Account/ForgotPassword");
        for (var i = 0; i < (Full ? 100 : 8); i++)
        {
            foreach (var (email, taken) in times)
            {
                // Each time within the limit, so that a mail is written.
                portal.Clock.Advance(TimeSpan.FromMinutes(21));
                var watch = Stopwatch.StartNew();
                await visitor.SubmitAsync(page, "#Email", ("Email", email));
                taken.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var (known, unknown) = (Median(times[person.Email]), Median(times["nobody@portal.example"]));
        output.WriteLine($"known {known:0.0} ms, unknown {unknown:0.0} ms, {times[person.Email].Count} tries each");
        Assert.InRange(known / unknown, Full ? 0.95 : 0.7, Full ? 1.05 : 1.5);
        Assert.NotEmpty(await MailsAsync(person.Email));
    }

    /// <summary>A link as it is mailed, made some time ago: what the framework's own provider writes, with another time.</summary>
    private Task<string> LinkMadeAsync(Person person, TimeSpan ago) => InUsersAsync(async (users, services) =>
    {
        var account = (await users.FindByIdAsync(person.Id.Value.ToString()))!;
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("DataProtectorTokenProvider");
        var real = protector.Unprotect(Convert.FromBase64String(await users.GeneratePasswordResetTokenAsync(account)));
        BitConverter.TryWriteBytes(real, (TimeProvider.System.GetUtcNow() - ago).UtcTicks);
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Convert.ToBase64String(protector.Protect(real))));
        return $"/Account/ResetPassword?user={account.Id}&code={code}";
    });

    private static async Task<Screen> AskAsync(Visitor visitor, string email) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/Account/ForgotPassword"), "#Email", ("Email", email));

    private Task<List<string>> MailsAsync(string to) => portal.InTenantAsync(Own.Tenant, async db =>
    {
        using var beyond = db.Scope.LookBeyond();
        return await db.Outbox.IgnoreQueryFilters().Where(m => m.Recipient == to).Select(m => m.Body).ToListAsync();
    });

    private Task<int> AskedAsync(Person person) => portal.InTenantAsync(
        Own.Tenant, db => db.SignInEvents.IgnoreQueryFilters().CountAsync(e => e.UserId == person.Id && e.Outcome == SignInOutcome.ResetAsked));

    private Task<T> InUsersAsync<T>(Func<UserManager<AppUser>, Task<T>> work) => InUsersAsync((users, _) => work(users));

    private async Task<T> InUsersAsync<T>(Func<UserManager<AppUser>, IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>(), scope.ServiceProvider);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
