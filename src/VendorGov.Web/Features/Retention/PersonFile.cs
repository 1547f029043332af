using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Retention;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Retention;

/// <summary>One place where a person occurs. <paramref name="Stays"/>: why it cannot be erased now, a text key.</summary>
public sealed record Trace(string Sort, string Number, DateTimeOffset At, string? Name, string? Phone, string Words, string? Stays, string? Link);

/// <summary>
/// What the network keeps of one person, found by the whole telephone number or name: issues, what was written about them and in their course,
/// callbacks, missed contacts, agents. Erasing masks name and number for good and takes them out of the words; figures and the audit trail, which
/// never held them, stay as they are. What is open or held stays, and so does all that hangs on it.
/// </summary>
public sealed class PersonFile(AppDb db)
{
    private const int Most = 1000;
    private const int MostRounds = 100;

    private sealed record Rows(
        List<Issue> Issues, List<IssueMessage> Messages, List<IssueEvent> Events, List<Callback> Callbacks, List<MissedContact> Missed, List<Agent> Agents)
    {
        public bool IsFull => new[] { Issues.Count, Messages.Count, Events.Count, Callbacks.Count, Missed.Count, Agents.Count }.Contains(Most);
    }

    public async Task<IReadOnlyList<Trace>> FindAsync(string who, Text text, CancellationToken cancel)
    {
        var rows = await ReadAsync(who, cancel);
        var keep = await KeepAsync(rows, cancel);
        string Sort(string key) => text[$"retention.sort.{key}"];
        return
        [
            .. rows.Issues.Select(i => new Trace(Sort("issue"), i.Number, i.FiledAt, i.CustomerName, i.CustomerPhone, i.Title, keep.Of(i.Id), Link(i.Id))),
            .. rows.Messages.Select(m => new Trace(Sort("message"), keep.NumberOf(m.IssueId), m.At, null, null, m.Body, keep.Of(m.IssueId), Link(m.IssueId))),
            .. rows.Events.Select(e => new Trace(Sort("event"), keep.NumberOf(e.IssueId), e.At, null, null, e.Detail!, keep.Of(e.IssueId), Link(e.IssueId))),
            .. rows.Callbacks.Select(c => new Trace(Sort("callback"), c.Waybill ?? "", c.PlannedAt, c.CustomerName, c.CustomerPhone, c.Topic, keep.Of(c), null)),
            .. rows.Missed.Select(m => new Trace(Sort("missed"), m.Waybill ?? "", m.At, m.CustomerName, m.CustomerPhone, "", keep.Of(m.IssueId), null)),
            .. rows.Agents.Select(a => new Trace(Sort("agent"), a.Number, a.Tenure.At, a.Name, a.Phone, "", keep.Of(a), null)),
        ];
    }

    /// <summary>Erases what may be erased, in rounds, each in one transaction with its audit entry. Answers how many rows changed.</summary>
    public async Task<int> EraseAsync(string who, CancellationToken cancel)
    {
        var total = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var rows = await ReadAsync(who, cancel);
            var changed = await EraseAsync(rows, who, cancel);
            total += changed;
            if (changed == 0 || !rows.IsFull)
            {
                break;
            }

            db.ChangeTracker.Clear();
        }

