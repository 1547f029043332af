using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Faults;

/// <summary>Customers who could not be served during a fault: entered, pasted or imported, and each ticked off with time and result.</summary>
[Permission(Permission.ViewIssues)]
public sealed class MissedModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    private const long MaxBytes = 2 * 1024 * 1024;

    public sealed class Entry
    {
        /// <summary>A row of the list.</summary>
        public Guid? Item { get; set; }

        public MissedResult? Result { get; set; }

        public string? Words { get; set; }

        public string? Lines { get; set; }
    }

    [BindProperty(Name = "")]
    public Entry Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public Issue Issue { get; private set; } = null!;

    public Fault Fault { get; private set; } = null!;

    public IReadOnlyList<MissedContact> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public int Total { get; private set; }

    public int Called { get; private set; }

    public List<SheetProblem> Problems { get; } = [];

    /// <summary>The row whose number is shown in full on this answer alone.</summary>
    public Guid? Revealed { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayWrite => user.Can(Permission.HandleCases) && Issue.State != IssueState.Withdrawn;

    /// <summary>A fault that nobody described yet has no list: its page comes first.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel))
        {
            return await ShowAsync(cancel);
        }

        return Issue?.ProblemType == ProblemType.TechnicalFault ? RedirectToPage("Details", new { id }) : NotFound();
    }

    public async Task<IActionResult> OnGetTemplateAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel)
        ? File(MissedSheet.Template(text), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text["faults.templateFile"] + ".xlsx")
        : NotFound();

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        string[] heads = ["at", "phone", "name", "waybill", "called", "result", "by", "words"];
        var rows = await db.MissedContacts.AsNoTracking().Where(m => m.IssueId == Issue.Id).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(cancel);
        DateTime? Wall(DateTimeOffset? at) => at is { } x ? TimeZoneInfo.ConvertTime(x, user.Zone).DateTime : null;
        return ListDownload.Of($"{text["faults.missedFile"]}-{Issue.Number}", heads.Select(h => text["faults.mcol." + h]), rows.Select(m => (IReadOnlyList<object?>)
            [Wall(m.At), PersonalData.MaskPhone(m.CustomerPhone), PersonalData.MaskName(m.CustomerName), m.Waybill, Wall(m.CalledAt), text.Of(m.Result), m.CalledByName, m.Words]), format);
    }

    /// <summary>Lines typed or pasted, or a file; one wrong row and nothing is written.</summary>
    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostAddAsync(Guid id, IFormFile? file, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var rows = await ReadAsync(file, cancel);
        if (ModelState.IsValid && Problems.Count == 0 && rows.Count == 0)
        {
            ModelState.AddModelError("lines", text["faults.nothing"]);
        }

        if (!ModelState.IsValid || Problems.Count > 0)
        {
            return await ShowAsync(cancel);
        }

        try
        {
            var added = await MissedSheet.KeepAsync(db, Fault, rows, user.Name, Now, cancel);
            TempData["Flash"] = text["faults.added", added, rows.Count - added];
            return RedirectToPage(new { id });
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", text["cases.changedMeanwhile"]);
            return await ShowAsync(cancel);
        }
    }

    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostRevealAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || await RowAsync(cancel) is not { } row)
        {
            return NotFound();
        }

        db.AddBatchEntry("revealed", nameof(MissedContact), row.Id.ToString("D"), new { Issue.Number });
        await db.SaveChangesAsync(cancel);
        Revealed = row.Id;
        return await ShowAsync(cancel);
    }

    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostCalledAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || await RowAsync(cancel) is not { } row)
        {
            return NotFound();
        }

        try
        {
            if (Input.Words?.Length > 1000)
            {
                throw new RuleViolationException("text-too-long", 1000);
            }

            var left = await db.MissedContacts.CountAsync(m => m.IssueId == Issue.Id && m.CalledAt == null && m.Id != row.Id, cancel);
            var all = await db.MissedContacts.CountAsync(m => m.IssueId == Issue.Id, cancel);
            Issue.CallMissed(row, Input.Result ?? MissedResult.Reached, Input.Words, left, text["faults.allCalled", all], new Author(user.Id, user.Name, user.Side), Now);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[left == 0 ? "faults.lastCalled" : "faults.ticked"];
            return RedirectToPage(new { id, All, p = PageNumber });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }
    }

    private Task<MissedContact?> RowAsync(CancellationToken cancel) =>
        db.MissedContacts.FirstOrDefaultAsync(m => m.Id == Input.Item && m.IssueId == Issue.Id, cancel);

    private async Task<List<MissedSheet.Row>> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 })
        {
            return MissedSheet.Paste(Input.Lines ?? "", user.Zone, Now, Problems, text);
        }

        if (file.Length > MaxBytes)
        {
            ModelState.AddModelError("file", text["file.too-big", MaxBytes / (1024 * 1024)]);
            return [];
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        try
        {
            return MissedSheet.Read(bytes.ToArray(), file.FileName, user.Zone, Now, Problems, text);
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
            return [];
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        Fault = (await db.Faults.FirstOrDefaultAsync(f => f.IssueId == key, cancel))!;
        Issue = (await db.Issues.Include(i => i.Checklist).FirstOrDefaultAsync(i => i.Id == key, cancel))!;
        return Fault is not null && Issue is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var rows = db.MissedContacts.AsNoTracking().Where(m => m.IssueId == Issue.Id);
        Total = await rows.CountAsync(cancel);
        Called = await rows.CountAsync(m => m.CalledAt != null, cancel);
        Paging = Paging.Of(PageNumber, All ? Total : Total - Called);
        Rows = await rows.Where(m => All || m.CalledAt == null).OrderBy(m => m.CalledAt != null).ThenBy(m => m.At).ThenBy(m => m.Id)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }
}
