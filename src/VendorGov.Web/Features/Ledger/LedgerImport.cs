using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Ledger;

public enum RowEffect
{
    New,

    /// <summary>Known; the file says what was still blank.</summary>
    Completed,
    Unchanged,
}

public sealed record LedgerChange(int Row, string Key, string Title, string Outlet, DateTimeOffset FiledAt, RowEffect Effect);

/// <summary>
/// Takes a ledger into the tracked context, without saving: a preview throws the context away, applying saves it in one transaction. A
/// complaint is known by its number in the ledger; the same file again changes nothing.
/// </summary>
public sealed class LedgerImport(AppDb db, ClockFacesLoader faces, IssueNumbers numbers, CurrentUser user, TimeProvider clock, Text text)
{
    private readonly Dictionary<(ContractId, TermsVersionId), ClockFaces> _faces = [];
    private readonly Dictionary<DateOnly, int> _numbers = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private LedgerPlaces _places = null!;
    private Dictionary<string, Issue> _known = [];
    private Dictionary<IssueId, Complaint> _entries = [];

    public List<LedgerChange> Changes { get; } = [];

    public List<SheetProblem> Problems { get; } = [];

    /// <summary>Names this very set of changes: what was previewed is what is applied.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Changes))));

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public int Count(RowEffect effect) => Changes.Count(c => c.Effect == effect);

    public async Task RunAsync(TabularFile file, CancellationToken cancel)
    {
        var rows = SheetReader.Rows(file, LedgerSheet.Columns, Problems, text);
        if (rows.Count == 0 && Problems.Count == 0)
        {
            Problems.Add(new SheetProblem("", 0, "", "", text["ledger.nothing"]));
        }

        _places = await LedgerPlaces.LoadAsync(db, cancel);
        await LoadKnownAsync([.. rows.Select(r => r.Of("key")).Distinct()], cancel);
        foreach (var row in rows)
        {
            await TakeAsync(row, cancel);
        }
    }

    public async Task ApplyAsync(string fileName, CancellationToken cancel)
    {
        using var audit = db.BulkAudit();
        db.AddBatchEntry("imported", "Ledger", Guid.CreateVersion7().ToString("D"), new
        {
            file = fileName, added = Count(RowEffect.New), completed = Count(RowEffect.Completed), unchanged = Count(RowEffect.Unchanged), hash = Fingerprint,
        });
        await db.SaveChangesAsync(cancel);
    }

    private async Task LoadKnownAsync(List<string> keys, CancellationToken cancel)
    {
        foreach (var part in keys.Chunk(500))
        {
            var found = await db.Issues.Include(i => i.Obligations).Include(i => i.Events).AsSplitQuery()
                .Where(i => i.Source == Issue.LedgerSource && part.Contains(i.ExternalKey)).ToListAsync(cancel);
            _known = _known.Values.Concat(found).ToDictionary(i => i.ExternalKey!, StringComparer.OrdinalIgnoreCase);
        }

        var ids = _known.Values.Select(i => i.Id).ToList();
        foreach (var part in ids.Chunk(500))
        {
            foreach (var entry in await db.Complaints.Where(c => part.Contains(c.IssueId)).ToListAsync(cancel))
            {
                _entries[entry.IssueId] = entry;
            }
        }
    }

    private async Task TakeAsync(SheetRow row, CancellationToken cancel)
    {
        var before = Problems.Count;
        var read = LedgerRecord.Read(row, user.Zone, Now);
        var place = _places.Find(row, read.FiledAt, user.Zone);
        if (read.Key.Length > 0 && !_seen.Add(read.Key))
        {
            row.Problem("key", "sheets.problem.twice");
        }

        if (Problems.Count > before || place is null)
        {
            return;
        }

        var effect = _known.TryGetValue(read.Key, out var issue)
            ? await CompleteAsync(row, issue, read, place, cancel)
            : await AddAsync(read, place, cancel);
        Changes.Add(new LedgerChange(row.Number, read.Key, read.Title, row.Of("outlet"), read.FiledAt, effect));
    }

    private async Task<RowEffect> AddAsync(LedgerRecord read, LedgerPlace place, CancellationToken cancel)
    {
        var report = new IssueReport(
            await NumberAsync(read.FiledAt, cancel), ProblemType.ComplaintMishandled, read.Severity, read.Title, read.Content, read.Waybills,
            read.Customer, read.Phone);
        var issue = Issue.FromLedger(
            report, read.Key, read.Times, read.Notice, place.Contract, place.Outlet, place.Terms, await FacesAsync(place.Contract.Id, place.Terms.Id, cancel), Now);
        db.Issues.Add(issue);
        db.Complaints.Add(new Complaint(issue, read.Facts));
        return RowEffect.New;
    }

    /// <summary>What stands in the portal already is not overwritten by a file: a time that differs is a problem.</summary>
    private async Task<RowEffect> CompleteAsync(SheetRow row, Issue issue, LedgerRecord read, LedgerPlace place, CancellationToken cancel)
    {
        var before = Problems.Count;
        Differs(row, "filed", issue.FiledAt, read.FiledAt);
        Differs(row, "answered", issue.RespondedAt, read.Times.AnsweredAt);
        Differs(row, "told", issue.Notice?.At, read.Notice?.At);
        Differs(row, "resolved", issue.ResolvedAt, read.Times.ResolvedAt);
        Differs(row, "closed", issue.ClosedAt, read.Times.ClosedAt);
        if (issue.OutletId != place.Outlet)
        {
            row.Problem("outlet", "ledger.problem.otherOutlet", issue.Number);
        }

        if (Problems.Count > before)
        {
            return RowEffect.Unchanged;
        }

        var news = issue.CatchUp(read.Times, read.Notice, await FacesAsync(issue.ContractId, issue.TermsVersionId, cancel), Now);
        if (!_entries.TryGetValue(issue.Id, out var entry))
        {
            db.Complaints.Add(_entries[issue.Id] = new Complaint(issue, read.Facts));
            return RowEffect.Completed;
        }

        return entry.Complete(read.Facts) | news ? RowEffect.Completed : RowEffect.Unchanged;
    }

    private void Differs(SheetRow row, string column, DateTimeOffset? stands, DateTimeOffset? said)
    {
        if (stands is { } known && said is { } other && Math.Abs((known - other).TotalMinutes) >= 1)
        {
            row.Problem(column, "ledger.problem.differs", text.Instant(known));
        }
    }

    private async Task<ClockFaces> FacesAsync(ContractId contract, TermsVersionId terms, CancellationToken cancel) =>
        _faces.TryGetValue((contract, terms), out var known) ? known : _faces[(contract, terms)] = await faces.OfAsync(contract, terms, cancel);

    /// <summary>The next number of the month, counted on within the file.</summary>
    private async Task<string> NumberAsync(DateTimeOffset filed, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(filed, user.Zone).DateTime);
        var month = new DateOnly(day.Year, day.Month, 1);
        var prefix = FormattableString.Invariant($"WT-{month:yyMM}-");
        if (!_numbers.TryGetValue(month, out var next))
        {
            next = int.Parse((await numbers.NextAsync(month, cancel)).AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        _numbers[month] = next + 1;
        return FormattableString.Invariant($"{prefix}{next:0000}");
    }
}
