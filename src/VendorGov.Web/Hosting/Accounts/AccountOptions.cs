namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Limits of accounts and sessions; configuration section <c>Accounts</c>. The defaults meet ASVS 5.0.0 level 2.</summary>
public sealed class AccountOptions
{
    /// <summary>A session without requests ends after this time (ASVS 7.3.1).</summary>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Any session ends after this time (ASVS 7.3.2).</summary>
    public TimeSpan AbsoluteLimit { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Months for which sign-ins and ended sessions are kept; never less than 6. An account belongs to no network, so neither does this.</summary>
    public int HistoryMonths { get; set; } = 12;

    /// <summary>Posts to the sign-in, reset, invitation and set-up pages, and codes of documents, that one address may try in a minute.</summary>
    public int AttemptsPerMinute { get; set; } = 30;

    /// <summary>Of one account, static files apart (ASVS 15.2.2): far more than a person asks for, and less than what slows the others.</summary>
    public int RequestsPerMinute { get; set; } = 12_000;

    /// <summary>Of one account; ten times as many wait in line.</summary>
    public int RequestsAtOnce { get; set; } = 6;
}
