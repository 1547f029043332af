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
    AppDb db, TimeProvider clock, IOptions<MailOptions> options, IConfiguration configuration, IHostEnvironment environment, ILogger<AccountMail> log)
{
    public bool IsConfigured => options.Value.IsConfigured;

    private bool ShowsLinks => environment.IsDevelopment() || configuration.GetValue<bool>("VendorGov:Demo");

    /// <summary>Adds the mail to the context; the caller saves.</summary>
    public void Reset(AppUser user, string link) => Queue(null, user.Email!, Of(user.Language), "account.mail.reset", link, user.DisplayName);

    public void Invitation(TenantId tenant, string tenantName, string language, string email, string name, string link) =>
        Queue(tenant, email, Of(language), "account.mail.invitation", link, name, tenantName);

    private static Text Of(string? language) =>
        Text.For(language?.StartsWith("en", StringComparison.Ordinal) == true ? Text.English : Text.Chinese, TimeZoneInfo.Utc);

    private void Queue(TenantId? tenant, string to, Text text, string key, string link, params string[] names)
    {
        if (IsConfigured)
        {
            object?[] arguments = [link, .. names];
            db.Outbox.Add(OutboxMessage.Mail(tenant, to, text[key + ".title", arguments], text[key + ".body", arguments], clock.GetUtcNow()));
        }
        else if (ShowsLinks)
        {
            LogLink(log, to, link);
        }
    }

    [LoggerMessage(3, LogLevel.Information, "No mail server is configured. Link for {Recipient}: {Link}")]
    private static partial void LogLink(ILogger logger, string recipient, string link);
}
