using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>What agents of a contract are taught, with pass mark and how long a certificate holds.</summary>
[Permission(Permission.ViewTraining)]
public sealed class CoursesModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Course> Courses { get; private set; } = [];

    public bool MayManage => user.Can(Permission.ManageTraining);

    public sealed class Form
    {
        [Required, StringLength(120), Display(Name = "training.course")]
        public string Title { get; set; } = "";

        public CertificateKind Kind { get; set; }

        [Range(1, 100), Display(Name = "training.passMark")]
        public int PassMark { get; set; } = 80;

        [Range(1, 60), Display(Name = "training.validMonths")]
        public int ValidMonths { get; set; } = 12;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        return Page();
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Courses.Add(new Course(Desk!.Contract, Input.Title, Input.Kind, Input.PassMark, Input.ValidMonths, Desk.Now));
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage(new { contract = Contract });
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostRetireAsync(Guid course, CancellationToken cancel)
    {
        if (await db.Courses.SingleOrDefaultAsync(c => c.Id == course, cancel) is not { } found || !await ReadAsync(cancel))
        {
            return NotFound();
        }

        found.Retire(Desk!.Now);
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["shared.saved"];
        return RedirectToPage(new { contract = Contract });
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        var id = Desk.Contract.Id;
        Courses = await db.Courses.AsNoTracking().Where(c => c.ContractId == id).OrderBy(c => c.RetiredAt != null).ThenBy(c => c.Title).ToListAsync(cancel);
        return true;
    }
}
