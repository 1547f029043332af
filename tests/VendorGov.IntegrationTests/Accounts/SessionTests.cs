using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed class SessionTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task A_session_ended_from_another_device_opens_nothing_with_its_next_request()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[2]);
        using var desk = await portal.SignedInAsync(person);
        using var phone = portal.Anonymous();
        phone.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0");
        await phone.SignInAsync(person.Email, Networks.Password);

        var page = await desk.GetAsync("/Account/Sessions");
        Assert.Contains("WeChat · iPhone", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("form[action*='handler=End']"));
        var after = await desk.SubmitAsync(page, "form[action*='handler=End']");
        Assert.Contains("The device is signed out", after.Text, StringComparison.Ordinal);
        Assert.Equal("/Account/SignIn", (await phone.GetAsync("/Account/Profile")).Path);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/Account/Profile")).Status);
    }

    [Fact]
    public async Task Each_event_of_an_account_stands_once_in_its_history()
    {
        var person = Own.At(Role.OutletReviewer, Own.Outlets[2]);
        using var thief = portal.Anonymous();
        await thief.SubmitAsync(await thief.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", "wrong guess once"));
        await thief.SubmitAsync(await thief.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", "nobody@portal.example"), ("Password", "wrong guess once"));
        using var owner = await portal.SignedInAsync(person);
        await owner.SubmitAsync(await owner.GetAsync("/Account/Profile"), "form[action*='handler=Password']",
            ("Current", Networks.Password), ("Next", "quiet-heron-71-meadow"));
        await owner.SubmitAsync(await owner.GetAsync("/Account/Profile"), "form[action*='SignOut']");

        var history = await HistoryAsync(person.Id);
        Assert.Equal(
            [SignInOutcome.WrongPassword, SignInOutcome.Opened, SignInOutcome.PasswordChanged, SignInOutcome.SignedOut], history.Select(e => e.Outcome));
        Assert.Equal("/Account/SignIn", (await owner.GetAsync("/Account/Sessions")).Path);

        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var seen = await headquarters.GetAsync("/Audit/SignIns?Outcome=WrongPassword");
        Assert.Contains("Wrong password", seen.Find("tbody"), StringComparison.Ordinal);
        using var foreign = await portal.SignedInAsync(portal.Networks.Foreign.Headquarters);
        Assert.Null((await foreign.GetAsync("/Audit/SignIns?Outcome=WrongPassword")).Find("tbody"));
    }

    [Fact]
    public async Task Headquarters_end_the_sessions_of_their_own_members_only()
    {
        var person = Own.At(Role.VendorManager, Own.Vendors[1]);
        using var vendor = await portal.SignedInAsync(person);
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var key = await portal.InTenantAsync(Own.Tenant, db => db.Memberships.Where(m => m.UserId == person.Id).Select(m => m.Id).SingleAsync());
        var users = await headquarters.GetAsync("/Network/Users?Q=" + Uri.EscapeDataString(person.Email));
        var ended = await headquarters.SubmitAsync(users, $"form[action*='{key}'][action*='handler=End']");
        Assert.Contains("1 session ended", ended.Text, StringComparison.Ordinal);
        Assert.Equal("/Account/SignIn", (await vendor.GetAsync("/")).Path);

        using var foreign = await portal.SignedInAsync(portal.Networks.Foreign.Headquarters);
        var theirs = await foreign.GetAsync("/Network/Users");
        var form = theirs.Form("form[action*='handler=End']");
        form.SetAttribute("action", $"/Network/Users?handler=End&id={key}");
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.SubmitAsync(theirs, form, [], [])).Status);
    }

    [Fact]
    public async Task A_network_that_demands_two_steps_shows_nothing_before_they_are_set_up()
    {
        var other = portal.Networks.Foreign;
        using var headquarters = await portal.SignedInAsync(other.Headquarters);
        var settings = await headquarters.GetAsync("/Network/Settings");
        var refused = await headquarters.SubmitAsync(settings, "#Input_Name", ("RequiresSecondStep", "true"));
        Assert.Contains("Turn two-step sign-in on for yourself", refused.Text, StringComparison.Ordinal);

        await TurnOnAsync(headquarters);
        await headquarters.SubmitAsync(await headquarters.GetAsync("/Network/Settings"), "#Input_Name", ("RequiresSecondStep", "true"));
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        using var manager = portal.Anonymous();
        var person = other.At(Role.OutletManager, other.Outlets[0]);
        await manager.SubmitAsync(await manager.GetAsync("/Account/SignIn"), "input[type=password]", ("Email", person.Email), ("Password", Networks.Password));
        foreach (var path in new[] { "/", "/Issues", "/Account/Profile", "/Network/Users" })
        {
            Assert.Equal("/Account/SecondStep", (await manager.GetAsync(path)).Path);
        }

        await TurnOnAsync(manager);
        Assert.Equal("/Issues", (await manager.GetAsync("/Issues")).Path);
    }

    private async Task TurnOnAsync(Visitor owner)
    {
        var (offered, secret) = await Authenticator.BeginAsync(owner);
        await Authenticator.ConfirmAsync(owner, offered, secret, portal.Clock.Now);
    }

    private async Task<List<SignInEvent>> HistoryAsync(UserId user)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().SignInEvents.Where(e => e.UserId == user).OrderBy(e => e.Id).ToListAsync();
    }
}
