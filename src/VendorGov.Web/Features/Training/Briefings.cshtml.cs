using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Briefings and bulletins of a contract with how many agents have read each.</summary>
[Permission(Permission.ViewTraining)]
public sealed class BriefingsModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
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

    public Paging Paging { get; private set; } = new(1, 0);

    public int Team { get; private set; }

    public bool MayPublish => user.Can(Permission.PublishBriefing);

    public sealed class Line
    {
        public required Briefing Briefing { get; init; }
        public int Read { get; init; }
    }

    public sealed class Form
    {
        [Required, StringLength(160), Display(Name = "training.briefingTitle")]
        public string Title { get; set; } = "";

        [Required, StringLength(4000), Display(Name = "training.body")]
        public string Body { get; set; } = "";

        [Required, Display(Name = "training.readBy")]
        public DateOnly? ReadBy { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        Input.ReadBy = Desk.Today.AddDays(2);
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

        string[] head = ["briefingTitle", "publishedBy", "publishedAt", "readBy", "readers"];
        return ListDownload.Of("briefings", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Briefing.Title, l.Briefing.PublishedBy, text.Instant(l.Briefing.PublishedAt), text.Date(l.Briefing.ReadBy), l.Read]), format);
    }

    [Permission(Permission.PublishBriefing)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync(cancel);
            return Page();
        }

        db.Briefings.Add(new Briefing(Desk.Contract, Input.Title, Input.Body, Input.ReadBy!.Value, new Author(user.Id, user.Name, user.Side), Desk.Now));
        await db.SaveChangesAsync(cancel);
        TempData["Flash"] = text["training.published"];
        return RedirectToPage(new { contract = Contract });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var (found, id, today) = (Found(), Desk!.Contract.Id, Desk.Today);
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Team = await db.Agents.CountAsync(a => a.ContractId == id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today), cancel);
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return db.Briefings.AsNoTracking().Where(b => b.ContractId == id).OrderByDescending(b => b.PublishedAt)
            .Select(b => new Line { Briefing = b, Read = db.BriefingReceipts.Count(r => r.BriefingId == b.Id) });
    }
}
