using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>Several issues at once, each by itself: what one refuses does not keep the others. Also the caller's saved filters.</summary>
public sealed partial class IndexModel
{
    private const int MostAtOnce = 100;
    private const int LongestWords = 1000;

    private static readonly string[] Acts = ["Escalate", "Reply", "Transfer", "Watch"];

    public sealed class BulkAct
    {
        public List<Guid> Ids { get; set; } = [];

        public string? Do { get; set; }

        public string? Words { get; set; }

        public Guid? Item { get; set; }

        /// <summary>The query of the list that the form stood on.</summary>
        public string? Back { get; set; }

        public string? Title { get; set; }
    }

    public sealed record Person(Guid Id, string Name);

    [BindProperty(Name = "")]
    public BulkAct Bulk { get; set; } = new();

    public IReadOnlyList<PersonalNote> Saved { get; private set; } = [];

    public IReadOnlyList<Person> Colleagues { get; private set; } = [];

    public bool Writes => user.Can(Permission.AnswerIssue) || user.Can(Permission.FileIssue);

    public async Task<IActionResult> OnPostBulkAsync(CancellationToken cancel)
    {
        if (!Writes || !Acts.Contains(Bulk.Do))
        {
            return NotFound();
        }

        await LoadColleaguesAsync(cancel);
        var refused = new List<string>();
        var done = 0;
        foreach (var id in Bulk.Ids.Distinct().Take(MostAtOnce))
        {
            if (await ActOnOneAsync(IssueId.From(id), cancel) is { } sentence)
            {
                refused.Add(sentence);
            }
            else
            {
                done++;
            }

            db.ChangeTracker.Clear();
        }

        TempData["Flash"] = refused.Count == 0
            ? text["issues.bulkDone", done]
            : text["issues.bulkSome", done, refused.Count, string.Join(text["issues.listComma"], refused.Distinct().Take(3))];
        return Back();
    }

    public async Task<IActionResult> OnPostSaveFilterAsync(CancellationToken cancel)
    {
        var title = Bulk.Title?.Trim() ?? "";
        if (title.Length is 0 or > PersonalNote.LongestTitle)
        {
            TempData["Flash"] = text["issues.filterTitle", PersonalNote.LongestTitle];
        }
        else if (await db.PersonalNotes.CountAsync(n => n.Kind == PersonalNoteKind.Filter, cancel) >= PersonalNote.Most)
        {
            TempData["Flash"] = text["issues.filterMost", PersonalNote.Most];
        }
        else
        {
            db.PersonalNotes.Add(new PersonalNote(user.TenantId, user.Id, PersonalNoteKind.Filter, title, Query()));
            await db.SaveChangesAsync(cancel);
        }

        return Back();
    }

    public async Task<IActionResult> OnPostDropFilterAsync(CancellationToken cancel)
    {
        var note = await db.PersonalNotes.FirstOrDefaultAsync(n => n.Id == Bulk.Item, cancel);
        if (note is null)
        {
            return NotFound();
        }

        db.PersonalNotes.Remove(note);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage();
    }

    /// <summary>The sentence why not; null when it was done.</summary>
    private async Task<string?> ActOnOneAsync(IssueId id, CancellationToken cancel)
    {
        var issue = await db.Issues.Include(i => i.Obligations).FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (issue is null)
        {
            return text["issues.bulkGone"];
        }

        try
        {
            await ActAsync(issue, cancel);
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (RuleViolationException violation)
        {
            return text.Rule(violation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return text["shared.conflict"];
        }
    }

    private async Task ActAsync(Issue issue, CancellationToken cancel)
    {
        var by = new Author(user.Id, user.Name, user.Side);
        var words = Bulk.Words ?? "";
        if (words.Length > LongestWords)
        {
            throw new RuleViolationException("text-too-long", LongestWords);
        }

        var face = await faces.OfAsync(issue.ContractId, issue.TermsVersionId, cancel);
        issue.Sweep(face, Now);
        switch (Bulk.Do)
        {
            case "Escalate":
                issue.EscalateByHand(by, words, Now);
                break;
            case "Reply":
                var terms = await db.TermsVersions.AsNoTracking().SingleAsync(t => t.Id == issue.TermsVersionId, cancel);
                issue.Write(by, false, words, terms.Terms, face, Now);
                break;
            case "Transfer":
                var to = Colleagues.FirstOrDefault(c => c.Id == Bulk.Item) ?? throw new RuleViolationException("person-missing");
                issue.Transfer(by, UserId.From(to.Id), to.Name, Now);
                break;
            case "Watch":
                (await db.OwnAsync(issue, user, cancel)).Watch(true);
                break;
        }
    }

    /// <summary>The caller's own party, so that whoever takes over can see the issue.</summary>
    private async Task LoadColleaguesAsync(CancellationToken cancel)
    {
        var member = user.Member;
        Colleagues = Writes
            ? await db.Memberships.AsNoTracking()
                .Where(m => m.DeactivatedAt == null && m.VendorId == member.VendorId && m.OutletId == member.OutletId && m.RegionId == member.RegionId
                    && m.Role != Role.Auditor)
                .OrderBy(m => m.DisplayName).Select(m => new Person(m.UserId.Value, m.DisplayName)).ToListAsync(cancel)
            : [];
    }

    private RedirectResult Back() => Redirect(Url.Page("Index", "")!.Split('?')[0] + Query());

    /// <summary>The query that the form brought, read and written anew.</summary>
    private string Query()
    {
        var parts = QueryHelpers.ParseQuery(Bulk.Back ?? "").Where(p => p.Key is not ("handler" or "p")).ToList();
        var query = QueryString.Create(parts).Value ?? "";
        return query.Length <= 2000 ? query : "";
    }
}
