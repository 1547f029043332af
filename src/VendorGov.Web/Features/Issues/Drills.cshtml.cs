using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>Emergency drills: two a year for each contract, recorded by either side.</summary>
[Permission(Permission.ViewIssues)]
public sealed class DrillsModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public const int OwedAYear = 2;

    public sealed class NewDrill
    {
        [Required, Display(Name = "issues.contract")]
        public Guid? Contract { get; set; }

        [Required, Display(Name = "issues.drill.heldOn")]
        public DateOnly? HeldOn { get; set; }

        [Required, StringLength(1000), Display(Name = "issues.drill.scenario")]
        public string? Scenario { get; set; }

        [Required, StringLength(1000), Display(Name = "issues.drill.participants")]
        public string? Participants { get; set; }

        [Required, Range(0, 1440), Display(Name = "issues.drill.minutes")]
        public int? Minutes { get; set; }

        [StringLength(2000), Display(Name = "issues.drill.findings")]
        public string? Findings { get; set; }
    }

    public sealed record Contracted(ContractId Id, string Number, string? Vendor, int ThisYear);

    public sealed record Row(string Contract, string? Vendor, EmergencyDrill Drill);

    [BindProperty]
    public NewDrill Input { get; set; } = new();

    public IReadOnlyList<Contracted> Contracts { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, user.Zone).DateTime);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new NewDrill { HeldOn = Today, Contract = Contracts.Count == 1 ? Contracts[0].Id.Value : null };
    }

    [Permission(Permission.ReportEmergency)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var id = ContractId.From(Input.Contract ?? default);
        var contract = await db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (contract is null && Input.Contract is not null)
        {
            ModelState.AddModelError("Input.Contract", text["issues.drill.contractGone"]);
        }

        if (Input.HeldOn > Today)
        {
            ModelState.AddModelError("Input.HeldOn", text["issues.drill.future"]);
        }

        if (!ModelState.IsValid || contract is null)
        {
            return Page();
        }

        db.EmergencyDrills.Add(new EmergencyDrill(
            contract, Input.HeldOn!.Value, Input.Scenario!.Trim(), Input.Participants!.Trim(), Input.Minutes!.Value, Input.Findings?.Trim() ?? "", user.Name, Now));
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["issues.drill.done"];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var from = new DateOnly(Today.Year, 1, 1);
        Contracts = await db.Contracts.AsNoTracking().OrderBy(c => c.Number).Select(c => new Contracted(
            c.Id, c.Number, db.Vendors.Where(v => v.Id == c.VendorId).Select(v => v.Name).FirstOrDefault(),
            db.EmergencyDrills.Count(d => d.ContractId == c.Id && d.HeldOn >= from))).ToListAsync(cancel);
        var drills = await db.EmergencyDrills.AsNoTracking().OrderByDescending(d => d.HeldOn).Take(100).ToListAsync(cancel);
        var known = Contracts.ToDictionary(c => c.Id);
        Rows = [.. drills.Select(d => new Row(known.GetValueOrDefault(d.ContractId)?.Number ?? Text.None, known.GetValueOrDefault(d.ContractId)?.Vendor, d))];
    }
}
