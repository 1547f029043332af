using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Articles on how to answer, searched by title, text and keyword; the vendor proposes one here.</summary>
[Permission(Permission.ViewTraining)]
public sealed class KnowledgeModel(AppDb db, StaffContracts contracts, KnowledgeDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    /// <summary>The case that an article is learned from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Issue { get; set; }

    [BindProperty(SupportsGet = true)]
    public KnowledgeState? State { get; set; }

    [BindProperty(SupportsGet = true), StringLength(80)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public Issue? About { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    public bool MayPropose => user.Can(Permission.ManageTraining);

    public bool Filtered => State is not null || !string.IsNullOrWhiteSpace(Q);

    public sealed class Line
    {
        public required KnowledgeArticle Article { get; init; }
        public string? Outlet { get; init; }
        public string? IssueNumber { get; init; }
        public string? ProposedBy { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public ClockState? Clock { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(KnowledgeArticle.LongestTitle), Display(Name = "training.articleTitle")]
        public string Title { get; set; } = "";

        [Required, StringLength(KnowledgeArticle.LongestBody), Display(Name = "training.articleBody")]
        public string Body { get; set; } = "";

        [StringLength(KnowledgeArticle.LongestKeywords), Display(Name = "training.keywords")]
        public string? Keywords { get; set; }

        [Required, Display(Name = "training.decider")]
        public Guid? Outlet { get; set; }

        public KnowledgeText Text => new(Title, Body, Keywords);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return Contract is null && Issue is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        Input.Outlet = About?.OutletId.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["articleTitle", "articleBody", "keywords", "articleState", "inForce", "decider", "proposedBy", "changedAt", "issue"];
        return ListDownload.Of("knowledge", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Article.Title, l.Article.Body, l.Article.Keywords, text.Of(l.Article.State), l.Article.InForce, l.Outlet, l.ProposedBy,
            text.Instant(l.Article.ChangedAt), l.IssueNumber]), format);
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ChooseAsync(cancel) || (Input.Outlet is { } wanted && (await contracts.OutletsAsync(Desk!.Contract, cancel)).All(o => o.Id.Value != wanted)))
        {
            return NotFound();
        }

        try
        {
            if (ModelState.IsValid)
            {
                var article = await desk.ProposeAsync(Desk!, new OutletId(Input.Outlet!.Value), About?.Id, Input.Text, cancel);
                TempData["Flash"] = text["training.proposed", KnowledgeArticle.WorkingDays];
                return RedirectToPage("Article", new { id = article.Id });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task<bool> ChooseAsync(CancellationToken cancel)
    {
        if (Issue is { } id)
        {
            About = await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == new IssueId(id), cancel);
            if (About is null)
            {
                return false;
            }
        }

        Desk = await contracts.ChooseAsync(About?.ContractId.Value ?? Contract, cancel);
        return Desk is not null;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Outlets = MayPropose ? await contracts.OutletsAsync(Desk!.Contract, cancel) : [];
    }

    /// <summary>What waits for a decision first, then the newest. An article that nobody approved yet is a proposal, not knowledge.</summary>
    private IQueryable<Line> Found()
    {
        var (id, issue, q) = (Desk!.Contract.Id, About?.Id, Q?.Trim());
        return
            from article in db.KnowledgeArticles.AsNoTracking()
            where article.ContractId == id && (issue == null || article.IssueId == issue)
                && (State == null ? article.State != KnowledgeState.Retired : article.State == State)
                && (string.IsNullOrEmpty(q) || article.Title.Contains(q) || article.Body.Contains(q) || (article.Keywords != null && article.Keywords.Contains(q)))
            let version = db.KnowledgeVersions.FirstOrDefault(v => v.ArticleId == article.Id && v.Number == article.Latest)
            let owed = db.Obligations.FirstOrDefault(o => o.Id == version!.ObligationId)
            orderby article.State != KnowledgeState.Proposed, article.ChangedAt descending
            select new Line
            {
                Article = article, ProposedBy = version!.ProposedBy, DueAt = owed!.DueAt, Clock = (ClockState?)owed.State,
                Outlet = db.Outlets.Where(o => o.Id == article.OutletId).Select(o => o.Name).FirstOrDefault(),
                IssueNumber = db.Issues.Where(i => i.Id == article.IssueId).Select(i => i.Number).FirstOrDefault(),
            };
    }
}
