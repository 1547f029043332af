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

namespace VendorGov.Web.Features.Callbacks;

/// <summary>Plans a callback to the customer of an issue.</summary>
[Permission(Permission.HandleCases)]
public sealed class AddModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class NewCallback
    {
        [Required, StringLength(1000), Display(Name = "callbacks.col.topic")]
        public string? Topic { get; set; }

        /// <summary>Local wall-clock time of the reader.</summary>
        [Required, Display(Name = "callbacks.col.due")]
        public string? Due { get; set; }
    }

    [BindProperty]
    public NewCallback Input { get; set; } = new();

    public Issue Issue { get; private set; } = null!;

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Input.Due = LocalTime.Field(Now.AddHours(24), user.Zone);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var due = ModelState.Time("Input.Due", Input.Due, user.Zone, text);
        if (!ModelState.IsValid || due is not { } until)
        {
            return Page();
        }

        try
        {
            db.Callbacks.Add(Callback.Plan(Issue, Input.Topic!, until, new Author(user.Id, user.Name, user.Side), Now));
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["callbacks.added", text.Instant(until, Now)];
            return RedirectToPage("Index", new { Issue = id });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule == "callback-past" ? "Input.Due" : "", text.Rule(violation));
            return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        Issue = (await db.Issues.AsNoTracking().FirstOrDefaultAsync(i => i.Id == key, cancel))!;
        return Issue is not null;
    }
}
