using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Inspections;

/// <summary>
/// Proof of appeals: goes ahead of the form, as evidence of issues does, and lies with the recordings. What nobody sent or refers to is swept.
/// </summary>
public sealed class ProofDesk(AppDb db, AheadOfForm ahead, FileStore store, TimeProvider clock)
{
    /// <summary>Unsent files of one person for one evaluation.</summary>
    private const int MostDrafts = 5;

    /// <summary>Throws <see cref="TabularRefusedException"/> with the sentence for the user, and <see cref="IOException"/> when the disk is full.</summary>
    public Task<DraftFile> ReceiveAsync(Stream content, string name, Guid evaluation, CancellationToken cancel) => ahead.ReceiveAsync(
        InspectionDesk.Area, content, name, db.DraftFiles.Where(d => d.ForEvaluationId == evaluation), MostDrafts,
        (user, file, at) => DraftFile.OfAppeal(db.Scope.Tenant, user, evaluation, file, at), cancel);

    public async Task<IReadOnlyList<DraftFile>> DraftsAsync(Guid evaluation, CancellationToken cancel) =>
        await db.DraftFiles.AsNoTracking().Where(d => d.ForEvaluationId == evaluation).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancel);

    /// <summary>The one file that the form names, taken out of the drafts; saved with the appeal. Null where it names none.</summary>
    public async Task<EvidenceFile?> TakeAsync(IReadOnlyCollection<Guid> named, Guid evaluation, CancellationToken cancel)
    {
        if (named.Count > 1)
        {
            throw new RuleViolationException("appeal-proof-one");
        }

        var draft = named.Count == 0 ? null : await db.DraftFiles.FirstOrDefaultAsync(d => named.Contains(d.Id) && d.ForEvaluationId == evaluation, cancel);
        if (draft is not null)
        {
            db.DraftFiles.Remove(draft);
        }

        return draft?.File;
    }

    public Task<bool> RemoveAsync(Guid id, CancellationToken cancel) =>
        ahead.RemoveAsync(db.DraftFiles.Where(d => d.ForEvaluationId != null), id, cancel);

    /// <summary>How many files went. Content of the last hour stays: its reference may be about to be saved.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - DraftFile.Life;
        db.DraftFiles.RemoveRange(await db.DraftFiles.Where(d => d.At < before && d.ForEvaluationId != null).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        var loose = store.Settled(InspectionDesk.Area).ToHashSet(StringComparer.Ordinal);
        if (loose.Count == 0)
        {
            return 0;
        }

        await foreach (var file in Used().WithCancellation(cancel))
        {
            loose.Remove(file);
        }

        foreach (var hash in loose)
        {
            store.RemoveSettled(InspectionDesk.Area, hash);
        }

        return loose.Count;
    }

    private async IAsyncEnumerable<string> Used()
    {
        await foreach (var recording in db.QaContacts.AsNoTracking().Where(c => c.Recording != null).Select(c => c.Recording).AsAsyncEnumerable())
        {
            yield return recording!.Sha256;
        }

        await foreach (var proof in db.Appeals.AsNoTracking().Where(a => a.Evidence != null).Select(a => a.Evidence).AsAsyncEnumerable())
        {
            yield return proof!.Sha256;
        }

        await foreach (var draft in db.DraftFiles.AsNoTracking().Where(d => d.ForEvaluationId != null).Select(d => d.Sha256).AsAsyncEnumerable())
        {
            yield return draft;
        }
    }
}
