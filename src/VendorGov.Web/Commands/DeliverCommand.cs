using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.Web.Commands;

/// <summary>
/// Sends what waits in the outbox, once, as the portal's own job does. For a host that keeps jobs out of the portal, and to empty the outbox
/// before it is taken down.
/// </summary>
internal static class DeliverCommand
{
    public static readonly Command Spec = new(
        "deliver", "sends the mails and group messages that wait",
        """
        VendorGov.Web deliver [--data DIR]
          Sends what waits in the outbox and ends. What was sent is marked one by one: broken off, it goes on where it stood.
          --data DIR   folder of the embedded database and files; without it the configured connection
        """,
        ["--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        await using var app = await PortalHost.ForPortalAsync(call);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RobotDelivery>().RunAsync(CancellationToken.None);
        var sent = await scope.ServiceProvider.GetRequiredService<MailDelivery>().RunAsync(CancellationToken.None);
        Console.WriteLine($"{sent} mails sent.");
        return 0;
    }
}
