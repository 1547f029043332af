using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Imports;

/// <summary>What became of a chunk of incidents. The hashes are those of what was written, in file order.</summary>
internal sealed class ChunkOutcome
{
    public int RowsNew { get; set; }

    public int RowsKnown { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    public List<ImportRefusal> Refusals { get; } = [];

    public List<string> Hashes { get; } = [];

    /// <summary>Issues with all that hangs on them, and what remembers them.</summary>
    public List<object> New { get; } = [];

    public IDbContextTransaction? Transaction { get; set; }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        if (Transaction is null) return;
        await Transaction.CommitAsync(cancellation);
        await Transaction.DisposeAsync();
    }
}

/// <summary>Writes incidents as issues with their obligations and remembers the rows that they came from.</summary>
internal sealed class IncidentWriter(
    AppDb db, ClockFacesLoader clocks, ImportParties parties, ImportProfile profile, Guid batchId, DateTimeOffset now)
{
    public async Task<ChunkOutcome> WriteAsync(
        string[] keys, Dictionary<string, List<LogRow>> rowsByKey, CancellationToken cancellation)
    {
        var known = await db.ImportedIncidents.Where(incident => incident.Profile == profile.Name && keys.Contains(incident.Key))
            .ToDictionaryAsync(incident => incident.Key, cancellation);
        var taken = await TakenNumbersAsync(keys, cancellation);
        var outcome = new ChunkOutcome();
        var changed = new List<(Incident Incident, ImportedIncident Known)>();
        foreach (var key in keys)
        {
            var incident = Incident.Of(key, rowsByKey[key], known.GetValueOrDefault(key));
            outcome.RowsKnown += incident.RowsKnown;
            if (incident.Known is { } before && before.ContentHash == incident.Hash) outcome.Unchanged++;
            else if (Refusal(incident.History) is { } refusal) Refuse(outcome, incident, refusal);
            else if (incident.Known is { } earlier) changed.Add((incident, earlier));
            else await AddAsync(outcome, incident, taken, cancellation);
        }
        if (changed.Count > 0) await ReplaceAsync(outcome, changed, cancellation);
        return outcome;
    }

    private async Task<HashSet<string>> TakenNumbersAsync(string[] keys, CancellationToken cancellation)
    {
        var numbers = keys.Select(NumberOf).ToList();
        return await db.Issues.AsNoTracking().Where(issue => numbers.Contains(issue.Number)).Select(issue => issue.Number)
            .ToHashSetAsync(cancellation);
    }

    /// <summary>Column, value and reason where an incident finds no place; null where it has one.</summary>
    private (string Column, string Value, string Reason)? Refusal(IncidentHistory history)
    {
        var (vendorName, outletName) = (history.Vendor ?? IncidentHistory.Unassigned, history.Outlet ?? IncidentHistory.Unassigned);
        if (SeverityOf(history) is null) return (profile.Columns.Severity ?? "", "", ImportRefusal.NoSeverity);
        if (parties.Vendor(vendorName) is not { } vendor) return (profile.Columns.Vendor ?? "", vendorName, ImportRefusal.UnknownVendor);
        if (parties.Outlet(outletName) is not { } outlet) return (profile.Columns.Outlet ?? "", outletName, ImportRefusal.UnknownOutlet);
        return parties.Contract(vendor.Id, outlet.Id, parties.Day(history.OpenedAt)) is null
            ? (profile.Columns.Vendor ?? "", $"{vendorName} / {outletName}", ImportRefusal.NoContract)
            : null;
    }

    private static void Refuse(ChunkOutcome outcome, Incident incident, (string Column, string Value, string Reason) refusal)
    {
        outcome.Refused++;
        outcome.Refusals.AddRange(incident.NewRows.Select(row =>
            new ImportRefusal(row.Number, refusal.Column, Short(refusal.Value), refusal.Reason)));
    }

    private static string Short(string value) => value.Length <= 100 ? value : value[..99] + "…";

    private async Task AddAsync(
        ChunkOutcome outcome, Incident incident, HashSet<string> taken, CancellationToken cancellation)
    {
        var issue = await ToIssueAsync(incident.History, NumberFor(incident.Key, taken), null, cancellation);
        var record = new ImportedIncident(db.Scope.Tenant, profile.Name, incident.Key, issue.Id);
        record.Wrote(batchId, incident.Text, incident.Hash);
        outcome.New.Add(issue);
        outcome.New.Add(record);
        outcome.Added++;
        outcome.RowsNew += incident.NewRows.Count;
        outcome.Hashes.Add(incident.Hash);
    }

    /// <summary>
    /// Writes incidents anew whose log went on. The issue keeps its key and number. One that a person has worked on in the
    /// portal stays as it is, and its new rows are refused.
    /// </summary>
    private async Task ReplaceAsync(
        ChunkOutcome outcome, List<(Incident Incident, ImportedIncident Known)> changed, CancellationToken cancellation)
    {
        outcome.Transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ids = changed.Select(change => change.Known.IssueId).ToList();
        var touched = await TouchedAsync(ids, cancellation);
        var numbers = await db.Issues.AsNoTracking().Where(issue => ids.Contains(issue.Id))
            .ToDictionaryAsync(issue => issue.Id, issue => issue.Number, cancellation);
        foreach (var (incident, known) in changed)
        {
            if (touched.Contains(known.IssueId) || !numbers.TryGetValue(known.IssueId, out var number))
            {
                Refuse(outcome, incident, (profile.Columns.Key, incident.Key, ImportRefusal.ChangedInPortal));
                continue;
            }
            await DeleteAsync(known.IssueId, cancellation);
            db.Issues.Add(await ToIssueAsync(incident.History, number, known.IssueId, cancellation));
            known.Wrote(batchId, incident.Text, incident.Hash);
            outcome.Updated++;
            outcome.RowsNew += incident.NewRows.Count;
            outcome.Hashes.Add(incident.Hash);
        }
    }

    /// <summary>Issues with a message, an act of a person, a waived obligation, or something that somebody hung on them.</summary>
    private async Task<HashSet<IssueId>> TouchedAsync(List<IssueId> ids, CancellationToken cancellation)
    {
        var touched = await db.IssueMessages.AsNoTracking().Where(message => ids.Contains(message.IssueId))
            .Select(message => message.IssueId).ToHashSetAsync(cancellation);
        touched.UnionWith(await db.IssueEvents.AsNoTracking().Where(e => ids.Contains(e.IssueId) && e.ByName != null)
            .Select(e => e.IssueId).ToListAsync(cancellation));
        touched.UnionWith(await db.Obligations.AsNoTracking()
            .Where(o => o.IssueId != null && ids.Contains(o.IssueId.Value) && o.WaivedReason != null)
            .Select(o => o.IssueId!.Value).ToListAsync(cancellation));
        touched.UnionWith(await HungOnAsync(db.Callbacks.Where(c => c.IssueId != null && ids.Contains(c.IssueId.Value)).Select(c => c.IssueId!.Value), cancellation));
        touched.UnionWith(await HungOnAsync(db.Promises.Where(p => ids.Contains(p.IssueId)).Select(p => p.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.Referrals.Where(r => ids.Contains(r.IssueId)).Select(r => r.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.Investigations.Where(i => ids.Contains(i.IssueId)).Select(i => i.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.Faults.Where(f => ids.Contains(f.IssueId)).Select(f => f.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.Complaints.Where(c => ids.Contains(c.IssueId)).Select(c => c.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.Attachments.Where(a => ids.Contains(a.IssueId)).Select(a => a.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.IssueFollowers.Where(f => ids.Contains(f.IssueId)).Select(f => f.IssueId), cancellation));
        touched.UnionWith(await HungOnAsync(db.KnowledgeArticles.Where(a => a.IssueId != null && ids.Contains(a.IssueId.Value)).Select(a => a.IssueId!.Value), cancellation));
        touched.UnionWith(await HungOnAsync(db.TrainingOrders.Where(o => o.IssueId != null && ids.Contains(o.IssueId.Value)).Select(o => o.IssueId!.Value), cancellation));
        touched.UnionWith(await HungOnAsync(db.LegalHolds.Where(h => h.IssueId != null && ids.Contains(h.IssueId.Value)).Select(h => h.IssueId!.Value), cancellation));
        return touched;

        static Task<List<IssueId>> HungOnAsync(IQueryable<IssueId> issues, CancellationToken cancellation) => issues.Distinct().ToListAsync(cancellation);
    }

    private async Task DeleteAsync(IssueId id, CancellationToken cancellation)
    {
        await db.Obligations.Where(o => o.IssueId == id).ExecuteDeleteAsync(cancellation);
        await db.IssueEvents.Where(e => e.IssueId == id).ExecuteDeleteAsync(cancellation);
        await db.Issues.Where(issue => issue.Id == id).ExecuteDeleteAsync(cancellation);
    }

    private async Task<Issue> ToIssueAsync(
        IncidentHistory history, string number, IssueId? id, CancellationToken cancellation)
    {
        var vendor = parties.Vendor(history.Vendor ?? IncidentHistory.Unassigned)!;
        var outlet = parties.Outlet(history.Outlet ?? IncidentHistory.Unassigned)!;
        var day = parties.Day(history.OpenedAt);
        var contract = parties.Contract(vendor.Id, outlet.Id, day)!;
        var terms = contract.TermsOn(day);
        var faces = await clocks.OfAsync(contract.Contract.Id, terms.Id, cancellation);
        var report = new IssueReport(
            number, profile.ProblemType, SeverityOf(history)!.Value, profile.TitleOf(history.Key, history.Title), "", []);
        return Issue.Import(
            history, report, profile.Name, contract.Contract, outlet.Id, terms, faces, now, id);
    }

    private Severity? SeverityOf(IncidentHistory history) => history.Severity ?? profile.DefaultSeverity;

    private static string NumberOf(string key) => "IM-" + key;

    /// <summary>The key as a number; one that another profile has already used gets a running end.</summary>
    private static string NumberFor(string key, HashSet<string> taken)
    {
        var number = NumberOf(key);
        for (var i = 2; !taken.Add(number); i++) number = $"{NumberOf(key)}-{i}";
        return number;
    }
}
