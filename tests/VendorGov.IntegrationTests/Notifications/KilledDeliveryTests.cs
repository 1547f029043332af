using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Auditing;
using VendorGov.IntegrationTests.Commands;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Notifications;

/// <summary>
/// A process of its own delivers and is killed, again and again, while the mail server was away at first. VENDORGOV_FULL=1 sends 10,000 mails
/// over 20 kills; the plain run takes a short sample.
/// </summary>
public sealed class KilledDeliveryTests(NewsPortal portal, ITestOutputHelper output) : IClassFixture<NewsPortal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private static readonly (int Mails, int Kills) Size = Full ? (10_000, 20) : (120, 2);

    [Fact]
    public async Task A_delivery_that_is_killed_goes_on_and_loses_nothing()
    {
        var tenant = portal.Networks.Own.Tenant;
        await portal.InTenantAsync(tenant, async db =>
        {
            db.Outbox.AddRange(Enumerable.Range(0, Size.Mails).Select(i => OutboxMessage.Mail(tenant, "drill@example.org", $"{i}", "…", portal.Clock.Now)));
            return await db.SaveChangesAsync();
        });
        var expected = await portal.InTenantAsync(tenant, db => db.Outbox.Where(m => m.Recipient == "drill@example.org").Select(m => m.Id).ToListAsync());
        await NobodyAnswersAsync();

        var (watch, kills) = (Stopwatch.StartNew(), 0);
        for (; kills < Size.Kills; kills++)
        {
            await KillAfterAsync(Size.Mails / (Size.Kills + 1));
        }

        using (var last = Start(portal.Mail.Port))
        {
            await last.WaitForExitAsync();
        }

        var letters = portal.Mail.To("drill@example.org");
        var ids = letters.Select(l => l.Id.Trim('<', '>').Split('@')[0]).ToList();
        output.WriteLine($"{Size.Mails} mails, {kills} kills: {letters.Count} letters in {watch.Elapsed.TotalSeconds:0} s, {letters.Count - ids.Distinct().Count()} repeated");
        Assert.Equal(expected.Select(id => id.ToString("N")).Order(), ids.Distinct().Order());
        // At least once: a kill between the server's answer and the mark repeats one mail, under the same id.
        Assert.InRange(letters.Count - expected.Count, 0, kills);
        Assert.Equal(0, await portal.InTenantAsync(tenant, db => db.Outbox.CountAsync(m => m.Recipient == "drill@example.org" && m.DeliveredAt == null)));
    }

    /// <summary>A run against a port where nobody listens tries a few, and leaves the rest alone.</summary>
    private async Task NobodyAnswersAsync()
    {
        using var away = Start(1);
        await away.WaitForExitAsync();
        Assert.Empty(portal.Mail.To("drill@example.org"));
        var tried = await portal.InTenantAsync(portal.Networks.Own.Tenant, async db =>
        {
            var failed = await db.Outbox.Where(m => m.Recipient == "drill@example.org" && m.Attempts > 0).ToListAsync();
            failed.ForEach(m => m.Retry(portal.Clock.Now));
            await db.SaveChangesAsync();
            return failed.Count;
        });
        Assert.InRange(tried, 1, 3);
    }

    private async Task KillAfterAsync(int mails)
    {
        var goal = portal.Mail.Letters.Count + mails;
        var reached = new TaskCompletionSource();
        using var process = Start(portal.Mail.Port);
        portal.Mail.Taken = count =>
        {
            if (count >= goal && reached.TrySetResult())
            {
                // In the middle of a letter: taken, not yet answered.
                process.Kill(entireProcessTree: true);
            }
        };
        await Task.WhenAny(reached.Task, process.WaitForExitAsync());
        await process.WaitForExitAsync();
        portal.Mail.Taken = null;
        Assert.True(reached.Task.IsCompleted, "The process ended before it could be killed.");
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo("dotnet", [CommandRun.Executable, "deliver"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in portal.Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Mail__Host"] = "127.0.0.1";
        start.Environment["Mail__Port"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Mail__StartTls"] = "false";
        var process = Process.Start(start)!;
        // What nobody reads fills the pipe, and then the process waits for a reader.
        process.BeginOutputReadLine();
        return process;
    }
}
