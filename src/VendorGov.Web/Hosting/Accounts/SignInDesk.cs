using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Checks passwords and opens sessions.</summary>
public sealed partial class SignInDesk(
    SignInManager<AppUser> signIn, UserManager<AppUser> users, MembershipDirectory directory, ILogger<SignInDesk> log)
{
    // Stands in for the stored hash of an account that does not exist, so that both answers cost the same work.
    private static string? _nobody;

    /// <summary>
    /// The account, or null. Whoever asks cannot tell an unknown address from a wrong password or a locked account, neither
    /// by the answer nor by the time it takes.
    /// </summary>
    public async Task<AppUser?> CheckAsync(string email, string password)
    {
        var user = password.Length <= PasswordRules.Longest ? await users.FindByEmailAsync(email) : null;
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            WorkAsIfChecking(password);
            LogRefused(log, user?.Id, user is null ? "unknown" : "locked");
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return user;
        }

        LogRefused(log, user.Id, result.IsLockedOut ? "locked" : "password");
        return null;
    }

    /// <summary>Opens a session in the place last used, or the first. False where the person has no place left.</summary>
    public async Task<bool> OpenAsync(AppUser user, CancellationToken cancel)
    {
        var places = await directory.OfAsync(UserId.From(user.Id), cancel);
        var place = places.FirstOrDefault(p => p.MembershipId == user.LastMembershipId) ?? places.FirstOrDefault();
        var key = user.IsPlatformAdministrator && (place is null || user.LastMembershipId is null)
            ? Session.Platform
            : place?.MembershipId.ToString("D");
        if (key is null)
        {
            LogRefused(log, user.Id, "no membership");
            return false;
        }

        await OpenAtAsync(user, key);
        LogOpened(log, user.Id, place?.Tenant.Value);
        return true;
    }

    /// <summary>Opens a new session in one place; <paramref name="place"/> is a membership's key or <see cref="Session.Platform"/>.</summary>
    public Task OpenAtAsync(AppUser user, string place)
    {
        List<Claim> claims = [new(Session.PlaceClaim, place), new(Session.NameClaim, user.DisplayName)];
        if (user.IsPlatformAdministrator)
        {
            claims.Add(new(Session.AdministratorClaim, "1"));
        }

        return signIn.SignInWithClaimsAsync(user, isPersistent: false, claims);
    }

    private void WorkAsIfChecking(string password)
    {
        var nobody = new AppUser();
        _nobody ??= users.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        users.PasswordHasher.VerifyHashedPassword(nobody, _nobody, password);
    }

    [LoggerMessage(1, LogLevel.Information, "Session opened for {User} in tenant {Tenant}")]
    private static partial void LogOpened(ILogger logger, Guid user, Guid? tenant);

    [LoggerMessage(2, LogLevel.Warning, "Sign-in refused for {User}: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid? user, string reason);
}
