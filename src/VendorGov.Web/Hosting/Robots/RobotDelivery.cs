using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Notifications;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting.Robots;

/// <summary>
/// Sends what waits for robots. The platforms take 20 messages a minute from one robot: up to <see cref="PerMinute"/> go one by one, what
/// is beyond goes as one digest, so nothing is lost and nothing storms. Emergencies go first, each by itself, past that count.
/// </summary>
public sealed partial class RobotDelivery(
    AppDb db, RobotDirectory directory, RobotClient client, RobotVault vault, TimeProvider clock, ILogger<RobotDelivery> log)
{
    /// <summary>Two are kept free for emergencies.</summary>
    public const int PerMinute = 18;

    private const int MostWaiting = 2_000;
    private const int MostListed = 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        using var beyond = db.Scope.LookBeyond();
        var now = clock.GetUtcNow();
        var ids = await db.Outbox.Due(now).Where(m => m.RobotId != null).Select(m => m.RobotId!.Value).Distinct().ToListAsync(cancel);
        var robots = (await directory.OfAsync(ids, cancel)).ToDictionary(r => r.Id);
        foreach (var id in ids)
        {
            var waiting = await db.Outbox.Due(now).Where(m => m.RobotId == id)
                .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(MostWaiting).ToListAsync(cancel);
            if (robots.GetValueOrDefault(id) is { Active: true } robot)
            {
                var held = await HeldAsync(id, now, cancel);
                await SpeakAsync(robot, [.. waiting.Where(m => m.Urgent || held is null || m.CreatedAt <= held)], now, cancel);
            }
            else
            {
                // The group was taken out of use meanwhile.
                waiting.ForEach(m => m.Discard(now));
                await db.SaveChangesAsync(cancel);
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>When the eldest was made that failed and is not due again; what is younger waits for it.</summary>
    private Task<DateTimeOffset?> HeldAsync(Guid robot, DateTimeOffset now, CancellationToken cancel) => db.Outbox.Holding(now).Where(m => m.RobotId == robot)
        .OrderBy(m => m.CreatedAt).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefaultAsync(cancel);

    private async Task SpeakAsync(Robot robot, List<OutboxMessage> waiting, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var urgent in waiting.Where(m => m.Urgent))
        {
            await SendAsync(robot, [urgent], cancel);
        }

        var plain = waiting.Where(m => !m.Urgent).ToList();
        var room = PerMinute - await CallsAsync(robot.Id, now, cancel);
        if (room <= 0)
        {
            return;
        }

        var single = plain.Count <= room ? plain.Count : room - 1;
        foreach (var message in plain.Take(single))
        {
            if (!await SendAsync(robot, [message], cancel))
            {
                return;
            }
        }

        if (plain.Count > single)
        {
            await SendAsync(robot, plain[single..], cancel);
        }
    }

    private Task<int> CallsAsync(Guid robot, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddMinutes(-1);
        return db.Outbox.Where(m => m.RobotId == robot && m.LastAttemptAt > since && m.CallId != null).Select(m => m.CallId).Distinct().CountAsync(cancel);
    }

    private async Task<bool> SendAsync(Robot robot, List<OutboxMessage> messages, CancellationToken cancel)
    {
        var call = Guid.CreateVersion7();
        string? error = null;
        try
        {
            var address = vault.Open(robot.SealedAddress) ?? throw new RobotRefusedException("The portal's keys do not open the address; enter it again.");
            await client.SendAsync(robot.Platform, address, vault.Open(robot.SealedSecret), Words(robot, messages), clock.GetUtcNow(), cancel);
        }
        catch (RobotRefusedException refused)
        {
            LogRefused(log, robot.Id, refused.Message);
            error = refused.Message;
        }

        var now = clock.GetUtcNow();
        messages.ForEach(m =>
        {
            if (error is null)
            {
                m.Delivered(now, call);
            }
            else
            {
                m.Failed(error, now, call);
            }
        });
        await db.SaveChangesAsync(CancellationToken.None);
        return error is null;
    }

    private static RobotWords Words(Robot robot, List<OutboxMessage> messages)
    {
        var texts = robot.Language.Texts();
        var link = string.Join(" / ", texts.Select(t => t["notices.open"]));
        if (messages is [var only])
        {
            return new RobotWords(Counted(only), only.Body, only.Link, link);
        }

        var lines = messages.Take(MostListed).Select(m => "- " + Counted(m)).ToList();
        lines.AddRange(messages.Count > MostListed ? texts.Select(t => t["notices.robot.more", messages.Count - MostListed]) : []);
        return new RobotWords(string.Join(" / ", texts.Select(t => t["notices.robot.digest", messages.Count])), string.Join('\n', lines), null, link);
    }

    private static string Counted(OutboxMessage message) => message.Count > 1 ? $"{message.Title} ×{message.Count}" : message.Title;

    [LoggerMessage(21, LogLevel.Warning, "Robot {Robot} did not take a message: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid robot, string reason);
}

public static class RobotTexts
{
    /// <summary>The languages in which a group reads.</summary>
    public static IReadOnlyList<Text> Texts(this RobotLanguage language, TimeZoneInfo? zone = null) => language switch
    {
        RobotLanguage.Chinese => [Text.For(Text.Chinese, zone ?? TimeZoneInfo.Utc)],
        RobotLanguage.English => [Text.For(Text.English, zone ?? TimeZoneInfo.Utc)],
        _ => [Text.For(Text.Chinese, zone ?? TimeZoneInfo.Utc), Text.For(Text.English, zone ?? TimeZoneInfo.Utc)],
    };
}
