using VendorGov.Domain.Tenancy;

namespace VendorGov.Data.Identity;

/// <summary>
/// One browser in which a person is signed in. The session's cookie names it; once <see cref="EndedAt"/> is set the cookie opens nothing.
/// It belongs to a person, not to a tenant; <see cref="ActsIn"/> says where the person acts.
/// </summary>
public sealed class UserSession
{
    public const int LongestDevice = 60;
    public const int LongestAddress = 45;

    public Guid Id { get; init; } = Keys.Next();

    public UserId UserId { get; init; }

    public TenantId? ActsIn { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>To ten minutes.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public string Address { get; init; } = "";

    /// <summary>Browser and system in words, such as <c>Chrome · Windows</c>.</summary>
    public string Device { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What became of an attempt to sign in, or of a session.</summary>
public enum SignInOutcome
{
    Opened,
    WrongPassword,
    WrongCode,
    Locked,
    /// <summary>No such account.</summary>
    Unknown,
    /// <summary>Right password, but no membership is left.</summary>
    NoPlace,
    SignedOut,
    /// <summary>Ended by the person from elsewhere, or by headquarters.</summary>
    Ended,
    PasswordChanged,
    PasswordReset,
    /// <summary>Somebody asked for a link to set a new password; without an account where there is none.</summary>
    ResetAsked,
    SecondStepOn,
    SecondStepOff,
    OpenedByPasskey,
    /// <summary>A passkey of nobody, or an answer to no question of this browser.</summary>
    WrongPasskey,
    PasskeyAdded,
    PasskeyRemoved,
    OpenedByOpenId,
    /// <summary>The network's provider named nobody who may enter.</summary>
    OpenIdRefused,
    /// <summary>Right password, but the network takes nothing except its provider's word.</summary>
    OpenIdDemanded,
    OpenIdLinked,
    OpenIdUnlinked,
    /// <summary>Second steps, passkeys and links removed by headquarters, the platform or the operator.</summary>
    Recovered,
}

/// <summary>One line of the sign-in history. Each security event of an account is written once, here.</summary>
public sealed class SignInEvent
{
    public Guid Id { get; init; } = Keys.Next();

    /// <summary>Null: no such account. What was typed is not kept: it may be a password in the wrong field.</summary>
    public UserId? UserId { get; init; }

    public DateTimeOffset At { get; init; }

    public SignInOutcome Outcome { get; init; }

    public string Address { get; init; } = "";

    public string Device { get; init; } = "";
}
