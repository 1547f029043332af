using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Contacts to inspect: from the feed by the draw, from a file, by hand; targeted picks, live and mystery ones.</summary>
[Permission(Permission.Inspect)]
public sealed class ContactsModel(AppDb db, ContactDesk desk, ContactImport import, StaffContracts contracts, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public InspectionKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    public IReadOnlyList<SheetProblem> Problems => import.Problems;

    public sealed class Line
    {
        public required QaContact Contact { get; init; }
        public required int Tasks { get; init; }
        public string? Outlet { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(QaContact.LongestId), Display(Name = "inspections.column.contact")]
        public string? ExternalId { get; set; }

        [Required, Display(Name = "inspections.column.outlet")]
        public Guid? Outlet { get; set; }

        [Required, StringLength(40), Display(Name = "inspections.column.agent")]
        public string? Agent { get; set; }

        [Required, Display(Name = "inspections.column.channel")]
        public Channel? Channel { get; set; }

        [Required, Display(Name = "inspections.column.kind")]
        public InspectionKind? Kind { get; set; }

        [Required, Display(Name = "inspections.column.started")]
        public DateTime? StartedAt { get; set; }

        [Range(0, 36_000), Display(Name = "inspections.seconds")]
        public int? Seconds { get; set; }

        [StringLength(80), Display(Name = "inspections.column.reason")]
        public string? Reason { get; set; }

        [StringLength(40), Display(Name = "inspections.waybill")]
        public string? Waybill { get; set; }

        [StringLength(400_000), Display(Name = "inspections.transcript")]
        public string? Transcript { get; set; }

        [StringLength(400), Display(Name = "inspections.pickReason")]
        public string? Why { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpensAsync(cancel) ? Page() : Contract is null ? Page() : NotFound();

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        return Desk is null ? NotFound() : File(
            ContactImport.Form.Template(text, "inspections.note.Contacts", [["call-0001", "W0301", "1001", text.Of(Channel.Voice), "2026-07-05 14:12", 257, "签收争议", "LC7302260441", "00:06 客户：你好"]]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text.Pick("质检联络", "contacts") + ".xlsx");
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["contact", "started", "agent", "outlet", "channel", "kind", "reason", "source"];
        return ListDownload.Of("contacts", head.Select(h => text[$"inspections.column.{h}"]), (await Found().ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Contact.ExternalId, text.Instant(l.Contact.StartedAt), l.Contact.Agent, l.Outlet, text.Of(l.Contact.Channel), text.Of(l.Contact.Kind), l.Contact.Reason, text.Of(l.Contact.Source)]), format);
    }

    /// <summary>By hand, with a task at once: whoever enters one contact means to hear it.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? recording, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        if (Input.Outlet is { } chosen && Outlets.All(o => o.Id.Value != chosen))
        {
            ModelState.AddModelError("Input.Outlet", text["inspections.upload.outlet"]);
        }

        if (ModelState.IsValid)
        {
            Evaluation? task = null;
            await TryAsync(async () =>
            {
                var facts = new ContactFacts(
                    new OutletId(Input.Outlet!.Value), Input.Agent!.Trim(), null, Input.Channel!.Value, LocalTime.Instant(Input.StartedAt!.Value, Desk!.Zone), Input.Reason?.Trim(), Input.Waybill?.Trim(), Input.Seconds);
                var contact = await desk.AddAsync(Desk, facts, Input.Kind!.Value, Input.ExternalId!.Trim(), Input.Transcript, recording, cancel);
                task = await desk.PickAsync(contact, Input.Why, EvaluationPurpose.Targeted, null, cancel);
                await db.SaveChangesAsync(cancel);
            });
            if (ModelState.IsValid && task is not null)
            {
                return RedirectToPage("Score", new { id = task.Id });
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (file is null || file.Length is 0 || file.Length > SheetForm.Limits.MaxBytes)
        {
            ModelState.AddModelError("file", text["uploads.choose"]);
            return Page();
        }

        await TryAsync(async () =>
        {
            await using var content = file.OpenReadStream();
            using var table = TabularFile.Open(content, file.FileName, SheetForm.Limits);
            await import.RunAsync(Desk!, table, cancel);
            await db.SaveChangesAsync(cancel);
        });
        if (!ModelState.IsValid || Problems.Count > 0)
        {
            return Page();
        }

        TempData["Flash"] = text["inspections.imported", import.Added.Count, import.Known];
        return RedirectToPage(new { contract = Contract });
    }

    /// <summary>A targeted pick of a contact that is here.</summary>
    public async Task<IActionResult> OnPostPickAsync(Guid contact, string? why, CancellationToken cancel)
    {
        var found = await db.QaContacts.SingleOrDefaultAsync(c => c.Id == contact, cancel);
        Contract ??= found?.ContractId.Value;
        if (found is null || !await OpensAsync(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        Guid? task = null;
        await TryAsync(async () =>
        {
            task = (await desk.PickAsync(found, Refusal.Within(why, 400), EvaluationPurpose.Targeted, null, cancel)).Id;
            await db.SaveChangesAsync(cancel);
        });
        return ModelState.IsValid ? RedirectToPage("Score", new { id = task }) : Page();
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid contact, IFormFile? recording, CancellationToken cancel)
    {
        var found = await db.QaContacts.SingleOrDefaultAsync(c => c.Id == contact, cancel);
        Contract ??= found?.ContractId.Value;
        if (found is null || !await OpensAsync(cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (recording is not { Length: > 0 })
        {
            ModelState.AddModelError("", text["uploads.choose"]);
            return Page();
        }

        await TryAsync(async () =>
        {
            await desk.AttachAsync(found, recording, cancel);
            await db.SaveChangesAsync(cancel);
        });
        TempData["Flash"] = ModelState.IsValid ? text["shared.saved"] : null;
        return ModelState.IsValid ? RedirectToPage(new { contract = found.ContractId.Value }) : Page();
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return;
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("", text[refused.TextKey, [.. refused.Arguments]]);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("Input.ExternalId", text["inspections.contactKnown"]);
        }

        db.ChangeTracker.Clear();
    }

    private async Task<bool> OpensAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Outlets = await contracts.OutletsAsync(Desk.Contract, cancel);
        return true;
    }

    private IQueryable<Line> Found()
    {
        var (id, q) = (Desk!.Contract.Id, Q?.Trim());
        return from c in db.QaContacts.AsNoTracking()
               join o in db.Outlets.AsNoTracking() on c.OutletId equals o.Id
               where c.ContractId == id && (Kind == null || c.Kind == Kind) && (string.IsNullOrEmpty(q) || c.ExternalId.Contains(q) || c.Agent.Contains(q) || (c.Waybill != null && c.Waybill.Contains(q)))
               orderby c.StartedAt descending, c.Id
               select new Line { Contact = c, Outlet = o.Name, Tasks = db.Evaluations.Count(e => e.ContactId == c.Id && e.RoundId == null) };
    }
}
