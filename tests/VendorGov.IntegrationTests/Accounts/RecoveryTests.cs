using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Commands;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed class RecoveryTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task Who_lost_phone_and_keys_is_let_in_again_by_headquarters_who_prove_themselves()
    {
        var person = Own.At(Role.OutletManager, Own.Outlets[0]);
        using var owner = await WithSecondStepAsync(person);
        var path = $"/Network/Recover/{await MembershipAsync(person)}";
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var wrong = await headquarters.SubmitAsync(await headquarters.GetAsync(path), "#password", ("password", "not my password at all"));
        Assert.Contains("The password is wrong", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/Account/Profile")).Status);

        var done = await headquarters.SubmitAsync(await headquarters.GetAsync(path), "#password", ("password", Networks.Password));
        Assert.Equal("/Network/Users", done.Path);
        Assert.Equal("/Account/SignIn", (await owner.GetAsync("/Account/Profile")).Path);
        await owner.SignInAsync(person.Email, Networks.Password);
        Assert.Contains(SignInOutcome.Recovered, await HistoryAsync(person));
        Assert.Equal(1, await portal.InTenantAsync(Own.Tenant, db => db.AuditEntries.CountAsync(e => e.Action == "recovered" && e.ActorId == Own.Headquarters.Id)));

        // Nobody else's headquarters, nobody without the right, and not oneself.
        using var foreign = await portal.SignedInAsync(portal.Networks.Foreign.Headquarters);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await headquarters.GetAsync($"/Network/Recover/{await MembershipAsync(Own.Headquarters)}")).Status);
    }

    [Fact]
    public async Task Who_is_in_several_networks_is_the_platforms_business_and_the_operators_command_is_left_when_nobody_is()
    {
        var person = Own.At(Role.VendorManager, Own.Vendors[0]);
        using var owner = await WithSecondStepAsync(person);
        var other = portal.Networks.Foreign;
        await portal.InTenantAsync(other.Tenant, db =>
        {
            db.Add(new Membership(other.Tenant, person.Id, "second place", person.Email, Role.Auditor, new PartyKey(), portal.Clock.Now));
            return db.SaveChangesAsync();
        });
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var page = await headquarters.GetAsync($"/Network/Recover/{await MembershipAsync(person)}");
        Assert.Contains("belongs to other networks", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#password"));

        using var platform = await portal.SignedInAsync(portal.Networks.Platform);
        var form = await platform.GetAsync("/Platform/Recover");
        var nobody = await platform.SubmitAsync(form, "#Input_Email", ("Email", "nobody@portal.example"), ("Password", Networks.Password));
        Assert.Contains("No account has this address", nobody.Text, StringComparison.Ordinal);
        Assert.Equal("/Platform", (await platform.SubmitAsync(form, "#Input_Email", ("Email", person.Email), ("Password", Networks.Password))).Path);
        await owner.SignInAsync(person.Email, Networks.Password);
        foreach (var tenant in new[] { Own.Tenant, other.Tenant })
        {
            Assert.Equal(1, await portal.InTenantAsync(tenant, db => db.AuditEntries.CountAsync(e => e.Action == "recovered" && e.ActorId == portal.Networks.Platform.Id)));
        }

        using var locked = await WithSecondStepAsync(portal.Networks.Platform);
        var run = await CommandRun.OfAsync(portal.Settings, "recover", "--email", portal.Networks.Platform.Email);
        Assert.Equal((0, "/Account/SignIn"), (run.ExitCode, (await locked.GetAsync("/Platform")).Path));
        await locked.SignInAsync(portal.Networks.Platform.Email, Networks.Password);
        Assert.Equal(2, (await CommandRun.OfAsync(portal.Settings, "recover", "--email", "nobody@portal.example")).ExitCode);
    }

    private async Task<Visitor> WithSecondStepAsync(Person person)
    {
        var owner = await portal.SignedInAsync(person);
        var (offered, secret) = await Authenticator.BeginAsync(owner);
        await Authenticator.ConfirmAsync(owner, offered, secret, portal.Clock.Now);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        Assert.True((await users.FindByIdAsync(person.Id.Value.ToString()))!.TwoFactorEnabled);
        return owner;
    }

    private Task<Guid> MembershipAsync(Person person) =>
        portal.InTenantAsync(person.Tenant!.Value, db => db.Memberships.Where(m => m.UserId == person.Id).Select(m => m.Id).SingleAsync());

    private async Task<List<SignInOutcome>> HistoryAsync(Person person)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().SignInEvents.Where(e => e.UserId == person.Id).Select(e => e.Outcome).ToListAsync();
    }
}
