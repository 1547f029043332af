using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

/// <summary>What the two sides do. Each form carries the version that it was drawn from; a newer one is told, and the text kept.</summary>
public sealed partial class DetailsModel
{
    private const int LongestText = 8000;

    /// <summary>Words that become a reason on the issue; a message may be as long as <see cref="LongestText"/>.</summary>
    private static readonly Dictionary<string, int> Longest = new()
    {
        ["Withdraw"] = 1000, ["DecideContest"] = 1000, ["DecideWaiver"] = 1000, ["AskWaiver"] = 380, ["Attribute"] = 380,
        ["Tick"] = 2000, ["Close"] = 2000,
    };

    public sealed class Act
    {
        public int Version { get; set; }

        public string? Words { get; set; }

        public bool Internal { get; set; }

        public Severity? Severity { get; set; }

        /// <summary>Local wall-clock time of the tenant, <c>yyyy-MM-ddTHH:mm</c>.</summary>
        public string? At { get; set; }

        /// <summary>How the customer was told, and by whom.</summary>
        public ToldHow? How { get; set; }

        public string? ToldBy { get; set; }

        /// <summary>A checklist line, a clock, a waiver or a person, as the form says.</summary>
        public Guid? Item { get; set; }

        public ContestGround? Ground { get; set; }

        public Attribution? Whom { get; set; }

        /// <summary>Yes or no, where a form asks for one.</summary>
        public bool Agrees { get; set; }
    }

    private delegate void Change(Issue issue, Author by, Terms terms, ClockFaces faces, DateTimeOffset now);

    [BindProperty(Name = "")]
    public Act Input { get; set; } = new();

    [BindProperty(Name = "")]
    public FileForm Attached { get; set; } = new();

    private string Words => Input.Words ?? "";

    /// <summary>Shows the customer in full, once, and writes down who looked.</summary>
    public async Task<IActionResult> OnPostRevealAsync(Guid id, CancellationToken cancel)
    {
        if (!MayReveal || !await LoadAsync(IssueId.From(id), cancel))
        {
            return NotFound();
        }

        db.AddBatchEntry("revealed", nameof(Issue), id.ToString("D"), new { Issue.Number });
        await db.SaveChangesAsync(cancel);
        Revealed = true;
        return Page();
    }

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Acknowledge", (i, by, _, f, now) => i.Acknowledge(by, f, now), cancel);

    /// <summary>A message with its files; who is mentioned by name watches the issue from then on.</summary>
    public async Task<IActionResult> OnPostReplyAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        if (!(user.Can(Permission.AnswerIssue) || user.Can(Permission.FileIssue)) || !await db.Issues.AnyAsync(i => i.Id == key, cancel))
        {
            return NotFound();
        }

        Drafts = await Attached.TakeAsync(desk, key, text, sentence => ModelState.AddModelError("", sentence), cancel);
        return ModelState.ErrorCount > 0
            ? await ShowAsync(key, "Reply", cancel)
            : await ActAsync(id, "Reply", (i, by, t, f, now) => desk.HandOver(i, Drafts, by, i.Write(by, Input.Internal, Words, t, f, now)), cancel, i => MentionAsync(i, cancel));
    }

    /// <summary>The vendor asks, the buyer's side decides: only the buyer's word pauses the clock.</summary>
    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostAskToWaitAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "AskToWait", (i, by, _, f, now) => i.AskToWait(by, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostWaitAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Wait", (i, by, _, f, now) => i.WaitForOutlet(by, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostConfirmWaitAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "ConfirmWait", (i, by, _, f, now) => i.ConfirmWait(by, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostRefuseWaitAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "RefuseWait", (i, by, _, f, now) => i.RefuseWait(by, Words, f, now), cancel);

    public Task<IActionResult> OnPostEndWaitAsync(Guid id, CancellationToken cancel) => user.Can(Permission.AnswerIssue) || user.Can(Permission.JudgeIssue)
        ? ActAsync(id, "EndWait", (i, by, _, f, now) => i.EndWait(by, f, now), cancel)
        : Task.FromResult<IActionResult>(NotFound());

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostContainAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Contain", (i, by, _, f, now) => i.Contain(by, Words, f, now), cancel);

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostTellCustomerAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "TellCustomer", (i, by, _, f, now) => i.TellCustomer(by, Words, ToldAt(), f, now, Input.How ?? ToldHow.Phone, Input.ToldBy), cancel);

    [Permission(Permission.AnswerIssue)]
    public Task<IActionResult> OnPostResolveAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Resolve", (i, by, _, f, now) => i.Resolve(by, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Reopen", (i, by, _, f, now) => i.Reopen(by, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Close", (i, by, _, _, now) => i.Close(by, now, Input.Words), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Withdraw", (i, by, _, f, now) => i.Withdraw(by, Words, f, now), cancel);

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostSeverityAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Severity", (i, by, t, f, now) => i.ChangeSeverity(by, Input.Severity ?? i.Severity, Words, t, f, now), cancel);

    /// <param name="then">What is saved with the change, where it needs the database.</param>
    private async Task<IActionResult> ActAsync(
        Guid id, string form, Change change, CancellationToken cancel, Func<Issue, Task>? then = null)
    {
        var key = IssueId.From(id);
        var issue = await db.Issues.Include(i => i.Obligations).Include(i => i.Checklist).AsSplitQuery().FirstOrDefaultAsync(i => i.Id == key, cancel);
        if (issue is null)
        {
            return NotFound();
        }

        db.Entry(issue).Property(i => i.Version).OriginalValue = Input.Version;
        var terms = await db.TermsVersions.AsNoTracking().SingleAsync(t => t.Id == issue.TermsVersionId, cancel);
        var face = await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel);
        try
        {
            DemandFitting(form);
            // What is late by now climbs before the act stops its clock; the sweep may not have been here yet.
            issue.Sweep(face, Now);
            change(issue, new Author(user.Id, user.Name, user.Side), terms.Terms, face, Now);
            if (then is not null)
            {
                await then(issue);
            }

            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[$"issues.done.{form}"];
            return RedirectToPage(new { id });
        }
        catch (RuleViolationException violation)
        {
            return await RefuseAsync(key, form, text.Rule(violation), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefuseAsync(key, form, text["shared.conflict"], cancel);
        }
    }

    /// <summary>Shows the issue as it now is, with the words that were not taken.</summary>
    private async Task<IActionResult> RefuseAsync(IssueId id, string form, string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("", sentence);
        return await ShowAsync(id, form, cancel);
    }

    private async Task<IActionResult> ShowAsync(IssueId id, string form, CancellationToken cancel)
    {
        Refused = form;
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private void DemandFitting(string form)
    {
        var longest = Longest.GetValueOrDefault(form, LongestText);
        if (Words.Length > longest || Input.ToldBy?.Length > 120)
        {
            throw new RuleViolationException("text-too-long", longest);
        }
    }

    private DateTimeOffset ToldAt()
    {
        if (!DateTime.TryParseExact(Input.At, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw new RuleViolationException("told-time-impossible");
        }

        return new DateTimeOffset(local, user.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
