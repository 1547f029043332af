using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;
using VendorGov.Data;
using VendorGov.Domain.Auditing;

namespace VendorGov.Web.Hosting.Mail;

/// <summary>
/// Sends what waits in the outbox, at least once: a message is marked after the server took it. What fails is tried again
/// with growing pauses.
/// </summary>
public sealed partial class DeliverOutboxJob(
    AppDb db, IOptions<MailOptions> options, TimeProvider clock, ILogger<DeliverOutboxJob> log) : IJob
{
    private const int Batch = 50;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(options.Value.Host))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var waiting = await db.Outbox
            .Where(m => m.DeliveredAt == null && m.NextAttemptAt <= now && m.Attempts < OutboxMessage.MaxAttempts)
            .OrderBy(m => m.NextAttemptAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var message in waiting)
        {
            await DeliverAsync(message, cancellationToken);
        }
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            await SendAsync(message, cancel);
            message.Delivered(clock.GetUtcNow());
        }
        catch (Exception e) when (e is SmtpException or FormatException or IOException)
        {
            LogFailed(log, e, message.Id);
            message.Failed(e.Message, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        var settings = options.Value;
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.User))
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var mail = new MailMessage(settings.From, message.Recipient, OneLine(message.Title), message.Body);
        // The same id on every attempt lets a mail server drop repeats.
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@vendorgov>");
        await client.SendMailAsync(mail, cancel);
    }

    /// <summary>A line break in a name must not begin a new header.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(20, LogLevel.Warning, "Outbox message {Message} was not delivered")]
    private static partial void LogFailed(ILogger logger, Exception error, Guid message);
}
