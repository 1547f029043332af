using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Referrals;

/// <summary>Refers a finding of an issue to another department, with a due date in working days.</summary>
[Permission(Permission.HandleCases)]
public sealed class AddModel(AppDb db, ClockFacesLoader faces, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class NewReferral
    {
        [Required, Display(Name = "referrals.col.department")]
        public Department? Department { get; set; }

        [StringLength(120), Display(Name = "referrals.col.person")]
        public string? Person { get; set; }

        [Required, StringLength(2000), Display(Name = "referrals.col.finding")]
        public string? Finding { get; set; }

        [Required, Range(1, Referral.LongestDays), Display(Name = "referrals.days")]
        public int? Days { get; set; } = 3;
    }

    [BindProperty]
    public NewReferral Input { get; set; } = new();

    public Issue Issue { get; private set; } = null!;

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var office = (await faces.OfAsync(Issue.ContractId, Issue.TermsVersionId, cancel)).Office;
            var by = new Author(user.Id, user.Name, user.Side);
            var referral = Referral.To(Input.Department!.Value, Input.Person, Input.Finding!, Input.Days!.Value, Issue, by, office, Now);
            Issue.NoteReferral(IssueEventKind.Referred, by, Now);
            db.Referrals.Add(referral);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["referrals.added", text.Instant(referral.DueAt, Now)];
            return RedirectToPage("Details", new { id = referral.Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
            return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        Issue = (await db.Issues.FirstOrDefaultAsync(i => i.Id == key, cancel))!;
        return Issue is not null;
    }
}
