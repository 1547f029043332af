using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Auditing;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.IntegrationTests.Notifications;

/// <summary>A portal with a mail server and with robots that it can reach.</summary>
public sealed class NewsPortal : Portal
{
    public MailServer Mail { get; } = MailServer.Start();

    public RobotServer Robots { get; } = RobotServer.Start();

    public override async Task InitializeAsync()
    {
        Robots.Now = () => Clock.Now;
        await base.InitializeAsync();
        // What founding the networks caused is no news of a test.
        await RunAsync();
        Mail.Letters.Clear();
    }

    /// <summary>What the two jobs do.</summary>
    public async Task RunAsync()
    {
        foreach (var tenant in new[] { Networks.Own.Tenant, Networks.Foreign.Tenant })
        {
            await InTenantAsync(tenant, async (_, services) =>
            {
                await services.GetRequiredService<NewsDesk>().TellAsync(CancellationToken.None);
                return await services.GetRequiredService<NoticeMails>().WriteAsync(CancellationToken.None);
            });
        }

        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RobotDelivery>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<MailDelivery>().RunAsync(CancellationToken.None);
    }

    /// <summary>The monthly mails of the own network.</summary>
    public Task<int> WriteMonthlyAsync() => InTenantAsync(
        Networks.Own.Tenant, (_, services) => services.GetRequiredService<MonthlyMails>().WriteAsync(CancellationToken.None));

    /// <summary>Takes what was written under a key out of the outbox, so that no other test is sent it.</summary>
    public Task<List<OutboxMessage>> TakeMonthlyAsync(string key) => InTenantAsync(Networks.Own.Tenant, async db =>
    {
        var mails = await db.Outbox.Where(m => m.FoldKey == key).ToListAsync();
        db.Outbox.RemoveRange(mails);
        await db.SaveChangesAsync();
        return mails;
    });

    /// <summary>Does work at another time and sets the clock back.</summary>
    public async Task AtAsync(DateTimeOffset time, Func<Task> work)
    {
        var before = Clock.Now;
        Clock.Set(time);
        try
        {
            await work();
        }
        finally
        {
            Clock.Set(before);
        }
    }

    protected override async Task EndAsync()
    {
        await base.EndAsync();
        await Mail.DisposeAsync();
        await Robots.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("Mail:StartTls", "false");
        builder.UseSetting("Robots:Hosts:0", Robots.Host);
        builder.UseSetting("Robots:AllowInsecure", "true");
        builder.UseSetting("Site:PublicUrl", "https://portal.example");
    }
}
