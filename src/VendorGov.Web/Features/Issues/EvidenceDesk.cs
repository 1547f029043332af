using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// Takes files in before the form that they belong to is sent, so that a broken upload or a full disk loses neither the form nor the
/// other files; hands them over to the issue when it is.
/// </summary>
public sealed class EvidenceDesk(AppDb db, AheadOfForm ahead, FileStore store, TimeProvider clock)
{
    public const string Area = "evidence";

    /// <summary>Unsent files of one person.</summary>
    private const int MostDrafts = 60;

    /// <summary>
    /// Keeps one file as a draft of the caller. Throws <see cref="TabularRefusedException"/> with the sentence for the user, and
    /// <see cref="IOException"/> when the disk is full.
    /// </summary>
    public Task<DraftFile> ReceiveAsync(Stream content, string name, IssueId? issue, CancellationToken cancel) => ahead.ReceiveAsync(
        Area, content, name, db.DraftFiles, MostDrafts, (user, file, at) => new DraftFile(db.Scope.Tenant, user, issue, file, at), cancel);

    /// <summary>The caller's unsent files for an issue, or for a new one; oldest first.</summary>
    public async Task<IReadOnlyList<DraftFile>> DraftsAsync(IssueId? issue, CancellationToken cancel) =>
        await db.DraftFiles.AsNoTracking().Where(d => d.ForIssueId == issue && d.ForEvaluationId == null).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancel);

    /// <summary>Files that the form names and the caller brought; what was sent or removed meanwhile is left out.</summary>
    public async Task<List<DraftFile>> NamedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count > EvidenceFile.MostAtOnce)
        {
            throw new RuleViolationException("evidence-too-many", EvidenceFile.MostAtOnce);
        }

        return ids.Count == 0 ? [] : await db.DraftFiles.Where(d => ids.Contains(d.Id) && d.ForEvaluationId == null).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancel);
    }

    /// <summary>Hands drafts over to the issue; saved with it.</summary>
    public void HandOver(Issue issue, IEnumerable<DraftFile> drafts, Author by, IssueMessage? message)
    {
        foreach (var draft in drafts)
        {
            db.Attachments.Add(issue.Attach(by, draft.File, message, clock.GetUtcNow()));
            db.DraftFiles.Remove(draft);
        }
    }

    /// <summary>The issue with the drafts that its form named.</summary>
    public async Task<Issue> TakeAlongAsync(Issue issue, IReadOnlyCollection<Guid> named, Author by, CancellationToken cancel)
    {
        HandOver(issue, await NamedAsync(named, cancel), by, null);
        return issue;
    }

    public Task<bool> RemoveAsync(Guid id, CancellationToken cancel) =>
        ahead.RemoveAsync(db.DraftFiles.Where(d => d.ForEvaluationId == null), id, cancel);

    /// <summary>
    /// Gives up drafts that nobody sent, and removes content whose last reference is gone. Content that was brought within the last
    /// hour stays: its reference may be about to be saved. How many files went.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - DraftFile.Life;
        db.DraftFiles.RemoveRange(await db.DraftFiles.Where(d => d.At < before && d.ForEvaluationId == null).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        var gone = 0;
        foreach (var part in store.Settled(Area).Chunk(200))
        {
            var used = await db.Attachments.Where(a => a.RemovedAt == null && part.Contains(a.Sha256)).Select(a => a.Sha256)
                .Union(db.DraftFiles.Where(d => part.Contains(d.Sha256)).Select(d => d.Sha256)).ToListAsync(cancel);
            foreach (var hash in part.Except(used))
            {
                store.RemoveSettled(Area, hash);
                gone++;
            }
        }

        return gone;
    }
}
