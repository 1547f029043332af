using Quartz;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.Web.Hosting.Mail;

/// <summary>Sends what waits in the outbox.</summary>
public sealed class DeliverOutboxJob(MailDelivery mails, RobotDelivery robots) : IJob
{
    public const string Name = "deliver-outbox";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await robots.RunAsync(cancellationToken);
        await mails.RunAsync(cancellationToken);
    }
}
