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
/// Everything the network keeps of one person, found by the whole telephone number or name: issues, what was written about them, callbacks, missed
/// contacts, agents. Erasing masks name and number for good and takes them out of the words; figures and the audit trail, which never held
/// them, stay as they are.
/// </summary>
public sealed class PersonFile(AppDb db)
{
    private const int Most = 1000;

    private sealed record Rows(List<Issue> Issues, List<IssueMessage> Messages, List<Callback> Callbacks, List<MissedContact> Missed, List<Agent> Agents);

    public async Task<IReadOnlyList<Trace>> FindAsync(string who, Text text, CancellationToken cancel)
    {
        var rows = await ReadAsync(who, cancel);
        var held = await HeldAsync(cancel);
        var numbers = await NumbersAsync(rows, cancel);
        string Sort(string key) => text[$"retention.sort.{key}"];
        return
        [
            .. rows.Issues.Select(i => new Trace(Sort("issue"), i.Number, i.FiledAt, i.CustomerName, i.CustomerPhone, i.Title, Stays(i, held), $"/Issues/Details/{i.Id.Value}")),
            .. rows.Messages.Select(m => new Trace(Sort("message"), numbers.GetValueOrDefault(m.IssueId) ?? "", m.At, null, null, m.Body, null, $"/Issues/Details/{m.IssueId.Value}")),
            .. rows.Callbacks.Select(c => new Trace(Sort("callback"), c.Waybill ?? "", c.PlannedAt, c.CustomerName, c.CustomerPhone, c.Topic, null, null)),
            .. rows.Missed.Select(m => new Trace(Sort("missed"), m.Waybill ?? "", m.At, m.CustomerName, m.CustomerPhone, "", null, null)),
            .. rows.Agents.Select(a => new Trace(Sort("agent"), a.Number, a.Tenure.At, a.Name, a.Phone, "", a.LeftOn is null ? "retention.stays.agent" : null, null)),
        ];
    }

    /// <summary>Erases what may be erased, in one transaction with its audit entry. Answers how many rows changed.</summary>
    public async Task<int> EraseAsync(string who, CancellationToken cancel)
    {
        var rows = await ReadAsync(who, cancel);
        var held = await HeldAsync(cancel);
        var mask = who.Any(char.IsDigit) ? PersonalData.MaskPhone(who)! : PersonalData.MaskName(who)!;
        var free = rows.Issues.Where(i => Stays(i, held) is null).ToList();
        var open = rows.Issues.Except(free).Select(i => i.Id).ToHashSet();
        var messages = rows.Messages.Where(m => !open.Contains(m.IssueId)).ToList();
        var agents = rows.Agents.Where(a => a.LeftOn is not null).ToList();
        free.ForEach(i => { i.MaskCustomer(); i.Redact(who, mask); });
        messages.ForEach(m => m.Redact(who, mask));
        var callbacks = rows.Callbacks.Where(c => c.IssueId is not { } id || !open.Contains(id)).ToList();
        callbacks.ForEach(c => c.MaskCustomer());
        var missed = rows.Missed.Where(m => !open.Contains(m.IssueId)).ToList();
        missed.ForEach(m => m.MaskCustomer());
        agents.ForEach(a => a.Erase());
        var count = free.Count + messages.Count + callbacks.Count + missed.Count + agents.Count;
        if (count > 0)
        {
            await SaveAsync([.. free.Select(i => i.Id.Value), .. messages.Select(m => m.Id)], count, cancel);
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
        await db.Callbacks.Where(c => c.CustomerPhone == who || c.CustomerName == who).OrderBy(c => c.PlannedAt).Take(Most).ToListAsync(cancel),
        await db.MissedContacts.Where(m => m.CustomerPhone == who || m.CustomerName == who).OrderBy(m => m.At).Take(Most).ToListAsync(cancel),
        await db.Agents.Where(a => a.Phone == who || a.Name == who).OrderBy(a => a.Id).Take(Most).ToListAsync(cancel));

    private async Task<Dictionary<IssueId, string>> NumbersAsync(Rows rows, CancellationToken cancel)
    {
        var ids = rows.Messages.Select(m => m.IssueId).Distinct().ToList();
        return await db.Issues.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Number }).ToDictionaryAsync(i => i.Id, i => i.Number, cancel);
    }

    private async Task<Holds> HeldAsync(CancellationToken cancel) =>
        new(await db.LegalHolds.AsNoTracking().Where(h => h.ReleasedAt == null).ToListAsync(cancel));

    private static string? Stays(Issue issue, Holds held) =>
        held.Cover(issue) ? "retention.stays.held" : issue.ClosedAt is null ? "retention.stays.open" : null;
}
