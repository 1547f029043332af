using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>
/// <c>Idempotency-Key</c>, as the IETF draft has it: the same key with the same request gets the first answer again, with another
/// request 422, and while the first is still at work 409.
/// </summary>
public sealed class IdempotentRequests(AppDb db, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Either the work is the caller's (<paramref name="Mine"/>), or there is nothing to do but answer.</summary>
    public sealed record Claim(IdempotentAnswer? Mine, FeedReply? Kept = null, bool Changed = false, bool Busy = false);

    public async Task<Claim> ClaimAsync(FeedSender sender, string key, string fingerprint, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var known = await db.IdempotentAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.KeyId == sender.KeyId && a.Key == key, cancel);
            if (known is { } expired && expired.ExpiresAt <= now)
            {
                await db.IdempotentAnswers.Where(a => a.Id == expired.Id).ExecuteDeleteAsync(cancel);
                known = null;
            }

            var claim = known is null ? await BeginAsync(new IdempotentAnswer(sender, key, fingerprint, now), attempt, cancel)
                : known.BodySha256 != fingerprint ? new Claim(null, Changed: true)
                : known.Status is { } status ? new Claim(null, new FeedReply(status, known.ContentType, known.Body))
                : known.IsCutOff(now) ? await TakeUpAsync(known, now, cancel)
                : new Claim(null, Busy: true);
            if (claim is not null)
            {
                return claim;
            }
        }
    }

    public async Task KeepAsync(IdempotentAnswer claimed, FeedReply reply, CancellationToken cancel)
    {
        claimed.Keep(reply.Status, reply.ContentType, reply.Body);
        db.ChangeTracker.Clear();
        db.IdempotentAnswers.Update(claimed);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>After a failure of the portal: the next request with the key starts anew.</summary>
    public Task ReleaseAsync(IdempotentAnswer claimed) =>
        db.IdempotentAnswers.Where(a => a.Id == claimed.Id && a.Status == null).ExecuteDeleteAsync(CancellationToken.None);

    /// <summary>Lets go of answers whose time is over; how many there were.</summary>
    public Task<int> PurgeAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.IdempotentAnswers.Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Null where another request with the key was faster; what fails again and again is no such race and is thrown.</summary>
    private async Task<Claim?> BeginAsync(IdempotentAnswer fresh, int attempt, CancellationToken cancel)
    {
        db.IdempotentAnswers.Add(fresh);
        try
        {
            await db.SaveChangesAsync(cancel);
            return new Claim(fresh);
        }
        catch (DbUpdateException) when (attempt < MostAttempts)
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Claim?> TakeUpAsync(IdempotentAnswer known, DateTimeOffset now, CancellationToken cancel)
    {
        var before = known.StartedAt;
        known.Restart(now);
        var mine = await db.IdempotentAnswers.Where(a => a.Id == known.Id && a.StartedAt == before)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.StartedAt, known.StartedAt).SetProperty(a => a.ExpiresAt, known.ExpiresAt), cancel);
        return mine == 1 ? new Claim(known) : null;
    }
}
