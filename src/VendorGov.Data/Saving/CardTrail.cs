using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Data.Saving;

/// <summary>Notes each step of a scorecard's life in the transaction that takes it: whatever page or job does, no step can be forgotten.</summary>
internal static class CardTrail
{
    public static void Append(AppDb db, List<EntityEntry> changed, DateTimeOffset now)
    {
        if (!db.Scope.Entered || db.SuppressAudit)
        {
            return;
        }

        foreach (var entry in changed.Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (Of(entry, db.Scope, now) is { } step)
            {
                db.Add(step);
            }
        }
    }

    private static ScorecardEvent? Of(EntityEntry entry, TenantScope scope, DateTimeOffset now) => entry.Entity switch
    {
        Scorecard card when Moved(entry, nameof(card.State)) && Step(card) is { } kind => new(card, kind, scope.Actor, scope.ActorName, card.PublishedAt ?? now),
        ScorecardAppeal appeal when Moved(entry, nameof(appeal.State)) || entry.State == EntityState.Added =>
            new(appeal, appeal.ScorecardId, Step(appeal), scope.Actor, appeal.RuledBy ?? appeal.FiledBy, now, appeal.Code),
        CreditClaim { State: CreditClaimState.Claimed } claim when entry.State == EntityState.Added || Moved(entry, nameof(claim.ClaimedAt)) =>
            new(claim, claim.ScorecardId, CardEventKind.CreditClaimed, scope.Actor, scope.ActorName, claim.ClaimedAt),
        CreditClaim { State: CreditClaimState.Void } claim when Moved(entry, nameof(claim.State)) =>
            new(claim, claim.ScorecardId, CardEventKind.CreditVoid, scope.Actor, scope.ActorName, now),
        CreditClaim { State: CreditClaimState.Agreed } claim when Moved(entry, nameof(claim.State)) =>
            new(claim, claim.ScorecardId, CardEventKind.CreditAgreed, scope.Actor, claim.AgreedBy ?? scope.ActorName, now),
        CreditClaim { State: CreditClaimState.Settled } claim when Moved(entry, nameof(claim.State)) =>
            new(claim, claim.ScorecardId, CardEventKind.CreditSettled, scope.Actor, claim.SettledBy ?? scope.ActorName, now),
        _ => null,
    };

    private static CardEventKind? Step(Scorecard card) => card.State switch
    {
        ScorecardState.Review => CardEventKind.ReviewOpened,
        ScorecardState.Ruling => CardEventKind.ReviewClosed,
        ScorecardState.Published => CardEventKind.Published,
        _ => null,
    };

    private static CardEventKind Step(ScorecardAppeal appeal) => appeal.State switch
    {
        CardAppealState.Upheld => CardEventKind.AppealUpheld,
        CardAppealState.Refused => CardEventKind.AppealRefused,
        CardAppealState.Withdrawn => CardEventKind.AppealWithdrawn,
        _ => CardEventKind.AppealFiled,
    };

    private static bool Moved(EntityEntry entry, string property) => entry.State == EntityState.Modified
        && !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue);
}
