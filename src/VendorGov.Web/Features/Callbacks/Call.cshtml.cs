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
using VendorGov.Web.Shared.Cases;

namespace VendorGov.Web.Features.Callbacks;

/// <summary>One callback, made for somebody who calls all day: result by one key, and the next one is there.</summary>
[Permission(Permission.ViewIssues)]
public sealed class CallModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const int LongestWords = 1000;

    public sealed class Outcome
    {
        public int Version { get; set; }

        public int? Score { get; set; }

        public string? Words { get; set; }

        /// <summary>Local wall-clock time of the reader; blank gives up.</summary>
        public string? Retry { get; set; }
    }

    [BindProperty(Name = "")]
    public Outcome Input { get; set; } = new();

    /// <summary>What the caller's list is narrowed to; the next callback is of the same.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Vendor { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Outlet { get; set; }

    public Callback Callback { get; private set; } = null!;

    public CaseParties Parties { get; private set; } = null!;

    public int Left { get; private set; }

    public int DoneToday { get; private set; }

    public (Guid Id, string Number)? Issue { get; private set; }

    /// <summary>The customer is shown in full on this answer alone.</summary>
    public bool Revealed { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayCall => user.Can(Permission.HandleCases) && Callback.State == CallbackState.Due;

    private Author Me => new(user.Id, user.Name, user.Side);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Input.Retry = LocalTime.Field(Now.AddHours(2), user.Zone);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostRevealAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        db.AddBatchEntry("revealed", nameof(Callback), id.ToString("D"), new { Callback.Topic });
        await db.SaveChangesAsync(cancel);
        Input.Retry = LocalTime.Field(Now.AddHours(2), user.Zone);
        Revealed = true;
        return Page();
    }

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostReachedAsync(Guid id, CancellationToken cancel) => ActAsync(id, callback =>
    {
        var topic = text["callbacks.topic.callback", Input.Score ?? 0, callback.Topic];
        if (callback.Reach(Me, Input.Score, Input.Words, topic.Length > 1000 ? topic[..1000] : topic, Now) is { } next)
        {
            db.Callbacks.Add(next);
        }
    }, cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostMissedAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, callback => callback.Miss(Me, Input.Words, LocalTime.Read(Input.Retry, user.Zone), Now), cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, callback => callback.Cancel(Me, Input.Words, Now), cancel);

    /// <summary>Saves, hands the next one out and shows it; the plan where nothing is left.</summary>
    private async Task<IActionResult> ActAsync(Guid id, Action<Callback> act, CancellationToken cancel)
    {
        if (await db.Callbacks.FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } callback)
        {
            return NotFound();
        }

        db.Entry(callback).Property(c => c.Version).OriginalValue = Input.Version;
        try
        {
            if (Input.Words?.Length > LongestWords)
            {
                throw new RuleViolationException("text-too-long", LongestWords);
            }

            act(callback);
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
            db.ChangeTracker.Clear();
            return await LoadAsync(id, cancel) ? Page() : NotFound();
        }

        return await NextAsync(callback, cancel);
    }

    private async Task<IActionResult> NextAsync(Callback done, CancellationToken cancel)
    {
        TempData["Flash"] = text[done.IsLow ? "callbacks.savedLow" : "callbacks.saved"];
        if (await CallbackList.NextAsync(db, user.Id, Vendor, Outlet, Now, cancel) is not { } next)
        {
            return RedirectToPage("Index", new { Vendor, Outlet });
        }

        next.Claim(user.Id, Now);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage(new { id = next.Id, Vendor, Outlet });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Callbacks.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } callback)
        {
            return false;
        }

        Callback = callback;
        Parties = await CaseParties.LoadAsync(db, cancel);
        Left = await db.Callbacks.CountAsync(c => c.State == CallbackState.Due, cancel);
        var today = LocalTime.Start(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, user.Zone).DateTime), user.Zone);
        DoneToday = await db.Callbacks.CountAsync(c => c.DoneAt >= today && c.DoneByName == user.Name, cancel);
        if (callback.IssueId is { } issue)
        {
            var number = await db.Issues.Where(i => i.Id == issue).Select(i => i.Number).FirstOrDefaultAsync(cancel);
            Issue = number is null ? null : (issue.Value, number);
        }

        return true;
    }
}
