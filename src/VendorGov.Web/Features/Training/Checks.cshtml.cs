using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Training;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Training;

/// <summary>Checks before shifts; the team lead fills one in, what fails becomes an issue.</summary>
[Permission(Permission.ViewTraining)]
public sealed class ChecksModel(AppDb db, StaffContracts contracts, ShiftCheckDesk desk, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public List<Entry> Entries { get; set; } = [];

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayCheck => user.Can(Permission.ManageTraining);

    public sealed class Line
    {
        public required ShiftCheck Check { get; init; }
        public string? Number { get; init; }
    }

    public sealed class Entry
    {
        public ShiftCheckItem Item { get; set; }

        public bool Works { get; set; }

        public string? Note { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        Entries = [.. Enum.GetValues<ShiftCheckItem>().Select(i => new Entry { Item = i, Works = true })];
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

        string[] head = ["date", "checkedBy", "result", "issue"];
        return ListDownload.Of("shift-checks", head.Select(h => text[$"training.{h}"]), (await Found().Take(ListDownload.MostRows).ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Check.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), l.Check.CheckedBy,
            string.Join("; ", l.Check.Failures.Select(f => $"{text.Of(f.Item)}: {f.Note}")), l.Number]), format);
    }

    [Permission(Permission.ManageTraining)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        try
        {
            var lines = Entries.Select(e => new ShiftCheckLine(e.Item, e.Works, Refusal.Within(e.Note?.Trim(), 200))).ToList();
            var number = await desk.KeepAsync(Desk, lines, Desk.Contract.Outlets[0].OutletId, new Author(user.Id, user.Name, Side.Vendor), text, cancel);
            TempData["Flash"] = number is null ? text["training.allWorks"] : text["training.opened", number];
            return RedirectToPage(new { contract = Contract });
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
        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private IQueryable<Line> Found()
    {
        var id = Desk!.Contract.Id;
        return db.ShiftChecks.AsNoTracking().Where(c => c.ContractId == id && (!Failed || c.IssueId != null)).OrderByDescending(c => c.CheckedAt)
            .Select(c => new Line { Check = c, Number = db.Issues.Where(i => i.Id == c.IssueId).Select(i => i.Number).FirstOrDefault() });
    }
}
