using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Passkeys: a key that never leaves the person's device and is used only after the device has made sure of the person, by finger, face or
/// PIN. It stands for password and second step in one.
/// </summary>
public sealed partial class Passkeys(SignInManager<AppUser> signIn, UserManager<AppUser> users, Sessions sessions, TimeProvider clock, ILogger<Passkeys> log)
{
    public const int Most = 10;
    public const int LongestName = 40;

    /// <summary>Of one account, the oldest first. <see cref="Found.Key"/> is the key's id as an address can hold it.</summary>
    public sealed record Found(string Key, string Name, DateTimeOffset CreatedAt, bool IsSynced);

    public async Task<List<Found>> OfAsync(AppUser user) => [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)
        .Select(p => new Found(WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", p.CreatedAt, p.IsBackedUp))];

    /// <summary>What a browser needs to make a key. A sealed cookie of some minutes carries the challenge, so that it fits one browser once.</summary>
    public Task<string> OfferAsync(AppUser user) => signIn.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = user.Id.ToString("D"), Name = user.Email!, DisplayName = user.DisplayName });

    /// <summary>False where the answer does not fit the offer made to this browser and account.</summary>
    public async Task<bool> AddAsync(AppUser user, string? credential, string name)
    {
        if (string.IsNullOrEmpty(credential) || !await IsUnderwayAsync())
        {
            return false;
        }

        var result = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString("D") || result.Passkey.CredentialId.Length > AppUser.LongestPasskeyId
            || await users.FindByPasskeyIdAsync(result.Passkey.CredentialId) is not null)
        {
            LogRefused(log, user.Id);
            return false;
        }

        result.Passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    /// <summary>False where the account has no such key.</summary>
    public async Task<bool> RenameAsync(AppUser user, string key, string name)
    {
        if (await FindAsync(user, key) is not { } passkey)
        {
            return false;
        }

        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded;
    }

    /// <summary>False where the account has no such key.</summary>
    public async Task<bool> RemoveAsync(AppUser user, string key) =>
        await FindAsync(user, key) is { } passkey && (await users.RemovePasskeyAsync(user, passkey.CredentialId)).Succeeded
        && (await users.UpdateSecurityStampAsync(user)).Succeeded;

    /// <summary>What a browser needs to ask for any key of this portal: nobody says who they are.</summary>
    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>The account whose key signed the challenge of this browser; null for anything else, and for an account that is closed.</summary>
    public async Task<AppUser?> CheckAsync(string? credential)
    {
        var result = string.IsNullOrEmpty(credential) || !await IsUnderwayAsync() ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        if (result is not { Succeeded: true })
        {
            await sessions.NoteAsync(null, SignInOutcome.WrongPasskey);
            return null;
        }

        // Wrong passwords of somebody else lock the password for minutes, never the key.
        if (result.User.IsClosed(clock.GetUtcNow()))
        {
            await sessions.NoteAsync(UserId.From(result.User.Id), SignInOutcome.Locked);
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    private async Task<UserPasskeyInfo?> FindAsync(AppUser user, string key)
    {
        try
        {
            return await users.GetPasskeyAsync(user, WebEncoders.Base64UrlDecode(key));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The library takes an answer without a question for a fault of the portal.</summary>
    private async Task<bool> IsUnderwayAsync() => (await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;

    [LoggerMessage(1, LogLevel.Warning, "Passkey of {User} refused")]
    private static partial void LogRefused(ILogger logger, Guid user);
}
