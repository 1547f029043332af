using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Training sessions of a contract with attendance and passes; the vendor plans them here.</summary>
[Permission(Permission.ViewTraining)]
public sealed class IndexModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Course> Courses { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayManage => user.Can(Permission.ManageTraining);

    public sealed class Line
    {
        public required TrainingSession Session { get; init; }
        public required string Course { get; init; }
        public int Attended { get; init; }
        public int Tested { get; init; }
        public int Passed { get; init; }
    }

    public sealed class Form
    {
        [Required, Display(Name = "training.course")]
        public Guid? Course { get; set; }

        [Required, Display(Name = "training.date")]
        public DateOnly? Date { get; set; }

        [Range(10, 600), Display(Name = "training.minutes")]
        public int Minutes { get; set; } = 60;

        [Required, StringLength(80), Display(Name = "training.trainer")]
        public string Trainer { get; set; } = "";

        [StringLength(120), Display(Name = "training.place")]
        public string? Place { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        Input.Date = Desk.Today.AddDays(1);
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

        string[] head = ["date", "course", "trainer", "minutes", "attended", "tested", "passed"];
        return ListDownload.Of("training", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Session.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), l.Course, l.Session.Trainer, l.Session.Minutes, l.Attended, l.Tested, l.Passed]), format);
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        var (contract, id) = (Desk?.Contract.Id, Input.Course);
        var course = contract is null || id is null ? null : await db.Courses.SingleOrDefaultAsync(c => c.Id == id && c.ContractId == contract, cancel);
        if (Desk is null || (id is not null && course is null))
        {
            return NotFound();
        }

        try
        {
            if (ModelState.IsValid)
            {
                var session = new TrainingSession(course!, Input.Date!.Value, Input.Minutes, Input.Trainer, Input.Place?.Trim(), Desk.Now);
                db.TrainingSessions.Add(session);
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text["shared.saved"];
                return RedirectToPage("Session", new { id = session.Id });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (found, id) = (Found(), Desk!.Contract.Id);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Courses = await db.Courses.AsNoTracking().Where(c => c.ContractId == id && c.RetiredAt == null).OrderBy(c => c.Title).ToListAsync(cancel);
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return
            from session in db.TrainingSessions.AsNoTracking()
            join course in db.Courses.AsNoTracking() on session.CourseId equals course.Id
            where session.ContractId == id
            orderby session.Date descending, course.Title
            select new Line
            {
                Session = session, Course = course.Title,
                Attended = db.TrainingResults.Count(r => r.SessionId == session.Id && r.Attended),
                Tested = db.TrainingResults.Count(r => r.SessionId == session.Id && r.Score != null),
                Passed = db.TrainingResults.Count(r => r.SessionId == session.Id && r.Passed),
            };
    }
}
