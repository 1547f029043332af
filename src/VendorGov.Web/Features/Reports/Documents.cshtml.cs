using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Reports;

/// <summary>What the reader may do with one document.</summary>
public sealed record DocumentActions(bool MayUpload, bool MayJudge, OwedDocument Document);

/// <summary>Quality reports and training records: what is owed, handed in, accepted or returned; headquarters demands them here.</summary>
[Permission(Permission.ViewReports)]
[RequestSizeLimit(DocumentDesk.MaxBytes + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentDesk.MaxBytes + (1024 * 1024))]
public sealed class DocumentsModel(AppDb db, DocumentDesk desk, ReportFiles files, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DocumentState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public NewDemand Demand { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<DemandLine> Demands { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Contracts { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayUpload => user.Can(Permission.UploadReport);

    public bool MayJudge => user.Can(Permission.JudgeReport);

    public sealed class NewDemand
    {
        [Required]
        public Guid? Contract { get; set; }

        [Required]
        public ReportKind? Kind { get; set; }

        public ReportRhythm Rhythm { get; set; }

        [Range(1, 20)]
        public int WorkingDay { get; set; } = 5;
    }

    public sealed class Line
    {
        public required OwedDocument Document { get; init; }
        public required string Contract { get; init; }
        public required string Vendor { get; init; }
        public DateTimeOffset? DueAt { get; init; }
        public ClockState Clock { get; init; }
    }

    public sealed record DemandLine(Guid Id, string Contract, ReportKind Kind, ReportPeriod From, int WorkingDay, string LocalTime);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    [Permission(Permission.JudgeReport)]
    public async Task<IActionResult> OnPostDemandAsync(CancellationToken cancellation)
    {
        var id = new ContractId(Demand.Contract ?? default);
        var contract = await db.Contracts.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (Demand.Contract is not null && contract is null)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await db.DocumentDemands.AnyAsync(
            d => d.ContractId == id && d.Kind == Demand.Kind && d.EndedAt == null, cancellation))
        {
            ModelState.AddModelError("Demand.Kind", text["reports.demandTwice"]);
        }

        return await TryAsync(async () =>
        {
            var from = ReportDelivery.LastEnded(contract!, Demand.Rhythm, Now);
            db.DocumentDemands.Add(new DocumentDemand(contract!, Demand.Kind!.Value, from, new ReportSchedule(Demand.WorkingDay), Now));
            await db.SaveChangesAsync(cancellation);
            await desk.StartAllAsync(cancellation);
        }, "reports.demanded", cancellation);
    }

    [Permission(Permission.JudgeReport)]
    public async Task<IActionResult> OnPostEndAsync(Guid demand, CancellationToken cancellation)
    {
        ModelState.Clear();
        if (await db.DocumentDemands.SingleOrDefaultAsync(d => d.Id == demand, cancellation) is not { } found)
        {
            return NotFound();
        }

        return await TryAsync(() =>
        {
            found.End(Now);
            return db.SaveChangesAsync(cancellation);
        }, "reports.demandEnded", cancellation);
    }

    [Permission(Permission.UploadReport)]
    public Task<IActionResult> OnPostSubmitAsync(Guid document, IFormFile? file, CancellationToken cancellation) => ActAsync(document, found =>
    {
        if (file is null)
        {
            ModelState.AddModelError("", text["reports.file.missing"]);
            return Task.CompletedTask;
        }

        return desk.SubmitAsync(found, file, cancellation);
    }, "reports.documentSent", cancellation);

    [Permission(Permission.JudgeReport)]
    public Task<IActionResult> OnPostAcceptAsync(Guid document, CancellationToken cancellation) =>
        ActAsync(document, found => desk.AcceptAsync(found, cancellation), "reports.documentAccepted", cancellation);

    [Permission(Permission.JudgeReport)]
    public Task<IActionResult> OnPostReturnAsync(Guid document, [StringLength(1000)] string? reason, CancellationToken cancellation) =>
        ActAsync(document, found => desk.ReturnAsync(found, reason, cancellation), "reports.documentReturned", cancellation);

    /// <summary>The document as it was handed in, byte for byte.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid document, CancellationToken cancellation) =>
        await desk.FindAsync(document, cancellation) is { FileSha256: { } hash } found && files.Has(hash)
            ? File(files.Open(hash), "application/octet-stream", found.FileName)
            : NotFound();

    private async Task<IActionResult> ActAsync(Guid id, Func<OwedDocument, Task> act, string told, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await desk.FindAsync(id, cancellation) is { } found ? await TryAsync(() => act(found), told, cancellation) : NotFound();
    }

    private async Task<IActionResult> TryAsync(Func<Task> act, string told, CancellationToken cancellation)
    {
        try
        {
            if (ModelState.IsValid)
            {
                await act();
            }

            if (ModelState.IsValid)
            {
                TempData["Flash"] = text[told];
                return RedirectToPage(new { State, p = PageNumber });
            }
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (TabularRefusedException e)
        {
            ModelState.AddModelError("", text[e.TextKey, [.. e.Arguments]]);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var found =
            from document in db.OwedDocuments.AsNoTracking()
            join owed in db.Obligations.AsNoTracking() on document.ObligationId equals owed.Id
            join contract in db.Contracts.AsNoTracking() on document.ContractId equals contract.Id
            join vendor in db.Vendors.AsNoTracking() on document.VendorId equals vendor.Id
            select new Line { Document = document, Contract = contract.Number, Vendor = vendor.Name, DueAt = owed.DueAt, Clock = owed.State };
        if (State is { } state)
        {
            found = found.Where(l => l.Document.State == state);
        }

        Paging = Paging.Of(PageNumber, await found.CountAsync(cancellation));
        Lines = await found.OrderByDescending(l => l.DueAt).ThenBy(l => l.Contract).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellation);
        if (MayJudge)
        {
            await LoadDemandsAsync(cancellation);
        }
    }

    private async Task LoadDemandsAsync(CancellationToken cancellation)
    {
        var demands = await (
            from demand in db.DocumentDemands.AsNoTracking()
            join contract in db.Contracts.AsNoTracking() on demand.ContractId equals contract.Id
            where demand.EndedAt == null
            orderby contract.Number
            select new { demand, contract.Number }).ToListAsync(cancellation);
        Demands = [.. demands.Select(d => new DemandLine(d.demand.Id, d.Number, d.demand.Kind, d.demand.From, d.demand.WorkingDay, d.demand.LocalTime))];
        var contracts = await db.Contracts.AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(cancellation);
        Contracts = [.. contracts.Select(c => (c.Id.Value, $"{c.Number} {c.Title}"))];
    }
}
