using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>The sessions of accounts and the history of signing in.</summary>
public sealed class Sessions(AppDb db, IHttpContextAccessor http, IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>The session of this request; empty for an anonymous caller.</summary>
    public Guid Current => KeyOf(http.HttpContext?.User);

    /// <summary>The session that a cookie names; empty where it names none.</summary>
    public static Guid KeyOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(Session.SessionClaim), out var id) ? id : Guid.Empty;

    /// <summary>Opens one and ends the session that this browser had, if any. Answers its key.</summary>
    public async Task<Guid> OpenAsync(AppUser user, TenantId? tenant)
    {
        var (now, owner) = (clock.GetUtcNow(), UserId.From(user.Id));
        var session = new UserSession
        {
            UserId = owner, ActsIn = tenant, CreatedAt = now, LastSeenAt = now, Address = Address(), Device = Device(),
        };
        db.UserSessions.Add(session);
        await db.SaveChangesAsync();
        var before = Current;
        await EndAsync(s => s.Id == before && s.UserId == owner);
        return session.Id;
    }

    /// <summary>One line of the history, saved at once: also what is refused afterwards has happened.</summary>
    public async Task NoteAsync(UserId? user, SignInOutcome outcome)
    {
        db.SignInEvents.Add(new SignInEvent { UserId = user, At = clock.GetUtcNow(), Outcome = outcome, Address = Address(), Device = Device() });
        await db.SaveChangesAsync();
    }

    /// <summary>Ends what <paramref name="which"/> picks of the sessions that are open. Answers how many.</summary>
    public Task<int> EndAsync(System.Linq.Expressions.Expression<Func<UserSession, bool>> which)
    {
        var now = clock.GetUtcNow();
        return db.UserSessions.Where(s => s.EndedAt == null).Where(which).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now));
    }

    /// <summary>The sessions of an account that still open something, the newest first.</summary>
    public Task<List<UserSession>> OpenOnesAsync(UserId user, CancellationToken cancel)
    {
        var (idle, absolute) = (clock.GetUtcNow() - options.Value.IdleLimit, clock.GetUtcNow() - options.Value.AbsoluteLimit);
        return db.UserSessions.AsNoTracking().Where(s => s.UserId == user && s.EndedAt == null && s.LastSeenAt > idle && s.CreatedAt > absolute)
            .OrderByDescending(s => s.LastSeenAt).Take(50).ToListAsync(cancel);
    }

    private string Address()
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() is { Length: <= UserSession.LongestAddress } known ? known : "";
    }

    private string Device() => Devices.Describe(http.HttpContext?.Request.Headers.UserAgent);
}
