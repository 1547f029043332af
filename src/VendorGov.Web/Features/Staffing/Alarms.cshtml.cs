using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Alarms about half hours in which too few were there, with what the vendor did about each.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class AlarmsModel(AppDb db, StaffContracts contracts, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unanswered { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<ShortfallAlarm> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayAnswer => user.Can(Permission.ManageStaffing);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["date", "interval", "channel", "required", "scheduled", "present", "answer"];
        return ListDownload.Of("shortfalls", head.Select(h => text[$"staffing.column.{h}"]), (await Found().ToListAsync(cancel)).Select(a => (IReadOnlyList<object?>)[
            a.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), HalfHours.Label(a.Interval), text.Of(a.Channel), a.Required, a.Scheduled, a.Present, a.Answer]), format);
    }

    [Permission(Permission.ManageStaffing)]
    public async Task<IActionResult> OnPostAsync(Guid alarm, string? answer, CancellationToken cancel)
    {
        var found = await db.ShortfallAlarms.SingleOrDefaultAsync(a => a.Id == alarm, cancel);
        Desk = found is null ? null : await contracts.ChooseAsync(found.ContractId.Value, cancel);
        if (found is null || Desk is null)
        {
            return NotFound();
        }

        try
        {
            found.Respond(Refusal.Within(answer, 400), user.Name, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
            return RedirectToPage(new { contract = Contract, unanswered = Unanswered ? "true" : null });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private IQueryable<ShortfallAlarm> Found()
    {
        var id = Desk!.Contract.Id;
        return db.ShortfallAlarms.AsNoTracking().Where(a => a.ContractId == id && (!Unanswered || a.AnsweredAt == null))
            .OrderByDescending(a => a.Date).ThenByDescending(a => a.Interval).ThenBy(a => a.Channel);
    }
}
