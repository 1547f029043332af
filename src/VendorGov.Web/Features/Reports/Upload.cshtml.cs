using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Reports;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>Takes the file of one contract and month or week; the version's page tells what came of it.</summary>
[Permission(Permission.UploadReport)]
[RequestSizeLimit(MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class UploadModel(
    ReportPages pages, ReportDesk desk, ReportFiles files, AppDb db, CurrentUser user, NavCounts counts, TimeProvider clock, Text text) : PageModel
{
    /// <summary>Two files and the form around them.</summary>
    private const long MaxBytes = (2 * ReportReading.MaxBytes) + (1024 * 1024);

    [BindProperty(SupportsGet = true)]
    public Guid Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Period { get; set; } = "";

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public ReportHead Head { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } contract)
        {
            return NotFound();
        }

        DemandFiles();
        if (UploadAnswer.Wanted(Request))
        {
            // The file is judged to its end; the bell tells whoever left the page, and the line stays in the inbox of who stayed.
            VendorReport? kept = null;
            await UploadAnswer.WriteAsync(Response, async tell => await AnswerAsync(contract, tell, report => kept = report), seen => RingAsync(contract, kept, seen));
            return new EmptyResult();
        }

        return ModelState.IsValid && await ReceiveAsync(contract, null, cancellation) is { } report
            ? RedirectToPage("Details", new { id = report.Id.Value })
            : Page();
    }

    private async Task<Contract?> LoadAsync(CancellationToken cancellation)
    {
        var contract = await pages.ContractAsync(Contract, cancellation);
        if (contract is null || !ReportPeriod.TryParse(Period, out var period))
        {
            return null;
        }

        Head = await pages.HeadAsync(contract, period, text["reports.submit", period], cancellation);
        Versions = await pages.VersionsAsync(contract, period, null, cancellation);
        return contract;
    }

    private void DemandFiles()
    {
        bool IsCsv(IFormFile file) => file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        var problem = Files.Count == 0 ? "reports.file.missing"
            : Files.Count > 2 || (Files.Count == 2 && !Files.TrueForAll(IsCsv)) ? "reports.file.many"
            : Files.Exists(f => f.FileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) ? "reports.file.gz"
            : null;
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Files), text[problem]);
        }
    }

    private async Task<object> AnswerAsync(Contract contract, Action<ReportProgress> tell, Action<VendorReport> keep)
    {
        if (ModelState.IsValid && await ReceiveAsync(contract, tell, CancellationToken.None) is { } report)
        {
            keep(report);
            return new { location = Url.Page("Details", new { id = report.Id.Value }) };
        }

        return new { problems = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).Prepend(text["reports.nothingTaken"]) };
    }

    private async Task RingAsync(Contract contract, VendorReport? kept, bool seen)
    {
        db.ChangeTracker.Clear();
        var chosen = await db.NoticeSettings.AsNoTracking().SingleOrDefaultAsync(s => s.UserId == user.Id);
        if (chosen?.InPage(NoticeKind.Upload) == false)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var notice = new Notice(WorkNews.Uploaded(contract, kept, now), $"{Head.Period} {contract.Number}", user.Id, inPage: true, mailAt: null);
        if (seen)
        {
            notice.Read(now);
        }

        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        counts.Ring();
    }

    private async Task<VendorReport?> ReceiveAsync(Contract contract, Action<ReportProgress>? tell, CancellationToken cancellation)
    {
        List<UploadedFile> kept = [];
        try
        {
            foreach (var file in Files)
            {
                kept.Add(await files.KeepAsync(file, cancellation));
            }

            return await desk.ReceiveAsync(contract, Head.Period, kept[0], kept.ElementAtOrDefault(1), cancellation, tell);
        }
        catch (TabularRefusedException e)
        {
            ModelState.AddModelError(nameof(Files), text[e.TextKey, [.. e.Arguments]]);
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (Exception e) when (Storage.IsOutage(e))
        {
            await desk.DropUnusedAsync(kept, cancellation);
            throw;
        }
        catch (DbUpdateException)
        {
            // Somebody uploaded at the same moment and took the version number.
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        await desk.DropUnusedAsync(kept, cancellation);
        return null;
    }
}
