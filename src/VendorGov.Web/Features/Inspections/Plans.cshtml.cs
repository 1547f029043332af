using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Training plans for items that a whole team misses, with the rate before and after.</summary>
[Permission(Permission.ViewInspections)]
public sealed class PlansModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<ItemPlan> Plans { get; private set; } = [];

    public QaFormBody Form { get; private set; } = DefaultQaForm.Body;

    public bool MayPlan => user.Can(Permission.AnswerInspection);

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

        await LoadAsync(cancel);
        string[] head = ["item", "monthOf", "beforeFull", "beforeScored", "measure", "trainedOn", "afterFull", "afterScored"];
        return ListDownload.Of("training-plans", head.Select(h => text[$"inspections.column.{h}"]), Plans.Select(p => (IReadOnlyList<object?>)[
            p.Code, p.Month.ToString(), p.BeforeFull, p.BeforeScored, p.Measure, p.TrainedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), p.AfterFull, p.AfterScored]), format);
    }

    [Permission(Permission.AnswerInspection)]
    public async Task<IActionResult> OnPostAsync(Guid plan, string? measure, DateOnly? trainedOn, CancellationToken cancel)
    {
        var found = await db.ItemPlans.SingleOrDefaultAsync(p => p.Id == plan, cancel);
        Desk = found is null ? null : await contracts.ChooseAsync(found.ContractId.Value, cancel);
        if (found is null || Desk is null)
        {
            return NotFound();
        }

        try
        {
            found.Plan(Refusal.Within(measure, 1000), trainedOn, user.Name);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
            return RedirectToPage(new { contract = found.ContractId.Value });
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
        var id = Desk!.Contract.Id;
        Plans = await db.ItemPlans.AsNoTracking().Where(p => p.ContractId == id).OrderBy(p => p.ClosedAt != null).ThenByDescending(p => p.OpenedAt).ThenBy(p => p.Code).Take(200).ToListAsync(cancel);
        Form = await db.QaForms.AsNoTracking().Where(f => f.PublishedAt != null).OrderByDescending(f => f.Number).Select(f => f.Body).FirstOrDefaultAsync(cancel) ?? Form;
    }
}
