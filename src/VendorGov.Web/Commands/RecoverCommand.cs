using Microsoft.AspNetCore.Identity;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;

namespace VendorGov.Web.Commands;

/// <summary>For the operator, when nobody is left who could let the last administrator in again.</summary>
internal static class RecoverCommand
{
    public static readonly Command Spec = new(
        "recover", "lets a person in again who lost phone, recovery codes and passkeys",
        """
        VendorGov.Web recover --email ADDRESS [--data DIR]
          Removes second step, recovery codes, passkeys and company links of an account and ends its sessions. The password stays; the person
          is told by mail, and each network of the person keeps an entry of it. Lifts a pause after wrong passwords too.
          --email ADDRESS          of the account
          --data DIR               folder of the embedded database and files; without it the configured connection
        """,
        ["--email", "--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        var email = call.Demand("--email");
        await using var app = await PortalHost.ForPortalAsync(call);
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var account = await users.FindByEmailAsync(email) ?? throw new CommandException($"There is no account with the address {email}.");
        await scope.ServiceProvider.GetRequiredService<Recovery>().ResetAsync(account, null, "command recover", CancellationToken.None);
        // A closed account stays closed.
        if (account.LockoutEnd is not null && !account.IsClosed(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            await users.SetLockoutEndDateAsync(account, null);
            await users.ResetAccessFailedCountAsync(account);
        }

        Console.WriteLine($"{account.Email} signs in by password alone now. Set up a second step at once.");
        return 0;
    }
}