        return total;
    }

    private async Task<int> EraseAsync(Rows rows, string who, CancellationToken cancel)
    {
        var keep = await KeepAsync(rows, cancel);
        var mask = who.Any(char.IsDigit) ? PersonalData.MaskPhone(who)! : PersonalData.MaskName(who)!;
        var issues = rows.Issues.Where(i => keep.Of(i.Id) is null).ToList();
        var messages = rows.Messages.Where(m => keep.Of(m.IssueId) is null).ToList();
        var events = rows.Events.Where(e => keep.Of(e.IssueId) is null).ToList();
        var callbacks = rows.Callbacks.Where(c => keep.Of(c) is null).ToList();
        var missed = rows.Missed.Where(m => keep.Of(m.IssueId) is null).ToList();
        var agents = rows.Agents.Where(a => keep.Of(a) is null).ToList();
        issues.ForEach(i => { i.MaskCustomer(); i.Redact(who, mask); });
        messages.ForEach(m => m.Redact(who, mask));
        events.ForEach(e => e.Redact(who, mask));
        callbacks.ForEach(c => { c.MaskCustomer(); c.Redact(who, mask); });
        missed.ForEach(m => m.MaskCustomer());
        agents.ForEach(a => a.Erase());
        var count = issues.Count + messages.Count + events.Count + callbacks.Count + missed.Count + agents.Count;
        if (count > 0)
        {
            await SaveAsync([.. issues.Select(i => i.Id.Value), .. messages.Select(m => m.Id)], count, cancel);
        }

        return count;
    }

    /// <summary>The search forgets the old words too; it takes up the new ones by itself.</summary>
    private async Task SaveAsync(List<Guid> entries, int count, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var quiet = db.BulkAudit();
        db.AddBatchEntry("erased", "PersonalData", "person", new { count });
        await db.SaveChangesAsync(cancel);
        await db.SearchGrams.Where(g => entries.Contains(g.EntryId)).ExecuteDeleteAsync(cancel);
        await db.SearchEntries.Where(e => entries.Contains(e.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Rows> ReadAsync(string who, CancellationToken cancel) => new(
        await db.Issues.Where(i => i.CustomerPhone == who || i.CustomerName == who || i.Title.Contains(who) || i.Description.Contains(who)).OrderBy(i => i.FiledAt).Take(Most).ToListAsync(cancel),
        await db.IssueMessages.Where(m => m.Body.Contains(who)).OrderBy(m => m.At).Take(Most).ToListAsync(cancel),
        await db.IssueEvents.Where(e => e.Detail != null && e.Detail.Contains(who)).OrderBy(e => e.At).Take(Most).ToListAsync(cancel),
        await db.Callbacks.Where(c => c.CustomerPhone == who || c.CustomerName == who || c.Topic.Contains(who)).OrderBy(c => c.PlannedAt).Take(Most).ToListAsync(cancel),
        await db.MissedContacts.Where(m => m.CustomerPhone == who || m.CustomerName == who).OrderBy(m => m.At).Take(Most).ToListAsync(cancel),
        await db.Agents.Where(a => a.Phone == who || a.Name == who).OrderBy(a => a.Id).Take(Most).ToListAsync(cancel));

    /// <summary>What may not be erased of these rows, by the issue that each hangs on.</summary>
    private async Task<Keep> KeepAsync(Rows rows, CancellationToken cancel)
    {
        var held = await HeldNow.OfAsync(db, cancel);
        var ids = rows.Issues.Select(i => i.Id).Concat(rows.Messages.Select(m => m.IssueId)).Concat(rows.Events.Select(e => e.IssueId))
            .Concat(rows.Callbacks.Where(c => c.IssueId is not null).Select(c => c.IssueId!.Value)).Concat(rows.Missed.Select(m => m.IssueId)).Distinct().ToList();
        var issues = new Dictionary<IssueId, (string Number, string? Stays)>();
        foreach (var part in ids.Chunk(Most))
        {
            foreach (var i in await db.Issues.AsNoTracking().Where(i => part.Contains(i.Id)).Select(i => new { i.Id, i.Number, i.ContractId, i.ClosedAt }).ToListAsync(cancel))
            {
                issues[i.Id] = (i.Number, held.Cover(i.Id, i.ContractId) ? Keep.Held : i.ClosedAt is null ? "retention.stays.open" : null);
            }
        }

        return new Keep(held, issues);
    }

    private static string Link(IssueId issue) => $"/Issues/Details/{issue.Value}";

    private sealed class Keep(Holds held, Dictionary<IssueId, (string Number, string? Stays)> issues)
    {
        public const string Held = "retention.stays.held";

        public string NumberOf(IssueId issue) => issues.GetValueOrDefault(issue).Number ?? "";

        /// <summary>Why it stays, a text key; null where it may be erased.</summary>
        public string? Of(IssueId issue) => issues.GetValueOrDefault(issue).Stays;

        public string? Of(Callback callback) => callback.IssueId is { } issue ? Of(issue) : held.CoversVendor(callback.VendorId) ? Held : null;

        public string? Of(Agent agent) => held.CoversVendor(agent.VendorId) ? Held : agent.LeftOn is null ? "retention.stays.agent" : null;
    }
}
