using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// Opens an emergency and names the whole chain in the same transaction; each is told within seconds, by page and mail, and asked for a
/// read receipt.
/// </summary>
public sealed class EmergencyDesk(AppDb db, IssueFiling filing, EvidenceDesk evidence, EscalationChain chain)
{
    public sealed record Report(string Title, string Words, IReadOnlyList<string> Waybills, EmergencyNote Note, IReadOnlyCollection<Guid> Files);

    public Task<Issue> OpenAsync(ContractId contract, OutletId outlet, Report report, Author by, CancellationToken cancel) =>
        filing.FileAsync(
            contract,
            async ground =>
            {
                var told = new IssueReport(
                    ground.Number, ProblemType.ComplaintMishandled, Severity.S1, report.Title, report.Words, report.Waybills);
                var contact = by.Side == Side.Buyer ? await FirstContactAsync(contract, report.Waybills, cancel) : null;
                var issue = Issue.OpenEmergency(told, report.Note, ground.Contract, outlet, ground.Terms, ground.Faces, by, ground.Now, contact);
                await TellAsync(issue, by, ground.Now, cancel);
                return await evidence.TakeAlongAsync(issue, report.Files, by, cancel);
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

            db.IssueFollowers.Add(follower);
        }
    }
}
