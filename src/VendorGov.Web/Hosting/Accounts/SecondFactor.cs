using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// The second step of signing in: a code of an authenticator app, or one of ten recovery codes, each of which opens once. The secret is kept
/// sealed by the portal's keys, recovery codes as SHA-256. Wrong codes count towards the account's lockout like wrong passwords.
/// </summary>
public sealed partial class SecondFactor(
    UserManager<AppUser> users, AppDb db, Sessions sessions, IDataProtectionProvider protection, TimeProvider clock, ILogger<SecondFactor> log)
{
    public const int RecoveryCodes = 10;

    private const string Provider = "VendorGov";
    private const string Secret = "TotpSecret";
    private const string LastStep = "TotpStep";
    private const string Recovery = "Recovery";

    private readonly IDataProtector _vault = protection.CreateProtector("VendorGov.SecondFactor.Secret");
    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("VendorGov.SecondFactor.Ticket").ToTimeLimitedDataProtector();

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string Address(AppUser user, byte[] secret) => FormattableString.Invariant(
        $"otpauth://totp/VendorGov:{Uri.EscapeDataString(user.Email!)}?secret={Totp.Base32(secret)}&issuer=VendorGov&digits={Totp.Digits}");

    /// <summary>Seals what a form carries from one step to the next, for a few minutes and one state of one account.</summary>
    public string Seal(AppUser user, string purpose, byte[] bytes, TimeSpan life) =>
        _tickets.Protect($"{purpose}|{user.Id:N}|{user.SecurityStamp}|{Convert.ToBase64String(bytes)}", life);

    /// <summary>The account and bytes of a sealed text; null for anything else, and once the account's stamp has changed.</summary>
    public async Task<(AppUser User, byte[] Bytes)?> OpenAsync(string? ticket, string purpose)
    {
        try
        {
            var parts = _tickets.Unprotect(ticket ?? "").Split('|');
            return parts is [var known, var id, var stamp, var bytes] && known == purpose && await users.FindByIdAsync(id) is { } user
                && user.SecurityStamp == stamp
                ? (user, Convert.FromBase64String(bytes))
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Turns it on where the code fits the secret. Answers the recovery codes, which are never shown again; null for a wrong code.</summary>
    public async Task<IReadOnlyList<string>?> EnableAsync(AppUser user, byte[] secret, string code)
    {
        if (Totp.Match(secret, code, clock.GetUtcNow(), 0) is not { } step)
        {
            return null;
        }

        await KeepAsync(user, Secret, Convert.ToBase64String(_vault.Protect(secret)));
        await KeepAsync(user, LastStep, step.ToString(CultureInfo.InvariantCulture));
        var codes = await RenewCodesAsync(user);
        Demand(await users.SetTwoFactorEnabledAsync(user, true));
        LogChanged(log, user.Id, "on");
        return codes;
    }

    public async Task DisableAsync(AppUser user)
    {
        foreach (var name in new[] { Secret, LastStep, Recovery })
        {
            Demand(await users.RemoveAuthenticationTokenAsync(user, Provider, name));
        }

        Demand(await users.SetTwoFactorEnabledAsync(user, false));
        LogChanged(log, user.Id, "off");
    }

    /// <summary>Ten new codes; the old ones open no more.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(AppUser user)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.Base32(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant())
            .Select(c => $"{c[..4]}-{c[4..8]}-{c[8..12]}-{c[12..]}").ToList();
        await KeepAsync(user, Recovery, string.Join(';', codes.Select(Hash)));
        return codes;
    }

    public async Task<int> CodesLeftAsync(AppUser user) => (await FindAsync(user, Recovery)).Split(';', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>True once per code. False for a wrong or used one, and while the account is locked.</summary>
    public async Task<bool> CheckAsync(AppUser user, string code)
    {
        using var turn = await AccountTurns.EnterAsync(user.Email!);
        // What the guess before has left behind.
        await db.Entry(user).ReloadAsync();
        if (await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (await IsNextAsync(user, code) || await IsRecoveryAsync(user, code))
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        await sessions.NoteAsync(UserId.From(user.Id), SignInOutcome.WrongCode);
        LogRefused(log, user.Id);
        return false;
    }

    private async Task<bool> IsNextAsync(AppUser user, string code)
    {
        var sealedSecret = await FindAsync(user, Secret);
        if (sealedSecret.Length == 0)
        {
            return false;
        }

        _ = long.TryParse(await FindAsync(user, LastStep), CultureInfo.InvariantCulture, out var last);
        var step = Totp.Match(_vault.Unprotect(Convert.FromBase64String(sealedSecret)), code, clock.GetUtcNow(), last);

        // Of two requests with the same code, the account's concurrency stamp lets one save.
        return step is { } used
            && (await users.SetAuthenticationTokenAsync(user, Provider, LastStep, used.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    private async Task<bool> IsRecoveryAsync(AppUser user, string code)
    {
        var left = (await FindAsync(user, Recovery)).Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        return left.Remove(Hash(code)) && (await users.SetAuthenticationTokenAsync(user, Provider, Recovery, string.Join(';', left))).Succeeded;
    }

    private async Task<string> FindAsync(AppUser user, string name) => await users.GetAuthenticationTokenAsync(user, Provider, name) ?? "";

    private async Task KeepAsync(AppUser user, string name, string value) => Demand(await users.SetAuthenticationTokenAsync(user, Provider, name, value));

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)))));

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Second factor of {User} turned {State}")]
    private static partial void LogChanged(ILogger logger, Guid user, string state);

    [LoggerMessage(2, LogLevel.Warning, "Second factor of {User} refused")]
    private static partial void LogRefused(ILogger logger, Guid user);
}
