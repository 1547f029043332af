using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Promises;

/// <summary>One promise: kept with proof, broken or withdrawn with a reason.</summary>
[Permission(Permission.ViewIssues)]
public sealed class DetailsModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class Settling
    {
        public int Version { get; set; }

        public string? Words { get; set; }

        /// <summary>When it was kept: local wall-clock time of the reader.</summary>
        public string? At { get; set; }
    }

    [BindProperty(Name = "")]
    public Settling Input { get; set; } = new();

    public PromiseRow Row { get; private set; } = null!;

    public Promise Promise => Row.Promise;

    /// <summary>The form that was refused; it stays open with what was typed.</summary>
    public string? Refused { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MaySettle => user.Can(Permission.HandleCases) && Promise.State == PromiseState.Open;

    private Author Me => new(user.Id, user.Name, user.Side);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel) => ActAsync(id, "Keep", p => p.Keep(
        Me, Input.Words, LocalTime.Read(Input.At, user.Zone, Now) ?? throw new RuleViolationException("promise-kept-time"), Now), cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostBreakAsync(Guid id, CancellationToken cancel) => ActAsync(id, "Break", p => p.Break(Me, Input.Words, Now), cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        ActAsync(id, "Withdraw", p => p.Withdraw(Me, Input.Words, Now), cancel);

    private async Task<IActionResult> ActAsync(Guid id, string form, Action<Promise> act, CancellationToken cancel)
    {
        if (await db.Promises.FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } promise)
        {
            return NotFound();
        }

        db.Entry(promise).Property(p => p.Version).OriginalValue = Input.Version;
        try
        {
            if (Input.Words?.Length > 2000)
            {
                throw new RuleViolationException("text-too-long", 2000);
            }

            act(promise);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["promises.done." + form];
            return RedirectToPage(new { id });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        Refused = form;
        db.ChangeTracker.Clear();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Row = (await PromiseList.ReadAsync(db, db.Promises.AsNoTracking().Where(p => p.Id == id), cancel)).FirstOrDefault()!;
        return Row is not null;
    }
}
