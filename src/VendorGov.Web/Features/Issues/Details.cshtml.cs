using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>
/// One issue: its clocks and why each is due when it is, its thread, its facts and what the caller may do. Internal notes
/// of the other side are never read from the database.
/// </summary>
[Permission(Permission.ViewIssues)]
[RequestSizeLimit(EvidenceFile.MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFile.MaxFormBytes)]
public sealed partial class DetailsModel(
    AppDb db, ClockFacesLoader faces, EvidenceDesk desk, NavCounts counts, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed record Clocked(ClockLine Line, IReadOnlyList<ClockSegment> Segments);

    /// <summary>A line of the thread: a message, or something that happened.</summary>
    public sealed record Entry(
        DateTimeOffset At, string? By, Side? Side, bool IsInternal, string? Body, IssueEventKind? Kind)
    {
        /// <summary>The message; null for an event and for the issue's own description.</summary>
        public Guid? Message { get; init; }

        public IReadOnlyList<Attachment> Files { get; init; } = [];
    }

    public sealed record PartyNames(string? Outlet, string? OutletCode, string? Vendor, string Contract, int TermsNumber, string Calendar, string Office);

    private ClockFaces _face = null!;

    public Issue Issue { get; private set; } = null!;

    public IReadOnlyList<Clocked> Clocks { get; private set; } = [];

    public IReadOnlyList<Entry> Thread { get; private set; } = [];

    public PartyNames Names { get; private set; } = null!;

    /// <summary>Files that the caller may read; those of the other side's internal notes are never read from the database.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>What the caller brought for the next message and has not sent.</summary>
    public IReadOnlyList<DraftFile> Drafts { get; private set; } = [];

    public IReadOnlyList<ChecklistItem> Checklist { get; private set; } = [];

    public IReadOnlyList<ClockWaiver> Waivers { get; private set; } = [];

    /// <summary>Who watches, was told or has read.</summary>
    public IReadOnlyList<IssueFollower> Followers { get; private set; } = [];

    /// <summary>People of the caller's side who could take over.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>When this complaint chased itself.</summary>
    public IReadOnlyList<ComplaintChase> Chases { get; private set; } = [];

    public DateTimeOffset? NextChase { get; private set; }

    public IReadOnlyList<PersonalNote> Replies { get; private set; } = [];

    public bool Writes => user.Can(Permission.AnswerIssue) || user.Can(Permission.FileIssue);

    public bool Watches => Followers.Any(f => f.UserId == user.Id && f.Watches);

    public Playbook Playbook => Playbook.For(Issue.ProblemType);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The form that was refused; it stays open with what was typed.</summary>
    public string? Refused { get; private set; }

    /// <summary>The customer is shown in full on this answer alone.</summary>
    public bool Revealed { get; private set; }

    public bool MayReveal => user.Can(Permission.AnswerIssue) || user.Can(Permission.FileIssue);

    public string? CustomerName => Revealed ? Issue.CustomerName : PersonalData.MaskName(Issue.CustomerName);

    public string? CustomerPhone => Revealed ? Issue.CustomerPhone : PersonalData.MaskPhone(Issue.CustomerPhone);

    public bool IsLate => Clocks.Any(c => c.Line.State == ClockState.Breached);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(IssueId.From(id), cancel) ? Page() : NotFound();

    private async Task<bool> LoadAsync(IssueId id, CancellationToken cancel)
    {
        var issue = await db.Issues.AsNoTracking().Include(i => i.Obligations).FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null)
        {
            return false;
        }

        Issue = issue;
        var face = await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel);
        _face = face;
        var why = issue.Obligations.ToDictionary(o => o.Id, o => o.Explain(face, Now));
        Clocks = [.. ClockLine.Sorted(issue.Obligations.Select(o => ClockLine.Of(o, face, Now))).Select(l => new Clocked(l, why[l.Id]))];
        await LoadHandlingAsync(issue, cancel);
        Thread = await ThreadAsync(issue, cancel);
        Names = await NamesAsync(issue, cancel);
        return true;
    }

    private async Task<IReadOnlyList<Entry>> ThreadAsync(Issue issue, CancellationToken cancel)
    {
        var side = user.Side;
        var messages = await db.IssueMessages.AsNoTracking()
            .Where(m => m.IssueId == issue.Id && (!m.IsInternal || m.Side == side)).OrderBy(m => m.At)
            .Select(m => new Entry(m.At, m.AuthorName, m.Side, m.IsInternal, m.Body, null) { Message = m.Id }).ToListAsync(cancel);
        var events = await db.IssueEvents.AsNoTracking()
            .Where(e => e.IssueId == issue.Id && e.Kind != IssueEventKind.Filed).OrderBy(e => e.At)
            .Select(e => new Entry(e.At, e.ByName, null, false, e.Detail, e.Kind)).ToListAsync(cancel);
        var files = Files.ToLookup(f => f.MessageId);
        var filed = new Entry(issue.FiledAt, issue.FiledByName, issue.FiledBySide, false, issue.Description, null) { Files = [.. files[null]] };
        return [filed, .. messages.Select(m => m with { Files = [.. files[m.Message]] }).Concat(events).OrderBy(e => e.At)];
    }

    private async Task<PartyNames> NamesAsync(Issue issue, CancellationToken cancel) => await (
        from terms in db.TermsVersions.AsNoTracking()
        where terms.Id == issue.TermsVersionId
        from contract in db.Contracts.Where(c => c.Id == issue.ContractId).DefaultIfEmpty()
        from outlet in db.Outlets.Where(o => o.Id == issue.OutletId).DefaultIfEmpty()
        from vendor in db.Vendors.Where(v => v.Id == issue.VendorId).DefaultIfEmpty()
        from service in db.CalendarVersions.Where(c => c.Id == terms.ServiceCalendarId).DefaultIfEmpty()
        from office in db.CalendarVersions.Where(c => c.Id == terms.OfficeCalendarId).DefaultIfEmpty()
        select new PartyNames(outlet!.Name, outlet.Code, vendor!.Name, contract!.Number, terms.Number, service!.Name, office!.Name)).SingleAsync(cancel);
}
