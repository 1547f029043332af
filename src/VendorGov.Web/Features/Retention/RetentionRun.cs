using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Retention;

namespace VendorGov.Web.Features.Retention;

/// <summary>How many rows of each sort have outlived their time.</summary>
public sealed record Outlived(int Recordings, int Evidence, int Customers, int Assessments, int Audit)
{
    public int Total => Recordings + Evidence + Customers + Assessments + Audit;
}

/// <summary>
/// Removes or masks for good what a tenant no longer keeps, in batches, each with one audit entry; what a legal hold covers stays. A run that is
/// broken off is finished by the next one.
/// </summary>
public sealed class RetentionRun(AppDb db, TimeProvider clock)
{
    private const int Batch = 500;

    private Holds _held = Holds.None;
    private RetentionPeriods _periods = new();

    /// <summary>What the next run would take.</summary>
    public async Task<Outlived> CountAsync(CancellationToken cancel) => await BeginAsync(cancel)
        ? new Outlived(
            await Contacts().CountAsync(cancel), await Evidence().CountAsync(cancel),
            await Issues().CountAsync(cancel) + await Callbacks().CountAsync(cancel) + await Missed().CountAsync(cancel),
            await Assessments().CountAsync(cancel), await Trail().CountAsync(cancel))
        : new Outlived(0, 0, 0, 0, 0);

    public async Task<Outlived> RunAsync(CancellationToken cancel)
    {
        if (!await BeginAsync(cancel))
        {
            return new Outlived(0, 0, 0, 0, 0);
        }

        using var quiet = db.BulkAudit();
        var now = clock.GetUtcNow();
        return new Outlived(
            await EachAsync(Contacts(), "Recordings", c => c.Forget(now), cancel),
            await EachAsync(Evidence(), "Evidence", a => a.Remove(now), cancel),
            await EachAsync(Issues(), nameof(Issue), i => i.MaskCustomer(), cancel)
                + await EachAsync(Callbacks(), nameof(Callback), c => c.MaskCustomer(), cancel)
                + await EachAsync(Missed(), nameof(MissedContact), m => m.MaskCustomer(), cancel),
            await EachAsync(Assessments(), nameof(ProtectionRecord), r => db.Remove(r), cancel),
            await CutTrailAsync(cancel));
    }

    /// <summary>False where the whole network is held.</summary>
    private async Task<bool> BeginAsync(CancellationToken cancel)
    {
        _periods = (await db.RetentionSettings.AsNoTracking().FirstOrDefaultAsync(cancel))?.Periods ?? new RetentionPeriods();
        _held = await HeldNow.OfAsync(db, cancel);
        return !_held.Everything;
    }

    private async Task<int> EachAsync<T>(IQueryable<T> due, string subject, Action<T> change, CancellationToken cancel) where T : class
    {
        var done = 0;
        for (var rows = await due.Take(Batch).ToListAsync(cancel); rows.Count > 0; rows = await due.Take(Batch).ToListAsync(cancel))
        {
            rows.ForEach(change);
            db.AddBatchEntry("retired", subject, "retention", new { count = rows.Count });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            done += rows.Count;
        }

        return done;
    }

    /// <summary>The oldest entries go and the chain begins behind them, in one transaction.</summary>
    private async Task<int> CutTrailAsync(CancellationToken cancel)
    {
        if (await Trail().OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(cancel) is not { } last)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (await db.AuditHeads.SingleAsync(cancel)).Forget(last);
        db.AddBatchEntry("retired", nameof(AuditEntry), "retention", new { before = last.At, number = last.Sequence });
        await db.SaveChangesAsync(cancel);
        var gone = await db.AuditEntries.Where(a => a.Sequence <= last.Sequence).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }

    private DateTimeOffset Before(int months) => clock.GetUtcNow().AddMonths(-months);

    private IQueryable<QaContact> Contacts()
    {
        var before = Before(_periods.Recordings);
        return db.QaContacts.Where(c => c.ForgottenAt == null && c.StartedAt < before && !_held.Contracts.Contains(c.ContractId)).OrderBy(c => c.Id);
    }

    private IQueryable<Attachment> Evidence()
    {
        var closed = Closed(_periods.Evidence);
        return db.Attachments.Where(a => a.RemovedAt == null && closed.Any(i => i.Id == a.IssueId)).OrderBy(a => a.Id);
    }

    // A masked value masks to itself, so what is masked already must not be found again.
    private IQueryable<Issue> Issues() => Closed(_periods.Customers).Where(i =>
        (i.CustomerName != null && i.CustomerName != "" && !i.CustomerName.EndsWith("**"))
        || (i.CustomerPhone != null && i.CustomerPhone != "" && !i.CustomerPhone.Contains("****"))).OrderBy(i => i.Id);

    private IQueryable<Callback> Callbacks()
    {
        var (before, closed) = (Before(_periods.Customers), Closed(_periods.Customers));
        return db.Callbacks.Where(c => (c.IssueId == null ? c.PlannedAt < before && !_held.Vendors.Contains(c.VendorId) : closed.Any(i => i.Id == c.IssueId))
            && ((c.CustomerName != null && c.CustomerName != "" && !c.CustomerName.EndsWith("**"))
                || (c.CustomerPhone != null && c.CustomerPhone != "" && !c.CustomerPhone.Contains("****")))).OrderBy(c => c.Id);
    }

    private IQueryable<MissedContact> Missed()
    {
        var closed = Closed(_periods.Customers);
        return db.MissedContacts.Where(m => closed.Any(i => i.Id == m.IssueId) && !m.CustomerPhone.Contains("****")).OrderBy(m => m.Id);
    }

    private IQueryable<ProtectionRecord> Assessments()
    {
        var before = Before(_periods.Assessments);
        return db.ProtectionRecords.Where(r => r.RecordedAt < before && !_held.Contracts.Contains(r.ContractId)).OrderBy(r => r.Id);
    }

    private IQueryable<AuditEntry> Trail()
    {
        var before = Before(_periods.Audit);
        return db.AuditEntries.AsNoTracking().Where(a => a.Sequence != null && a.At < before && !_held.Any);
    }

    /// <summary>Issues that were closed or withdrawn so many months ago and are not held.</summary>
    private IQueryable<Issue> Closed(int months)
    {
        var before = Before(months);
        return db.Issues.Where(i => i.ClosedAt < before && !_held.Issues.Contains(i.Id) && !_held.Contracts.Contains(i.ContractId));
    }
}
