using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Versions of the brand pack with their signatures, and the brand course of each quarter.</summary>
[Permission(Permission.ViewTraining)]
[RequestSizeLimit(BrandDesk.MaxBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = BrandDesk.MaxBytes + (1024 * 1024))]
public sealed class BrandModel(AppDb db, StaffContracts contracts, BrandDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<BrandPack> Packs { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<QuarterLine> Quarters { get; private set; } = [];

    public bool MayPublish => user.Can(Permission.DirectTraining);

    public sealed class QuarterLine
    {
        public required BrandQuarter Quarter { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public ClockState Clock { get; init; }
        public int Sessions { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(BrandPack.LongestTitle), Display(Name = "training.packTitle")]
        public string Title { get; set; } = "";

        [Required, StringLength(BrandPack.LongestRules), Display(Name = "training.rules")]
        public string Rules { get; set; } = "";

        [Required, Display(Name = "training.signBy")]
        public DateOnly? SignBy { get; set; }

        /// <summary>For every contract that the publisher sees and that is in force.</summary>
        public bool All { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        Input = new Form { SignBy = Desk.Today.AddDays(7), Title = Packs.Count > 0 ? Packs[0].Title : "", Rules = Packs.Count > 0 ? Packs[0].Rules : "" };
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["packNumber", "packTitle", "publishedBy", "publishedAt", "signBy", "signedBy", "signedAt"];
        return ListDownload.Of("brand-packs", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(p => (IReadOnlyList<object?>)[
            p.Number, p.Title, p.PublishedBy, text.Instant(p.PublishedAt), text.Date(p.SignBy), p.SignedBy, text.Instant(p.SignedAt)]), format);
    }

    [Permission(Permission.DirectTraining)]
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        try
        {
            if (ModelState.IsValid)
            {
                var to = Input.All ? Contracts.Where(c => c.Contract.InForceDuring(c.Month)).Select(c => c.Contract).ToList() : [Desk.Contract];
                await desk.PublishAsync(to, new BrandContent(Input.Title, Input.Rules, Input.SignBy!.Value), file, cancel);
                TempData["Flash"] = text["training.packPublished", to.Count];
                return RedirectToPage(new { contract = Contract });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (TabularRefusedException e)
        {
            ModelState.AddModelError("file", text[e.TextKey, [.. e.Arguments]]);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
            db.ChangeTracker.Clear();
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (found, id) = (Found(), Desk!.Contract.Id);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Packs = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Quarters = await (
            from quarter in db.BrandQuarters.AsNoTracking()
            join owed in db.Obligations.AsNoTracking() on quarter.ObligationId equals owed.Id
            where quarter.ContractId == id
            orderby quarter.From descending
            select new QuarterLine
            {
                Quarter = quarter, DueAt = owed.DueAt, Clock = owed.State,
                Sessions = db.TrainingSessions.Count(s => s.ContractId == id && s.Date >= quarter.From && s.Date <= quarter.From.AddMonths(3).AddDays(-1)
                    && db.Courses.Any(c => c.Id == s.CourseId && c.Kind == Domain.Staffing.CertificateKind.Brand)),
            }).Take(8).ToListAsync(cancel);
    }

    private IQueryable<BrandPack> Found()
    {
        var id = Desk!.Contract.Id;
        return db.BrandPacks.AsNoTracking().Where(p => p.ContractId == id).OrderByDescending(p => p.Number);
    }
}
