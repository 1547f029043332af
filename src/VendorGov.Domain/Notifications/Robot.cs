using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>The chat platforms that a robot can post to; each has a host of its own.</summary>
public enum RobotPlatform
{
    WeCom,
    DingTalk,
    Feishu,
}

/// <summary>The language of a group chat.</summary>
public enum RobotLanguage
{
    Chinese,
    English,
    Both,
}

/// <summary>
/// A robot of a group chat, of headquarters, of one outlet or of one vendor. Its address holds its right to write: address and secret are
/// kept encrypted by the portal's keys, and never shown again.
/// </summary>
public sealed class Robot : IPartyOwned, IAudited, IVersioned
{
    private Robot()
    {
    }

    /// <param name="party">Empty for headquarters.</param>
    public Robot(TenantId tenant, PartyKey party, string createdBy, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, OutletId) = (tenant, party.Vendor, party.Outlet);
        (CreatedByName, CreatedAt) = (createdBy, now);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId? VendorId { get; private set; }

    public OutletId? OutletId { get; private set; }

    public string Name { get; private set; } = "";

    public RobotPlatform Platform { get; private set; }

    /// <summary>The host of the address: what may be shown of it.</summary>
    public string Host { get; private set; } = "";

    public string SealedAddress { get; private set; } = "";

    /// <summary>Null where the platform does not sign, or the robot has no signature.</summary>
    public string? SealedSecret { get; private set; }

    public RobotLanguage Language { get; private set; }

    public IReadOnlyList<NoticeKind> Kinds { get; private set; } = [];

    public bool Active { get; private set; } = true;

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <exception cref="RuleViolationException">robot-name-missing, robot-without-kind</exception>
    public void Change(string name, RobotLanguage language, IEnumerable<NoticeKind> kinds, bool active)
    {
        var chosen = kinds.Where(NoticeKinds.ForRobots.Contains).Distinct().Order().ToList();
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleViolationException("robot-name-missing");
        }

        if (chosen.Count == 0)
        {
            throw new RuleViolationException("robot-without-kind");
        }

        (Name, Language, Kinds, Active) = (name.Trim(), language, chosen, active);
    }

    /// <summary>Both already encrypted.</summary>
    public void Reach(RobotPlatform platform, string host, string sealedAddress, string? sealedSecret) =>
        (Platform, Host, SealedAddress, SealedSecret) = (platform, host, sealedAddress, platform == RobotPlatform.WeCom ? null : sealedSecret);

    /// <summary>Whether news of an issue of these parties is this group's business.</summary>
    public bool Concerns(VendorId vendor, OutletId outlet) =>
        (VendorId is null || VendorId == vendor) && (OutletId is null || OutletId == outlet);
}
