using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Home;

/// <summary>Late things first: what, whose, how late, next step. One page for all roles; the walls decide what is in it.</summary>
[Permission(Permission.SignedIn)]
public sealed class IndexModel(
    BoardReader board, StaffBoard staff, QualityBoard quality, HurtBoard hurt, Moments moments, CurrentUser user, Navigation navigation, Text text) : PageModel
{
    /// <summary>Headquarters see more kinds of things at once, so fewer of each.</summary>
    private const int Fewer = 5;

    /// <summary>Warnings look back for months and move slowly: five minutes.</summary>
    private const int WarningMoments = 10;

    private sealed record Parts(
        Figures Figures, IReadOnlyList<ClockRow> Late, IReadOnlyList<ClockRow> Soon, Worst? Worst, IReadOnlyList<WaitingRow> Waiting,
        IReadOnlyList<ScoreRow> Scores, IReadOnlyList<DutyRow> Duties, IReadOnlyList<StaffRow> Staff, IReadOnlyList<QualityRow> Quality,
        IReadOnlyList<ReportRow> Reports);

    public DateTimeOffset Now => board.Now;

    public string Heading { get; private set; } = "";

    public Figures Figures { get; private set; } = null!;

    public IReadOnlyList<ClockRow> Late { get; private set; } = [];

    public IReadOnlyList<ClockRow> Soon { get; private set; } = [];

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public IReadOnlyList<DutyRow> Duties { get; private set; } = [];

    public IReadOnlyList<StaffRow> Staff { get; private set; } = [];

    public IReadOnlyList<QualityRow> Quality { get; private set; } = [];

    public IReadOnlyList<ReportRow> Reports { get; private set; } = [];

    public IReadOnlyList<ScoreRow> Scores { get; private set; } = [];

    /// <summary>Metrics that will miss their target at this pace, the worst first.</summary>
    public IReadOnlyList<PaceLine> Warnings { get; private set; } = [];

    /// <summary>What waits for headquarters' word.</summary>
    public IReadOnlyList<DecisionRow> Decisions => Figures.Decisions.Rows();

    public IReadOnlyList<NewsRow> News { get; private set; } = [];

    public Worst? Worst { get; private set; }

    public bool IsVendor => user.Role is Role.VendorManager or Role.VendorAgentLead;

    public bool SeesWholeTenant => user.Role is Role.Headquarters or Role.Auditor;

    /// <summary>A network without outlets or vendors: the page says how to begin.</summary>
    public bool IsEmptyNetwork => user.Role == Role.Headquarters && (Figures.Outlets == 0 || Figures.Vendors == 0);

    public string WaitingKey => IsVendor ? "home.waiting.vendor" : "home.waiting.outlet";

    public bool Has(string page) => navigation.Exists(page);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (user.Role == Role.PlatformAdministrator)
        {
            return Redirect("/Platform");
        }

        Heading = SeesWholeTenant ? text["home.hq"] : text[GreetingKey(), user.Name];
        Take(await moments.OfAsync("home", () => ReadAsync(cancel)));
        Warnings = user.Can(Permission.ViewAnalysis) ? await moments.OfAsync("warnings", () => hurt.WarningsAsync(cancel), WarningMoments) : [];
        News = await hurt.NewsAsync(cancel);
        return Page();
    }

    private async Task<Parts> ReadAsync(CancellationToken cancel)
    {
        var whole = SeesWholeTenant;
        var shown = whole ? Fewer : int.MaxValue;
        return new Parts(
            await board.FiguresAsync(cancel), [.. (await board.LateAsync(cancel)).Take(shown)], [.. (await board.SoonAsync(cancel)).Take(shown)],
            whole ? await hurt.WorstAsync(cancel) : null, whole ? [] : await board.WaitingAsync(cancel), whole ? [] : await board.ScoresAsync(cancel),
            await board.DutiesAsync(cancel), await staff.ReadAsync(cancel), await quality.ReadAsync(cancel), await board.ReportsAsync(cancel));
    }

    private void Take(Parts parts) => (Figures, Late, Soon, Worst, Waiting, Scores, Duties, Staff, Quality, Reports) = (
        parts.Figures, parts.Late, parts.Soon, parts.Worst, parts.Waiting, parts.Scores, parts.Duties, parts.Staff, parts.Quality, parts.Reports);

    private string GreetingKey() => TimeZoneInfo.ConvertTime(Now, user.Zone).Hour switch
    {
        < 5 => "home.evening",
        < 12 => "home.morning",
        < 18 => "home.afternoon",
        _ => "home.evening",
    };
}
