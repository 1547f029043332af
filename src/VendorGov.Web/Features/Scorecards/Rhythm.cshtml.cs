using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>On which working days scorecards are drafted, reviewed, ruled on and published.</summary>
[Permission(Permission.ManageScorecards)]
public sealed class RhythmModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public sealed class Form
    {
        [Required, Range(1, ScorecardRhythm.MostDays), Display(Name = "scorecards.rhythm.drafting")]
        public int? Drafting { get; set; }

        [Required, Range(0, ScorecardRhythm.MostDays), Display(Name = "scorecards.rhythm.hold")]
        public int? Hold { get; set; }

        [Required, Range(1, ScorecardRhythm.MostDays), Display(Name = "scorecards.rhythm.review")]
        public int? Review { get; set; }

        [Required, Range(1, ScorecardRhythm.MostDays), Display(Name = "scorecards.rhythm.ruling")]
        public int? Ruling { get; set; }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var days = (await db.ScorecardRhythms.AsNoTracking().SingleOrDefaultAsync(cancel))?.Days ?? RhythmDays.Default;
        (Input.Drafting, Input.Hold, Input.Review, Input.Ruling) = (days.Drafting, days.Hold, days.Review, days.Ruling);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var days = new RhythmDays(Input.Drafting!.Value, Input.Hold!.Value, Input.Review!.Value, Input.Ruling!.Value);
            if (await db.ScorecardRhythms.SingleOrDefaultAsync(cancel) is { } rhythm)
            {
                rhythm.Set(days);
            }
            else
            {
                db.ScorecardRhythms.Add(new ScorecardRhythm(user.TenantId, days));
            }

            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["scorecards.rhythm.saved"];
            return RedirectToPage();
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }
}
