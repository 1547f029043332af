using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// Mails about accounts. They wait in the outbox for the delivery job. Where no mail server is configured and the portal
/// runs as demo or in development, the link stands in the log instead; anywhere else a link never reaches a log.
/// </summary>
public sealed partial class AccountMail(
    AppDb db, TimeProvider clock, AccountLinks links, PortalAddress address, IOptions<MailOptions> options, IConfiguration configuration, IHostEnvironment environment, ILogger<AccountMail> log)
{
    public bool IsConfigured => options.Value.IsConfigured;

    /// <summary>Whether links go by mail. Then nobody but the mailbox is shown them.</summary>
    public bool Mails => IsConfigured && address.IsSure;

    private bool ShowsLinks => environment.IsDevelopment() || configuration.GetValue<bool>("VendorGov:Demo");

    /// <summary>Adds the mail to the context; the caller saves.</summary>
    public void Reset(AppUser user, string link) => Queue(null, user.Email!, Of(user.Language), "account.mail.reset", link, user.DisplayName);

    public void Invitation(TenantId tenant, string tenantName, string language, string email, string name, string link) =>
        Queue(tenant, email, Of(language), "account.mail.invitation", link, name, tenantName);

    /// <summary>Tells the person that second steps are gone; it holds the way to sign in.</summary>
    public void Recovered(AppUser user, string by) =>
        Queue(null, user.Email!, Of(user.Language), "account.mail.recovered", links.SignIn, user.DisplayName, by);

    private static Text Of(string? language) => Text.ForLanguage(language, TimeZoneInfo.Utc);

    private void Queue(TenantId? tenant, string to, Text text, string key, string link, params string[] names)
    {
        if (IsConfigured && !address.IsSure)
        {
            LogUnsure(log);
        }
        else if (IsConfigured)
        {
            object?[] arguments = [link, .. names];
            db.Outbox.Add(OutboxMessage.Mail(tenant, to, text[key + ".title", arguments], text[key + ".body", arguments], clock.GetUtcNow()));
        }
        else if (ShowsLinks)
        {
            LogLink(log, to, link);
        }
    }

    [LoggerMessage(5, LogLevel.Error, "No link is mailed: set Site:PublicUrl or AllowedHosts, for the address would be what the request calls itself")]
    private static partial void LogUnsure(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "No mail server is configured. Link for {Recipient}: {Link}")]
    private static partial void LogLink(ILogger logger, string recipient, string link);
}
