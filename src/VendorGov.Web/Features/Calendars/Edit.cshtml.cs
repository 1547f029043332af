using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Calendars;

/// <summary>
/// Edits a calendar from today on, or begins one. A notice that is uploaded fills in the form; a preview shows a month of what the
/// form says; only saving makes a version.
/// </summary>
[Permission(Permission.ManageContracts)]
public sealed class EditModel(AppDb db, CalendarDesk desk, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public CalendarForm Input { get; set; } = new();

    /// <summary>The version that the form was drawn up from.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public IFormFile? Notice { get; set; }

    [BindProperty]
    public string? PreviewMonth { get; set; }

    /// <summary>Null for a new calendar.</summary>
    public CalendarVersion? Current { get; private set; }

    public CalendarMonth? Preview { get; private set; }

    /// <summary>What the uploaded notice brought; null where none was.</summary>
    public string? Taken { get; private set; }

    public DateOnly Today { get; private set; }

    public int PastExceptions => Current?.Definition.Exceptions?.Count(e => e.Date < Today) ?? 0;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Input = CalendarForm.Of(Current?.Definition ?? DefaultCalendars.WeekdaysOnly(user.Zone.Id, "09:00", "18:00"), Current?.Name ?? "", Today);
        BasedOn = Current?.Number ?? 0;
        PreviewMonth = YearMonth.Of(Today).ToString();
        return Page();
    }

    /// <summary>A month of what the form says; nothing is saved.</summary>
    public Task<IActionResult> OnPostPreviewAsync(Guid? id, CancellationToken cancel) => FormAsync(id, () => Task.FromResult<IActionResult?>(null), cancel);

    /// <summary>Fills the form in from a public-holiday notice; nothing is saved.</summary>
    public Task<IActionResult> OnPostNoticeAsync(Guid? id, CancellationToken cancel) => FormAsync(
        id,
        () =>
        {
            Take();
            return Task.FromResult<IActionResult?>(null);
        },
        cancel);

    public Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel) => FormAsync(id, () => SaveAsync(cancel), cancel);

    /// <summary>Reads, lets the form be worked on, and shows it again with a preview unless the work leads elsewhere.</summary>
    private async Task<IActionResult> FormAsync(Guid? id, Func<Task<IActionResult?>> work, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            try
            {
                if (await work() is { } done)
                {
                    return done;
                }
            }
            catch (RuleViolationException violation)
            {
                ModelState.AddModelError("", text.Rule(violation));
            }
            catch (TabularRefusedException refused)
            {
                ModelState.AddModelError(nameof(Notice), text[refused.TextKey, [.. refused.Arguments]]);
            }
            catch (DbUpdateException)
            {
                ModelState.AddModelError("", text["shared.conflict"]);
            }
        }

        TryPreview();
        return Page();
    }

    private async Task<IActionResult?> SaveAsync(CancellationToken cancel)
    {
        if (Current is null)
        {
            return await CreateAsync(cancel);
        }

        if (BasedOn != Current.Number)
        {
            ModelState.AddModelError("", text["calendars.movedOn", Current.Number]);
            ModelState.Remove(nameof(BasedOn));
            BasedOn = Current.Number;
            return null;
        }

        var (version, moved) = await desk.ReviseAsync(Current, Input.Build(Current.Definition, Today), cancel);
        TempData["Flash"] = text["calendars.saved", version.Number, moved];
        return RedirectToPage("Details", new { id = version.Id.Value });
    }

    private async Task<IActionResult?> CreateAsync(CancellationToken cancel)
    {
        var name = (Input.Name ?? "").Trim();
        if (name.Length == 0)
        {
            ModelState.AddModelError("Input.Name", text["shared.required", text["calendars.name"]]);
            return null;
        }

        if (await db.CalendarVersions.AnyAsync(c => c.Name == name, cancel))
        {
            ModelState.AddModelError("Input.Name", text["calendars.nameTaken"]);
            return null;
        }

        var version = await desk.CreateAsync(name, Input.Build(null, Today), cancel);
        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage("Details", new { id = version.Id.Value });
    }

    private void Take()
    {
        if (Notice is null)
        {
            ModelState.AddModelError(nameof(Notice), text["calendars.noFile"]);
            return;
        }

        using var content = Notice.OpenReadStream();
        var notice = NoticeFile.Read(content, Notice.FileName);
        var taken = CalendarRevision.Take(Input.Build(Current?.Definition, Today), notice, Today);
        var coming = notice.Days.Where(d => d.Date >= Today).ToList();
        Taken = text["calendars.taken", string.Join(" ", notice.Years), coming.Count(d => !d.Works), coming.Count(d => d.Works), notice.Days.Count - coming.Count];
        ModelState.Clear();
        Input = CalendarForm.Of(taken, Input.Name ?? "", Today);
        PreviewMonth = coming.Count > 0 ? YearMonth.Of(coming[0].Date).ToString() : PreviewMonth;
    }

    /// <summary>A form that cannot be read has no preview; what is wrong with it stands beside it.</summary>
    private void TryPreview()
    {
        var month = YearMonth.TryParse(PreviewMonth, out var asked) ? asked : YearMonth.Of(Today);
        var definition = Input.Build(Current?.Definition, Today);
        try
        {
            Preview = CalendarMonth.Of(
                Current is null || ModelState.ErrorCount > 0 ? definition : Kept(Current.Definition, definition), month);
        }
        catch (RuleViolationException violation)
        {
            if (ModelState.ErrorCount == 0)
            {
                ModelState.AddModelError("", text.Rule(violation));
            }
        }
    }

    /// <summary>With the past as it stays, where something differs.</summary>
    private CalendarDefinition Kept(CalendarDefinition current, CalendarDefinition wished)
    {
        try
        {
            return CalendarRevision.Of(current, wished, Today);
        }
        catch (RuleViolationException e) when (e.Rule == "calendar-unchanged")
        {
            return current;
        }
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);
        if (id is not { } key)
        {
            return true;
        }

        Current = await desk.LatestAsync(CalendarVersionId.From(key), cancel);
        if (Current is null)
        {
            return false;
        }

        Today = desk.Today(Current.Definition);
        // Fixed once clocks count by it.
        (Input.TimeZone, Input.AlwaysOpen) = (Current.Definition.TimeZone, Current.Definition.AlwaysOpen);
        return true;
    }
}
