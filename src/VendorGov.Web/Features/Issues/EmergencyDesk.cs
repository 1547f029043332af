using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>Opens an emergency and tells the whole chain in the same transaction; each is asked for a read receipt.</summary>
public sealed class EmergencyDesk(
    AppDb db, IssueFiling filing, EscalationChain chain, IOptions<MailOptions> mail, PortalAddress address)
{
    public sealed record Report(string Title, string Words, IReadOnlyList<string> Waybills, EmergencyNote Note, IReadOnlyCollection<Guid> Files);

    public Task<Issue> OpenAsync(ContractId contract, OutletId outlet, Report report, Author by, CancellationToken cancel) =>
        filing.FileAsync(
            contract, report.Files, by,
            async ground =>
            {
                var told = new IssueReport(
                    ground.Number, ProblemType.ComplaintMishandled, Severity.S1, report.Title, report.Words, report.Waybills);
                var contact = by.Side == Side.Buyer ? await FirstContactAsync(contract, report.Waybills, cancel) : null;
                var issue = Issue.OpenEmergency(told, report.Note, ground.Contract, outlet, ground.Terms, ground.Faces, by, ground.Now, contact);
                await TellAsync(issue, by, ground.Now, cancel);
                return issue;
            },
            cancel);

    /// <summary>
    /// The vendor's earliest contact about one of the waybills, as the direct feed has it (SLA semantics 2.6). Null: none on record.
    /// </summary>
    private Task<DateTimeOffset?> FirstContactAsync(ContractId contract, IReadOnlyList<string> waybills, CancellationToken cancel) =>
        db.FeedContacts.Where(c => c.ContractId == contract && c.Waybill != null && waybills.Contains(c.Waybill))
            .OrderBy(c => c.StartedAt).Select(c => (DateTimeOffset?)c.StartedAt).FirstOrDefaultAsync(cancel);

    private async Task TellAsync(Issue issue, Author by, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var link in await chain.OfAsync(issue.OutletId, issue.VendorId, cancel))
        {
            var follower = new IssueFollower(issue, link.User, link.Name, link.Side);
            follower.Tell(now);
            if (link.User == by.User)
            {
                follower.Read(now);
            }
            else if (mail.Value.IsConfigured)
            {
                db.Outbox.Add(Mail(issue, link.Email, now));
            }

            db.IssueFollowers.Add(follower);
        }
    }

    /// <summary>Leaves the portal, so it names the issue and its kind, in both languages, and nothing of the customer.</summary>
    private OutboxMessage Mail(Issue issue, string email, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(issue.TimeZone);
        var link = address.Of($"/Issues/Details/{issue.Id.Value}");
        Text[] texts = [Text.For(Text.Chinese, zone), Text.For(Text.English, zone)];
        return OutboxMessage.Mail(
            issue.TenantId, email, string.Join(" / ", texts.Select(t => t["issues.emergency.mailTitle", issue.Number, issue.Emergency!])),
            string.Join("\n\n", texts.Select(t => t["issues.emergency.mailBody", issue.Number, issue.Emergency!, link])), now);
    }
}
