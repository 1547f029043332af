using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Appeals against figures, those to be ruled on first.</summary>
[Permission(Permission.ViewCredits)]
public sealed class AppealsModel(AppDb db, TimeProvider clock, Text text) : PageModel
{
    private const int ExportLimit = 5_000;

    [BindProperty(SupportsGet = true)]
    public CardAppealState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public sealed class Line
    {
        public required ScorecardAppeal Appeal { get; init; }
        public required string Vendor { get; init; }
        public required string Contract { get; init; }
        public required ScorecardState Card { get; init; }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(P, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var lines = await Found().Take(ExportLimit).ToListAsync(cancel);
        string[] head = ["month", "vendor", "contract", "metric", "reference", "grounds", "filed", "due", "state", "ruling", "ruledBy", "scoreBefore", "scoreAfter"];
        return ListDownload.Of("appeals", head.Select(h => text[$"scorecards.csv.{h}"]), lines.Select(l => (IReadOnlyList<object?>)[
            l.Appeal.Month.ToString(), l.Vendor, l.Contract, text.Name(l.Appeal.Code), l.Appeal.Reference, l.Appeal.Grounds, text.Instant(l.Appeal.FiledAt),
            text.Instant(l.Appeal.DueAt), text.Of(l.Appeal.State), l.Appeal.Ruling, l.Appeal.RuledBy, l.Appeal.Effect?.ScoreBefore, l.Appeal.Effect?.ScoreAfter]), format);
    }

    private IQueryable<Line> Found()
    {
        var q = Q?.Trim();
        var rows = from a in db.ScorecardAppeals.AsNoTracking()
                   join s in db.Scorecards on a.ScorecardId equals s.Id
                   join v in db.Vendors on a.VendorId equals v.Id
                   join c in db.Contracts on a.ContractId equals c.Id
                   where (State == null || a.State == State)
                       && (string.IsNullOrEmpty(q) || v.Name.Contains(q) || c.Number.Contains(q) || a.Code == q || (a.Reference != null && a.Reference.Contains(q)))
                   orderby a.State == CardAppealState.Open descending, a.DueAt descending, a.Id
                   select new Line { Appeal = a, Vendor = v.Name, Contract = c.Number, Card = s.State };
        return rows;
    }
}
