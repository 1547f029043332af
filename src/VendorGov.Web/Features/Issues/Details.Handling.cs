using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

/// <summary>Playbook, contest, attribution, waivers, people: the rest of what the two sides do.</summary>
public sealed partial class DetailsModel
{
    private const int LongestReply = 2000;

    public sealed record Colleague(UserId Id, string Name, Role Role);

    public Task<IActionResult> OnPostTickAsync(Guid id, CancellationToken cancel) => WritingAsync(
        () => ActAsync(id, "Tick", (i, by, _, _, now) => i.Tick(by, Input.Item ?? default, Input.Words, now), cancel));

    public Task<IActionResult> OnPostUntickAsync(Guid id, CancellationToken cancel) => WritingAsync(
        () => ActAsync(id, "Untick", (i, by, _, _, now) => i.Untick(by, Input.Item ?? default, now), cancel));

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostContestAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Contest", (i, by, _, f, now) => i.ContestIssue(by, Input.Ground ?? ContestGround.NotOurs, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostAnswerContestAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "AnswerContest", (i, by, _, _, now) => i.AnswerContest(by, Input.Agrees, Words, now), cancel);

    [Permission(Permission.DecideIssue)]
    public Task<IActionResult> OnPostDecideContestAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "DecideContest", (i, by, _, f, now) => i.DecideContest(by, Input.Agrees, Words, f, now), cancel);

    [Permission(Permission.DecideIssue)]
    public Task<IActionResult> OnPostMarkFatalAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "MarkFatal", (i, by, _, _, now) => i.MarkFatal(by, Words, now), cancel);

    [Permission(Permission.DecideIssue)]
    public Task<IActionResult> OnPostLiftFatalAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "LiftFatal", (i, by, _, _, now) => i.LiftFatal(by, Words, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostAttributeAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Attribute", (i, by, _, f, now) => i.Attribute(by, Input.Whom ?? Attribution.Agent, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostTierAsync(Guid id, CustomerTier? tier, CancellationToken cancel) =>
        ActAsync(id, "Tier", (i, by, _, _, now) => i.SetTier(by, tier, now), cancel);

    public Task<IActionResult> OnPostEscalateAsync(Guid id, CancellationToken cancel) => WritingAsync(
        () => ActAsync(id, "Escalate", (i, by, _, _, now) => i.EscalateByHand(by, Words, now), cancel));

    public Task<IActionResult> OnPostAskWaiverAsync(Guid id, CancellationToken cancel) => WritingAsync(() => ActAsync(
        id, "AskWaiver", (i, by, _, _, now) => db.ClockWaivers.Add(i.AskWaiver(by, ObligationId.From(Input.Item ?? default), Words, now)), cancel));

    [Permission(Permission.DecideIssue)]
    public async Task<IActionResult> OnPostDecideWaiverAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        var waiver = await db.ClockWaivers.FirstOrDefaultAsync(w => w.Id == Input.Item && w.IssueId == key, cancel);
        return waiver is null
            ? NotFound()
            : await ActAsync(id, "DecideWaiver", (i, by, _, f, now) => i.DecideWaiver(waiver, by, Input.Agrees, Words, f, now), cancel);
    }

    public async Task<IActionResult> OnPostTransferAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == key, cancel);
        var to = issue is null || !Writes ? null : (await ColleaguesAsync(issue, cancel)).FirstOrDefault(c => c.Id.Value == Input.Item);
        return to is null
            ? NotFound()
            : await ActAsync(id, "Transfer", (i, by, _, _, now) => i.Transfer(by, to.Id, to.Name, now), cancel);
    }

    /// <summary>Watches, or watches no more.</summary>
    public async Task<IActionResult> OnPostWatchAsync(Guid id, CancellationToken cancel)
    {
        if (await FollowAsync(IssueId.From(id), f => f.Watch(Input.Agrees), cancel) is null)
        {
            return NotFound();
        }

        TempData["Flash"] = text[Input.Agrees ? "issues.done.Watch" : "issues.done.Unwatch"];
        return RedirectToPage(new { id });
    }

    /// <summary>The page was open before somebody's eyes: a script says so, since looking alone changes nothing.</summary>
    public async Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        var news = await db.Notices.Where(n => n.UserId == user.Id && n.IssueId == key && n.ReadAt == null).ToListAsync(cancel);
        news.ForEach(n => n.Read(Now));
        var mine = await FollowAsync(key, f => f.Read(Now), cancel);
        if (mine?.ToldAt is not null || news.Count > 0)
        {
            counts.Ring();
        }

        return mine is null ? NotFound() : new NoContentResult();
    }

    /// <summary>Keeps the words of the reply that is being written, for the next time; they stay in the field.</summary>
    public async Task<IActionResult> OnPostSaveReplyAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        if (!Writes || !await db.Issues.AnyAsync(i => i.Id == key, cancel))
        {
            return NotFound();
        }

        var words = Words.Trim();
        if (words.Length is 0 or > LongestReply)
        {
            ModelState.AddModelError("", words.Length == 0 ? text["rule.message-empty"] : text["rule.text-too-long", LongestReply]);
            return await ShowAsync(key, "Reply", cancel);
        }

        var mine = await db.PersonalNotes.Where(n => n.Kind == PersonalNoteKind.Reply).OrderBy(n => n.Id).ToListAsync(cancel);
        db.PersonalNotes.RemoveRange(mine.Take(Math.Max(0, mine.Count - PersonalNote.Most + 1)));
        var title = words.ReplaceLineEndings(" ");
        db.PersonalNotes.Add(new PersonalNote(user.TenantId, user.Id, PersonalNoteKind.Reply, title.Length <= 60 ? title : title[..60], words));
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["issues.cannedSaved"];
        return await ShowAsync(key, "Reply", cancel);
    }

    private async Task<IssueFollower?> FollowAsync(IssueId id, Action<IssueFollower> change, CancellationToken cancel)
    {
        var issue = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null || !Writes)
        {
            return null;
        }

        var mine = await db.OwnAsync(issue, user, cancel);
        change(mine);
        await db.SaveChangesAsync(cancel);
        return mine;
    }

    private async Task<IActionResult> WritingAsync(Func<Task<IActionResult>> act) => Writes ? await act() : NotFound();

    /// <summary>Who stands in the words as @name. An internal note reaches the author's own side alone.</summary>
    private async Task MentionAsync(Issue issue, CancellationToken cancel)
    {
        if (!Words.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        var known = await db.IssueFollowers.Where(f => f.IssueId == issue.Id).ToListAsync(cancel);
        foreach (var person in await ColleaguesAsync(issue, cancel))
        {
            if (known.All(f => f.UserId != person.Id) && IsNamed(person.Name))
            {
                var fresh = new IssueFollower(issue, person.Id, person.Name, user.Side);
                db.IssueFollowers.Add(fresh);
                known.Add(fresh);
            }
        }

        known.Where(f => IsNamed(f.Name) && (!Input.Internal || f.Side == user.Side)).ToList().ForEach(f => f.Mention(Now));
    }

    private bool IsNamed(string name) => Words.Contains("@" + name, StringComparison.OrdinalIgnoreCase);

    private async Task LoadHandlingAsync(Issue issue, CancellationToken cancel)
    {
        var side = user.Side;
        Files = await db.Attachments.AsNoTracking().Where(a => a.IssueId == issue.Id && (!a.IsInternal || a.Side == side))
            .OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancel);
        Checklist = await db.ChecklistItems.AsNoTracking().Where(c => c.IssueId == issue.Id).OrderBy(c => c.Position).ToListAsync(cancel);
        Waivers = await db.ClockWaivers.AsNoTracking().Where(w => w.IssueId == issue.Id).OrderBy(w => w.AskedAt).ToListAsync(cancel);
        Followers = await db.IssueFollowers.AsNoTracking().Where(f => f.IssueId == issue.Id).OrderBy(f => f.Side).ThenBy(f => f.Name).ToListAsync(cancel);
        Chases = issue.ProblemType == ProblemType.ComplaintMishandled
            ? await db.ComplaintChases.AsNoTracking().Where(c => c.IssueId == issue.Id).OrderBy(c => c.Day).ToListAsync(cancel) : [];
        NextChase = issue.Chases
            ? Issue.ChaseDays.Where(day => Chases.All(c => c.Day != day)).Select(day => (DateTimeOffset?)issue.ChaseAt(day, _face)).Min() : null;
        if (Writes)
        {
            Drafts = await desk.DraftsAsync(issue.Id, cancel);
            Colleagues = await ColleaguesAsync(issue, cancel);
            Replies = await db.PersonalNotes.AsNoTracking().Where(n => n.Kind == PersonalNoteKind.Reply).OrderBy(n => n.Title).ToListAsync(cancel);
        }
    }

    /// <summary>People of the caller's side who can see the issue.</summary>
    private async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Issue issue, CancellationToken cancel)
    {
        var people = db.Memberships.AsNoTracking().Where(m => m.DeactivatedAt == null);
        people = user.Side == Side.Vendor
            ? people.Where(m => m.VendorId == issue.VendorId)
            : people.Where(m => m.OutletId == issue.OutletId || m.Role == Role.Headquarters
                || (m.RegionId != null && db.Outlets.Any(o => o.Id == issue.OutletId && o.RegionId == m.RegionId)));
        return await people.OrderBy(m => m.DisplayName).Select(m => new Colleague(m.UserId, m.DisplayName, m.Role)).ToListAsync(cancel);
    }
}
