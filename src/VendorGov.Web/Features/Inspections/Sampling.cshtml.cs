using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Draws with their seeds: what was taken from what, and that the same comes out again.</summary>
[Permission(Permission.Inspect)]
public sealed class SamplingModel(AppDb db, SamplingRun run, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Draws { get; private set; } = [];

    public IReadOnlyList<(string Stratum, int Frame, int Picked)> Strata { get; private set; } = [];

    public IReadOnlyList<YearMonth> Months { get; private set; } = [];

    public bool MayDraw => user.Can(Permission.ManageInspections);

    public sealed class Line
    {
        public required Guid Id { get; init; }
        public required YearMonth Month { get; init; }
        public required int Number { get; init; }
        public required string Seed { get; init; }
        public required int FrameCount { get; init; }
        public required string FrameSha256 { get; init; }
        public required IReadOnlyList<Guid> Picks { get; init; }
        public required string DrawnBy { get; init; }
        public required DateTimeOffset DrawnAt { get; init; }
        public required int Scored { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        await LoadAsync(cancel);
        return Page();
    }

    [Permission(Permission.ManageInspections)]
    public async Task<IActionResult> OnPostAsync(string? month, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        if (!YearMonth.TryParse(month, out var wanted) || wanted > Desk.Month || wanted < Desk.Month.AddMonths(-3))
        {
            ModelState.AddModelError("month", text["inspections.badMonth"]);
            await LoadAsync(cancel);
            return Page();
        }

        var draw = await run.DrawAsync(Desk.Contract, wanted, cancel);
        TempData["Flash"] = draw is null ? text["inspections.nothingToDraw"] : text["inspections.drawn", draw.Picks.Count, draw.FrameCount];
        return RedirectToPage(new { contract = Contract });
    }

    /// <summary>Draws again from what was kept and compares; nothing is written.</summary>
    public async Task<IActionResult> OnPostRepeatAsync(Guid draw, CancellationToken cancel)
    {
        var found = await db.SampleDraws.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draw, cancel);
        if (found is null)
        {
            return NotFound();
        }

        TempData["Flash"] = text[found.Repeats() ? "inspections.repeated" : "inspections.notRepeated", found.Picks.Count];
        return RedirectToPage(new { contract = found.ContractId.Value });
    }

    public async Task<IActionResult> OnGetExportAsync(Guid draw, string? format, CancellationToken cancel)
    {
        var found = await db.SampleDraws.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draw, cancel);
        if (found is null)
        {
            return NotFound();
        }

        var picked = found.Picks.ToHashSet();
        string[] head = ["contactId", "agent", "stratum", "drawn"];
        return ListDownload.Of($"draw-{found.Month}-{found.Number}", head.Select(h => text[$"inspections.column.{h}"]), found.Unpacked()
            .Select(f => (IReadOnlyList<object?>)[f.Id.ToString(), f.Agent, f.Stratum, picked.Contains(f.Id) ? 1 : 0]), format);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var id = Desk!.Contract.Id;
        Months = [.. Enumerable.Range(0, 4).Select(back => Desk.Month.AddMonths(-back))];
        Draws = await db.SampleDraws.AsNoTracking().Where(d => d.ContractId == id).OrderByDescending(d => d.DrawnAt).Take(24).Select(d => new Line
        {
            Id = d.Id, Month = d.Month, Number = d.Number, Seed = d.Seed, FrameCount = d.FrameCount, FrameSha256 = d.FrameSha256, Picks = d.Picks, DrawnBy = d.DrawnBy, DrawnAt = d.DrawnAt,
            Scored = db.Evaluations.Count(e => e.DrawId == d.Id && e.State != EvaluationState.Open),
        }).ToListAsync(cancel);
        if (Draws.Count > 0)
        {
            var last = Draws[0].Id;
            var draw = await db.SampleDraws.AsNoTracking().SingleAsync(d => d.Id == last, cancel);
            var picked = draw.Picks.ToHashSet();
            Strata = [.. draw.Unpacked().GroupBy(f => f.Stratum).Select(g => (g.Key, g.Count(), g.Count(f => picked.Contains(f.Id)))).OrderByDescending(g => g.Item2)];
        }
    }
}
