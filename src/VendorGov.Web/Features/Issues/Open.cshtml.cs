using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Issues;

/// <summary>An outlet files an issue; the vendor's clocks start when it is sent.</summary>
[Permission(Permission.FileIssue)]
[RequestSizeLimit(EvidenceFile.MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFile.MaxFormBytes)]
public sealed class OpenModel(
    IssueFiling issues, EvidenceDesk desk, FilingPlaces filing, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class NewIssue
    {
        /// <summary>Outlet and contract as one choice, so that a combination that no contract covers cannot be made.</summary>
        [Required, Display(Name = "issues.place")]
        public string? Place { get; set; }

        [Required, Display(Name = "issues.type")]
        public ProblemType? Type { get; set; }

        /// <summary>Empty: as the playbook suggests.</summary>
        public Severity? Severity { get; set; }

        [Required, StringLength(200), Display(Name = "issues.titleField")]
        public string? Title { get; set; }

        [Required, StringLength(8000), Display(Name = "issues.description")]
        public string? Description { get; set; }

        [StringLength(2000), Display(Name = "issues.waybills")]
        public string? Waybills { get; set; }

        [StringLength(120), Display(Name = "issues.customerName")]
        public string? CustomerName { get; set; }

        [StringLength(40), RegularExpression(@"[0-9+()\- ]{5,40}"), Display(Name = "issues.customerPhone")]
        public string? CustomerPhone { get; set; }

        public CustomerTier? Tier { get; set; }
    }

    [BindProperty]
    public NewIssue Input { get; set; } = new();

    [BindProperty(Name = "")]
    public FileForm Attached { get; set; } = new();

    public IReadOnlyList<DraftFile> Drafts { get; private set; } = [];

    public IReadOnlyList<FilingPlaces.Place> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Places = await filing.AllAsync(cancel);
        Drafts = await desk.DraftsAsync(null, cancel);
        Input.Place = Places.Count == 1 ? Places[0].Key : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Places = await filing.AllAsync(cancel);
        Drafts = await Attached.TakeAsync(desk, null, text, sentence => ModelState.AddModelError("Attached.Files", sentence), cancel);
        var place = Places.FirstOrDefault(p => p.Key == Input.Place);
        if (place is null && !string.IsNullOrEmpty(Input.Place))
        {
            ModelState.AddModelError("Input.Place", text["issues.placeGone"]);
        }

        var waybills = FilingPlaces.Split(Input.Waybills);
        if (!FilingPlaces.Fit(waybills))
        {
            ModelState.AddModelError("Input.Waybills", text["issues.waybillsWrong"]);
        }

        if (!ModelState.IsValid || place is null)
        {
            return Page();
        }

        var playbook = Playbook.For(Input.Type!.Value);
        try
        {
            playbook.DemandEvidence(Input.Severity ?? playbook.DefaultSeverity, Drafts.Count);
        }
        catch (RuleViolationException missing)
        {
            ModelState.AddModelError("Attached.Files", text.Rule(missing));
            return Page();
        }

        try
        {
            var issue = await FileAsync(place, waybills, cancel);
            TempData["Flash"] = Sent(issue);
            return RedirectToPage("Details", new { id = issue.Id.Value });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
            return Page();
        }
    }

    private Task<Issue> FileAsync(FilingPlaces.Place place, IReadOnlyList<string> waybills, CancellationToken cancel)
    {
        var author = new Author(user.Id, user.Name, user.Side);
        return issues.FileAsync(
            place.Contract,
            ground => desk.TakeAlongAsync(
                Issue.Open(
                    new IssueReport(
                        ground.Number, Input.Type!.Value, Input.Severity ?? Playbook.For(Input.Type.Value).DefaultSeverity,
                        Input.Title!.Trim(), Input.Description!.Trim(), waybills, Blank(Input.CustomerName), Blank(Input.CustomerPhone), Input.Tier),
                    ground.Contract, place.Outlet, ground.Terms, ground.Faces, author, ground.Now),
                Attached.Files, author, cancel),
            cancel);
    }

    /// <summary>已提交，供应商须在 15:55 前确认, with the deadlines that follow.</summary>
    private string Sent(Issue issue)
    {
        var next = issue.Obligations.Where(o => o.DueAt is not null).OrderBy(o => o.DueAt).ToList();
        var dates = string.Join(text["issues.listComma"], next.Skip(1).Select(o => $"{text.Of(o.Kind)} {text.Instant(o.DueAt, clock.GetUtcNow())}"));
        return next.Count == 0
            ? text["issues.sentPlain", issue.Number]
            : text["issues.sent", issue.Number, text.Of(next[0].Kind), text.Instant(next[0].DueAt, clock.GetUtcNow()), dates];
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
