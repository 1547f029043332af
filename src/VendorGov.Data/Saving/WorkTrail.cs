using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Notifications;

namespace VendorGov.Data.Saving;

/// <summary>What a save tells of evaluations, appeals, talks and corrective actions.</summary>
internal static class WorkTrail
{
    public static WorkNews? Of(EntityEntry entry, DateTimeOffset now) => entry.Entity switch
    {
        Evaluation e when e.ShownAt is not null && IsNew(entry, nameof(e.ShownAt)) && e.Purpose != EvaluationPurpose.Calibration
            && !e.IsVoid && (e.HasFatal || !e.Passed) => WorkNews.Failed(e),
        Appeal a => WhatOf(entry, a) is { } what ? WorkNews.Of(a, what, now) : null,
        Coaching c when entry.State == EntityState.Added && c.State == CoachingState.Owed => WorkNews.Of(c, "CoachingOwed", now),
        Coaching c when c.RemindedAt is not null && IsNew(entry, nameof(c.RemindedAt)) => WorkNews.Of(c, "CoachingDue", now),
        CorrectiveAction a => WhatOf(entry, a) is { } what ? WorkNews.Of(a, what, now) : null,
        _ => null,
    };

    /// <summary>A refusal that the vendor leaves alone settles itself: no news.</summary>
    private static string? WhatOf(EntityEntry entry, Appeal appeal) => entry.State == EntityState.Added ? "AppealFiled"
        : appeal.Climbs > (int)entry.Property(nameof(appeal.Climbs)).OriginalValue! ? "AppealClimbed"
        : !Changed(entry, nameof(appeal.State)) ? null
        : appeal.State switch
        {
            AppealState.Upheld => "AppealUpheld",
            AppealState.Refused => "AppealRefused",
            AppealState.Final => "AppealFinal",
            AppealState.Settled when appeal.FinalAt is not null => "AppealSettled",
            _ => null,
        };

    private static string? WhatOf(EntityEntry entry, CorrectiveAction action)
    {
        if (entry.State == EntityState.Added)
        {
            return "ActionDemanded";
        }

        if (action.Level > (int)entry.Property(nameof(action.Level)).OriginalValue!)
        {
            return "ActionClimbed";
        }

        var before = (ActionState)entry.Property(nameof(action.State)).OriginalValue!;
        return before == action.State ? null : action.State switch
        {
            ActionState.Planned => "ActionPlanned",
            ActionState.Returned => "ActionReturned",
            ActionState.Running when before == ActionState.Reported => "ActionNotEffective",
            ActionState.Running => "ActionAccepted",
            ActionState.Reported => "ActionReported",
            ActionState.Verified => "ActionVerified",
            ActionState.Withdrawn => "ActionWithdrawn",
            _ => null,
        };
    }

    private static bool IsNew(EntityEntry entry, string property) => entry.State == EntityState.Added || Changed(entry, property);

    private static bool Changed(EntityEntry entry, string property) =>
        !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue);
}
