using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>Opens an emergency and tells the whole chain in the same transaction; each is asked for a read receipt.</summary>
public sealed class EmergencyDesk(
    AppDb db, ClockFacesLoader faces, IssueNumbers numbers, EscalationChain chain, EvidenceDesk evidence, IConfiguration configuration,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    private const int Attempts = 4;

    public sealed record Report(string Title, string Words, IReadOnlyList<string> Waybills, EmergencyNote Note, IReadOnlyCollection<Guid> Files);

    public async Task<Issue> OpenAsync(ContractId contractId, OutletId outlet, Report report, Author by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var contract = await db.Contracts.Include(c => c.Outlets).AsNoTracking().SingleAsync(c => c.Id == contractId, cancel);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(now, contract.TimeZone).DateTime);
        var terms = await faces.TermsOnAsync(contract.Id, day, cancel);
        var face = await faces.OfAsync(contract.Id, terms.Id, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var files = await evidence.NamedAsync(report.Files, cancel);
            var told = new IssueReport(
                await numbers.NextAsync(day, cancel), ProblemType.ComplaintMishandled, Severity.S1, report.Title, report.Words, report.Waybills);
            var issue = Issue.OpenEmergency(told, report.Note, contract, outlet, terms, face, by, now);
            db.Issues.Add(issue);
            evidence.HandOver(issue, files, by, null);
            await TellAsync(issue, by, now, cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
                return issue;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody took the number between the question and the save.
                db.ChangeTracker.Clear();
            }
        }
    }

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
            else if (!string.IsNullOrEmpty(configuration["Mail:Host"]))
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
        var link = $"{site.Value.PublicUrl?.TrimEnd('/')}/Issues/Details/{issue.Id.Value}";
        Text[] texts = [Text.For(Text.Chinese, zone), Text.For(Text.English, zone)];
        return OutboxMessage.Mail(
            issue.TenantId, email, string.Join(" / ", texts.Select(t => t["issues.emergency.mailTitle", issue.Number, issue.Emergency!])),
            string.Join("\n\n", texts.Select(t => t["issues.emergency.mailBody", issue.Number, issue.Emergency!, link])), now);
    }
}
