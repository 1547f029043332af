using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Auditing;

namespace VendorGov.Web.Hosting.Mail;

/// <summary>
/// Sends the mails that wait in the outbox, at least once: a message is marked after the server took it, and carries the same id on each
/// attempt. What fails is tried again with growing pauses, and what is younger waits for it a while; a server that is away is left alone until the next run.
/// </summary>
public sealed partial class MailDelivery(AppDb db, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailDelivery> log)
{
    private const int Batch = 100;
    private const int MostPerRun = 5_000;
    private const int MostFailures = 3;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!options.Value.IsConfigured)
        {
            return 0;
        }

        using var beyond = db.Scope.LookBeyond();
        using var client = Client(options.Value);
        var (sent, failures) = (0, 0);
        while (sent < MostPerRun && failures < MostFailures && await WaitingAsync(cancel) is { Count: > 0 } batch)
        {
            var held = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var message in batch.TakeWhile(_ => failures < MostFailures).Where(m => m.Urgent || !held.Contains(m.Recipient)))
            {
                var delivered = await DeliverAsync(client, message, cancel);
                (sent, failures) = delivered ? (sent + 1, 0) : (sent, failures + 1);
                if (message.Holds)
                {
                    held.Add(message.Recipient);
                }
            }

            db.ChangeTracker.Clear();
        }

        return sent;
    }

    private Task<List<OutboxMessage>> WaitingAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var mails = db.Outbox.Where(m => m.RobotId == null);
        var holding = mails.Holding(now);
        return mails.Due(now)
            .Where(m => m.Urgent || !holding.Any(e => e.Recipient == m.Recipient && e.CreatedAt < m.CreatedAt))
            .OrderByDescending(m => m.Urgent).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(Batch).ToListAsync(cancel);
    }

    private async Task<bool> DeliverAsync(SmtpClient client, OutboxMessage message, CancellationToken cancel)
    {
        var failed = false;
        try
        {
            await SendAsync(client, message, cancel);
            message.Delivered(clock.GetUtcNow());
        }
        catch (Exception e) when (e is SmtpException or FormatException or IOException)
        {
            // The server's words may hold the address; they stand with the message, where its administrator sees them.
            LogFailed(log, message.Id, $"{(e as SmtpException)?.StatusCode} {e.GetBaseException().GetType().Name}");
            message.Failed(e.Message, clock.GetUtcNow());
            failed = true;
        }

        // Not to be cut off by a shutdown: what the server took must be marked.
        await db.SaveChangesAsync(CancellationToken.None);
        return !failed;
    }

    private async Task SendAsync(SmtpClient client, OutboxMessage message, CancellationToken cancel)
    {
        using var mail = new MailMessage(options.Value.From, message.Recipient, OneLine(message.Title), message.Body);
        // The same id on every attempt lets a mail server drop repeats.
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@vendorgov>");
        await client.SendMailAsync(mail, cancel);
    }

    private static SmtpClient Client(MailOptions settings)
    {
        var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (!string.IsNullOrEmpty(settings.User))
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        return client;
    }

    /// <summary>A line break in a name must not begin a new header.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(20, LogLevel.Warning, "Outbox message {Message} was not delivered: {Reason}")]
    private static partial void LogFailed(ILogger logger, Guid message, string reason);
}
