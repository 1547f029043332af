using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>
/// What one person wants to be told of, where and when. Minutes count from local midnight of <see cref="TimeZone"/>. An
/// emergency passes all of it.
/// </summary>
public sealed class NoticeSettings : ITenantOwned, IVersioned
{
    private const int Day = 24 * 60;

    /// <summary>What there was to choose from before choices were kept with it.</summary>
    private static readonly IReadOnlyList<NoticeKind> First = [.. Enum.GetValues<NoticeKind>().Where(k => k <= NoticeKind.Upload)];

    private NoticeSettings()
    {
    }

    public NoticeSettings(TenantId tenant, UserId user, string timeZone)
    {
        Id = Keys.Next();
        (TenantId, UserId, TimeZone) = (tenant, user, timeZone);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    /// <summary>An IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Kinds that stand in the inbox.</summary>
    public IReadOnlyList<NoticeKind> Page { get; private set; } = Enum.GetValues<NoticeKind>();

    /// <summary>Kinds that also go by mail.</summary>
    public IReadOnlyList<NoticeKind> Mail { get; private set; } = [.. Enum.GetValues<NoticeKind>().Where(IsMailedByDefault)];

    /// <summary>The kinds that there were when the person chose: a younger one is as it is by default. Null where that was not kept yet.</summary>
    public IReadOnlyList<NoticeKind>? Known { get; private set; } = Enum.GetValues<NoticeKind>();

    public bool Quiet { get; private set; }

    /// <summary>Nothing is mailed from here ...</summary>
    public int QuietFrom { get; private set; } = 22 * 60;

    /// <summary>... to here; may lie on the next day.</summary>
    public int QuietTo { get; private set; } = 8 * 60;

    /// <summary>One mail a day instead of one at once.</summary>
    public bool Digest { get; private set; }

    public int DigestAt { get; private set; } = 9 * 60;

    public int Version { get; private set; } = 1;

    public void Choose(IEnumerable<NoticeKind> page, IEnumerable<NoticeKind> mail) =>
        (Page, Mail, Known) = (Ordered(page), Ordered(mail), Enum.GetValues<NoticeKind>());

    /// <exception cref="RuleViolationException">unknown-time-zone, notice-minutes, notice-quiet-empty</exception>
    public void When(string timeZone, bool quiet, int quietFrom, int quietTo, bool digest, int digestAt)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            throw new RuleViolationException("unknown-time-zone", timeZone);
        }

        if (new[] { quietFrom, quietTo, digestAt }.Any(m => m is < 0 or >= Day))
        {
            throw new RuleViolationException("notice-minutes");
        }

        if (quiet && quietFrom == quietTo)
        {
            throw new RuleViolationException("notice-quiet-empty");
        }

        (TimeZone, Quiet, QuietFrom, QuietTo, Digest, DigestAt) = (timeZone, quiet, quietFrom, quietTo, digest, digestAt);
    }

    public bool InPage(NoticeKind kind) => NoticeKinds.IsForced(kind) || Page.Contains(kind) || IsYounger(kind);

    public bool ByMail(NoticeKind kind) => NoticeKinds.IsForced(kind) || Mail.Contains(kind) || (IsYounger(kind) && IsMailedByDefault(kind));

    /// <summary>When a mail of this kind may go; null where the person wants none.</summary>
    public DateTimeOffset? MailAt(NoticeKind kind, DateTimeOffset now)
    {
        if (NoticeKinds.IsForced(kind))
        {
            return now;
        }

        return !ByMail(kind) ? null : Digest ? Next(DigestAt, now) : Quiet && IsQuiet(now) ? Next(QuietTo, now) : now;
    }

    private bool IsYounger(NoticeKind kind) => !(Known ?? First).Contains(kind);

    private static bool IsMailedByDefault(NoticeKind kind) => kind is not (NoticeKind.Progress or NoticeKind.Upload);

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private bool IsQuiet(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var minute = (local.Hour * 60) + local.Minute;
        return QuietFrom < QuietTo ? minute >= QuietFrom && minute < QuietTo : minute >= QuietFrom || minute < QuietTo;
    }

    /// <summary>The next time that the clock on the wall shows this minute; a time that a change skips is one hour later.</summary>
    private DateTimeOffset Next(int minute, DateTimeOffset now)
    {
        var day = TimeZoneInfo.ConvertTime(now, Zone).Date;
        for (; ; day = day.AddDays(1))
        {
            var wall = day.AddMinutes(minute);
            wall = Zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
            var at = new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
            if (at > now)
            {
                return at;
            }
        }
    }

    private static NoticeKind[] Ordered(IEnumerable<NoticeKind> kinds) => [.. kinds.Where(Enum.IsDefined).Distinct().Order()];
}
