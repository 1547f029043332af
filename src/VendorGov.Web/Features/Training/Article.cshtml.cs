using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>One knowledge article with its versions: the outlet decides on a proposal, the vendor proposes the next version.</summary>
[Permission(Permission.ViewTraining)]
public sealed class ArticleModel(AppDb db, StaffContracts contracts, KnowledgeDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public StaffContract Desk { get; private set; } = null!;

    public KnowledgeArticle Article { get; private set; } = null!;

    public Obligation? Owed { get; private set; }

    public string? Outlet { get; private set; }

    public string? IssueNumber { get; private set; }

    public KnowledgeVersion Latest => Article.Versions.Single(v => v.Number == Article.Latest);

    public bool MayDecide { get; private set; }

    public bool MayRevise => user.Can(Permission.ManageTraining) && Article.State is KnowledgeState.Approved or KnowledgeState.Returned;

    public sealed class Form
    {
        [Required, StringLength(KnowledgeArticle.LongestTitle), Display(Name = "training.articleTitle")]
        public string Title { get; set; } = "";

        [Required, StringLength(KnowledgeArticle.LongestBody), Display(Name = "training.articleBody")]
        public string Body { get; set; } = "";

        [StringLength(KnowledgeArticle.LongestKeywords), Display(Name = "training.keywords")]
        public string? Keywords { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        Input = new Form { Title = Latest.Title, Body = Latest.Body, Keywords = Latest.Keywords };
        return Page();
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await ReadAsync(cancel)
        ? await TryAsync(() => desk.ReviseAsync(Desk, Article, new KnowledgeText(Input.Title, Input.Body, Input.Keywords), cancel), "training.revised")
        : NotFound();

    [Permission(Permission.DirectTraining)]
    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) =>
        DecideAsync(() => desk.ApproveAsync(Desk, Article, cancel), "training.articleApproved", cancel);

    [Permission(Permission.DirectTraining)]
    public Task<IActionResult> OnPostReturnAsync(string? reason, CancellationToken cancel) => DecideAsync(
        () => desk.ReturnAsync(Desk, Article, Refusal.Within(reason, 1000), cancel), "training.articleReturned", cancel);

    [Permission(Permission.DirectTraining)]
    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancel) =>
        DecideAsync(() => desk.RetireAsync(Desk, Article, cancel), "training.articleRetired", cancel);

    /// <summary>The outlet that was asked, or who speaks for it.</summary>
    private async Task<IActionResult> DecideAsync(Func<Task> act, string told, CancellationToken cancel)
    {
        ModelState.Clear();
        return await ReadAsync(cancel) && MayDecide ? await TryAsync(act, told) : NotFound();
    }

    private async Task<IActionResult> TryAsync(Func<Task> act, string told)
    {
        try
        {
            if (ModelState.IsValid)
            {
                await act();
                TempData["Flash"] = text[told];
                return RedirectToPage(new { id = Id });
            }
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        var article = await db.KnowledgeArticles.Include(a => a.Versions).SingleOrDefaultAsync(a => a.Id == Id, cancel);
        if (article is null || await contracts.ChooseAsync(article.ContractId.Value, cancel) is not { } chosen)
        {
            return false;
        }

        (Article, Desk) = (article, chosen);
        var owed = Latest.ObligationId;
        Owed = await db.Obligations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == owed, cancel);
        Outlet = await db.Outlets.Where(o => o.Id == article.OutletId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        IssueNumber = await db.Issues.Where(i => i.Id == article.IssueId).Select(i => i.Number).FirstOrDefaultAsync(cancel);
        MayDecide = user.Can(Permission.DirectTraining) && Outlet is not null;
        return true;
    }
}
