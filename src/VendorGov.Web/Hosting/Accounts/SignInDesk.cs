using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Checks passwords and opens sessions.</summary>
public sealed partial class SignInDesk(
    SignInManager<AppUser> signIn, UserManager<AppUser> users, MembershipDirectory directory, Sessions sessions, ILogger<SignInDesk> log)
{
    // A hash takes a core for a tenth of a second on purpose: who guesses from many addresses at once waits in line, and pages stay fast.
    private static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    // Longer than a hash and the writing of a refusal.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    // Stands in for the stored hash of an account that does not exist, so that both answers cost the same work.
    private static string? _nobody;

    /// <summary>
    /// The account, or null. Whoever asks cannot tell an unknown address from a wrong password or a locked account, neither
    /// by the answer nor by the time it takes.
    /// </summary>
    public async Task<AppUser?> CheckAsync(string email, string password)
    {
        var started = Stopwatch.GetTimestamp();
        var user = await CheckAloneAsync(email, password);
        if (user is null)
        {
            await EvenTime.UpToAsync(Step, started);
        }

        return user;
    }

    /// <summary>
    /// Opens a session in the place last used, or the first; by a passkey where <paramref name="proven"/>. Else says why not: no place is left, or none that
    /// is not its network's provider's to open.
    /// </summary>
    public async Task<SignInOutcome> OpenAsync(AppUser user, CancellationToken cancel, bool proven = false)
    {
        var all = await directory.OfAsync(UserId.From(user.Id), cancel);
        var places = all.Where(p => !p.OnlyOpenId).ToList();
        var place = places.FirstOrDefault(p => p.MembershipId == user.LastMembershipId) ?? places.FirstOrDefault();
        var key = user.IsPlatformAdministrator && (place is null || user.LastMembershipId is null)
            ? Session.Platform
            : place?.MembershipId.ToString("D");
        if (key is null)
        {
            var why = all.Count > 0 ? SignInOutcome.OpenIdDemanded : SignInOutcome.NoPlace;
            await RefuseAsync(user, why);
            return why;
        }

        await OpenAtAsync(user, key, proven);
        var how = proven ? SignInOutcome.OpenedByPasskey : SignInOutcome.Opened;
        await sessions.NoteAsync(UserId.From(user.Id), how);
        LogOpened(log, user.Id, place?.Tenant.Value);
        return how;
    }

    /// <summary>
    /// Opens a session in one network, on the word of its provider. It acts there and nowhere else: what one network's provider says is nothing to another
    /// network, nor to the person's account.
    /// </summary>
    public async Task OpenByProviderAsync(AppUser user, MembershipDirectory.Place place, bool proven)
    {
        await OpenAtAsync(user, place.MembershipId.ToString("D"), proven, place.Tenant);
        await sessions.NoteAsync(UserId.From(user.Id), SignInOutcome.OpenedByOpenId);
        LogOpened(log, user.Id, place.Tenant.Value);
    }

    /// <summary>
    /// Opens a new session in one place and ends the one that this browser had; <paramref name="place"/> is a membership's key or
    /// <see cref="Session.Platform"/>. What the person proved by a passkey goes along unless <paramref name="proven"/> says otherwise.
    /// </summary>
    public async Task OpenAtAsync(AppUser user, string place, bool? proven = null, TenantId? provider = null)
    {
        var tenant = Guid.TryParse(place, out var membership)
            ? (await directory.FindAsync(membership, UserId.From(user.Id), CancellationToken.None))?.Tenant : null;
        var session = await sessions.OpenAsync(user, tenant);
        List<Claim> claims =
            [new(Session.PlaceClaim, place), new(Session.NameClaim, user.DisplayName), new(Session.SessionClaim, session.ToString("D"))];
        if (provider is { } vouching)
        {
            claims.Add(new(Session.ProviderClaim, vouching.Value.ToString("D")));
        }
        else if (user.IsPlatformAdministrator)
        {
            claims.Add(new(Session.AdministratorClaim, "1"));
        }

        if (proven ?? HasProven(user))
        {
            claims.Add(new(Session.ProvenClaim, "1"));
        }

        await signIn.SignInWithClaimsAsync(user, isPersistent: false, claims);
    }

    /// <summary>After a change that ended every session of the account: this browser gets a new one.</summary>
    public async Task ReopenAsync(AppUser user, Member member, SignInOutcome why, bool? proven = null)
    {
        var owner = UserId.From(user.Id);
        await sessions.EndAsync(s => s.UserId == owner);
        await sessions.NoteAsync(owner, why);
        await OpenAtAsync(user, member.MembershipId?.ToString("D") ?? Session.Platform, proven);
    }

    private async Task<AppUser?> CheckAloneAsync(string email, string password)
    {
        using var own = await AccountTurns.EnterAsync(email);
        await Turns.WaitAsync();
        try
        {
            return await CheckInTurnAsync(email, password);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<AppUser?> CheckInTurnAsync(string email, string password)
    {
        var user = password.Length <= PasswordRules.Longest ? await users.FindByEmailAsync(email) : null;
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            WorkAsIfChecking(password);
            return await RefuseAsync(user, user is null ? SignInOutcome.Unknown : SignInOutcome.Locked);
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return user;
        }

        return await RefuseAsync(user, result.IsLockedOut ? SignInOutcome.Locked : SignInOutcome.WrongPassword);
    }

    private bool HasProven(AppUser user) =>
        signIn.Context.User.HasClaim(Session.ProvenClaim, "1") && users.GetUserId(signIn.Context.User) == user.Id.ToString();

    private async Task<AppUser?> RefuseAsync(AppUser? user, SignInOutcome why)
    {
        await sessions.NoteAsync(user is null ? null : UserId.From(user.Id), why);
        LogRefused(log, user?.Id, why);
        return null;
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
    private static partial void LogRefused(ILogger logger, Guid? user, SignInOutcome reason);
}
