using System.Text.Json;
using VendorGov.Domain.Auditing;

namespace VendorGov.Data;

/// <summary>Bulk work: one audit entry per batch instead of one per row.</summary>
public sealed partial class AppDb
{
    internal bool SuppressAudit { get; private set; }

    /// <summary>
    /// Until disposed, saves of this context write no entry per row: the caller adds one entry for the batch with
    /// <see cref="AddBatchEntry"/>.
    /// </summary>
    public IDisposable BulkAudit()
    {
        SuppressAudit = true;
        return new Restore(this);
    }

    /// <summary>One audit entry that stands for a whole batch; <paramref name="facts"/> hold its counts and its hash.</summary>
    public void AddBatchEntry(string action, string subject, string subjectId, object facts) =>
        AuditEntries.Add(new AuditEntry(
            scope.Tenant, clock.GetUtcNow(), scope.Actor, scope.ActorName, action, subject, subjectId, JsonSerializer.Serialize(facts)));

    private sealed class Restore(AppDb db) : IDisposable
    {
        public void Dispose() => db.SuppressAudit = false;
    }
}
