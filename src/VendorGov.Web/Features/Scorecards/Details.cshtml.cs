using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>One scorecard: every figure opens its facts.</summary>
[Permission(Permission.ViewScorecards)]
public sealed partial class DetailsModel(
    AppDb db, CurrentUser user, TimeProvider clock, Text text, MonthStandings standings, VendorPlace place, ScorecardBoard board,
    ScorecardFiles files, ScorecardLife life, AppealDesk appeals, OfficeDays days) : PageModel
{
    private const int MissedShown = 10;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Range(0, Contract.MostCharge), Display(Name = "scorecards.chargeLabel")]
    public decimal? Charge { get; set; }

    public Card Head { get; private set; } = null!;

    public ScorecardContent Sheet { get; private set; } = null!;

    public RankedVendor? Standing { get; private set; }

    public int Ranked { get; private set; }

    public IReadOnlyList<GroupView> Groups { get; private set; } = [];

    public IReadOnlyList<ObligationFact> Missed { get; private set; } = [];

    public IReadOnlyList<Card> Revisions { get; private set; } = [];

    /// <summary>Headquarters may revise the latest revision once it is published.</summary>
    public bool MayRevise => user.Can(Permission.ManageScorecards) && Head.State == ScorecardState.Published
        && Revisions.All(r => r.Revision <= Head.Revision);

    /// <summary>Charge and new calculation: as long as the vendor has not seen it.</summary>
    public bool MayManage => user.Can(Permission.ManageScorecards) && Head.State == ScorecardState.Draft;

    /// <summary>Neither the vendor's days nor the rulings are cut short.</summary>
    public bool MayPublish => user.Can(Permission.ManageScorecards)
        && (Head.State == ScorecardState.Draft || (Head.State == ScorecardState.Ruling && (OpenAppeals == 0 || Left < 0)));

    /// <summary>Corrective actions that the month led to, and those that ran in it.</summary>
    public IReadOnlyList<CorrectiveAction> Actions { get; private set; } = [];

    public bool SeesCredits => user.Can(Permission.ViewCredits);

    public IEnumerable<ObligationFact> MissedShownHere => Missed.Take(MissedShown);

    public IReadOnlyList<MetricResult> Below =>
        [.. Sheet.Metrics.Where(m => m.Points >= MetricScore.CorrectivePlanPoints).OrderByDescending(Loss)];

    public IReadOnlyDictionary<ExclusionReason, int> Excluded =>
        Sheet.Obligations.Where(o => o.Excluded is not null).CountBy(o => o.Excluded!.Value).ToDictionary();

    /// <summary>Points of the score that a metric costs.</summary>
    public static decimal Loss(MetricResult metric) => metric.Score is { } score ? metric.WeightShare * (100 - score) : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(string? lang, CancellationToken cancellationToken) =>
        await ContentAsync(cancellationToken) is var (content, seal) ? files.Pdf(content, lang ?? text.LanguageTag, seal) : NotFound();

    /// <summary>The service credit as a document of its own.</summary>
    public async Task<IActionResult> OnGetStatementAsync(string? lang, CancellationToken cancellationToken) =>
        SeesCredits && await ContentAsync(cancellationToken) is var (content, seal) ? files.Statement(content, lang ?? text.LanguageTag, seal) : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(string? lang, CancellationToken cancellationToken) =>
        await ContentAsync(cancellationToken) is var (content, _) ? files.Xlsx(content, lang ?? text.LanguageTag) : NotFound();

    [Permission(Permission.ManageScorecards)]
    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) => ChangeAsync(
        async card =>
        {
            await life.PublishAsync(card, user.Name, cancellationToken);
            TempData["Flash"] = text["scorecards.publishedFlash"];
        },
        cancellationToken);

    [Permission(Permission.ManageScorecards)]
    public async Task<IActionResult> OnPostChargeAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ReadAsync(cancellationToken) ? Page() : NotFound();
        }

        return await ChangeAsync(
            async card =>
            {
                card.EnterCharge(Charge);
                await db.SaveChangesAsync(cancellationToken);
                await board.RedraftAsync(card, cancellationToken);
                TempData["Flash"] = text["scorecards.chargeFlash"];
            },
            cancellationToken);
    }

    [Permission(Permission.ManageScorecards)]
    public async Task<IActionResult> OnPostReviseAsync(string? reason, CancellationToken cancellationToken)
    {
        ScorecardId? next = null;
        var answer = await ChangeAsync(
            async card =>
            {
                next = (await board.ReviseAsync(card, reason, cancellationToken)).Id;
                TempData["Flash"] = text["scorecards.revisedFlash"];
            },
            cancellationToken);
        return next is { } id ? RedirectToPage(new { id = id.Value }) : answer;
    }

    private async Task<IActionResult> ChangeAsync(Func<Scorecard, Task> change, CancellationToken cancellationToken)
    {
        var card = await db.Scorecards.SingleOrDefaultAsync(s => s.Id == new ScorecardId(Id), cancellationToken);
        if (card is null)
        {
            return NotFound();
        }

        try
        {
            await change(card);
            await db.SaveChangesAsync(cancellationToken);
            return RedirectToPage(new { id = Id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var card = await db.Scorecards.AsNoTracking().VisibleTo(user)
            .SingleOrDefaultAsync(s => s.Id == new ScorecardId(Id), cancellationToken);
        if (card is null)
        {
            return false;
        }

        (Head, Sheet) = (Card.Of(card), card.Content);
        Charge = card.EnteredCharge;
        Groups = GroupView.Of(Sheet.Metrics);
        Missed = [.. Sheet.Obligations.Where(o => o.Counted && !o.Met).OrderByDescending(o => o.ElapsedSeconds - o.TargetSeconds)];
        Revisions = [.. (await db.Scorecards.AsNoTracking().VisibleTo(user)
            .Where(s => s.ContractId == card.ContractId && s.Month == card.Month)
            .Select(s => new { s.Id, s.VendorId, s.Month, s.Revision, s.State, s.DraftedAt, s.PublishedAt, s.PublishedBy, s.EnteredCharge, s.RevisionReason, s.Seal, s.CheckCode })
            .ToListAsync(cancellationToken))
            .Select(s => new Card(s.Id, s.VendorId, s.Month, s.Revision, s.State, s.DraftedAt, s.PublishedAt, s.PublishedBy, s.EnteredCharge, s.RevisionReason, s.Seal, s.CheckCode))
            .OrderByDescending(s => s.Revision)];
        await ReadLifeAsync(card, cancellationToken);
        await ReadActionsAsync(card, cancellationToken);
        await ReadStandingAsync(cancellationToken);
        return true;
    }

    private async Task ReadActionsAsync(Scorecard card, CancellationToken cancellationToken)
    {
        if (user.Can(Permission.ViewImprovement))
        {
            var (from, to) = MonthBounds.Of(card.Month, TimeZoneInfo.FindSystemTimeZoneById(Sheet.TimeZone));
            Actions = await db.CorrectiveActions.AsNoTracking()
                .Where(a => a.ContractId == card.ContractId && (a.Month == card.Month || (a.DemandedAt < to && (a.ClosedAt == null || a.ClosedAt >= from))))
                .OrderBy(a => a.Until).ThenBy(a => a.Number).ToListAsync(cancellationToken);
        }
    }

    // A vendor learns its own place among the published; everyone else reads the ranking that its own scope shows.
    private async Task ReadStandingAsync(CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ViewRanking))
        {
            return;
        }

        if (user.Member.VendorId is { } vendor)
        {
            var own = await place.OfAsync(user.TenantId, vendor, Head.Month, cancellationToken);
            (Standing, Ranked) = (own?.Vendor, own?.Ranked ?? 0);
            return;
        }

        var standing = await standings.OfAsync(Head.Month, !user.SeesDrafts(), null, cancellationToken);
        (Standing, Ranked) = (standing.Vendors.FirstOrDefault(v => v.VendorCode == Sheet.VendorCode), standing.Ranked);
    }

    private async Task<(ScorecardContent Content, SealedAs? Seal)?> ContentAsync(CancellationToken cancellationToken)
    {
        var card = await db.Scorecards.AsNoTracking().VisibleTo(user).Where(s => s.Id == new ScorecardId(Id))
            .Select(s => new { s.Content, s.Seal, s.CheckCode }).SingleOrDefaultAsync(cancellationToken);
        return card is null ? null : (card.Content, SealedAs.Of(card.Seal, card.CheckCode));
    }

    public sealed record Card(
        ScorecardId Id, VendorId Vendor, YearMonth Month, int Revision, ScorecardState State, DateTimeOffset DraftedAt,
        DateTimeOffset? PublishedAt, string? PublishedBy, decimal? EnteredCharge, string? RevisionReason, string? Seal, string? CheckCode)
    {
        internal static Card Of(Scorecard s) => new(
            s.Id, s.VendorId, s.Month, s.Revision, s.State, s.DraftedAt, s.PublishedAt, s.PublishedBy, s.EnteredCharge,
            s.RevisionReason, s.Seal, s.CheckCode);
    }

    /// <summary>Metrics under one heading; the score is the mean of its scored metrics by weight.</summary>
    public sealed record GroupView(MetricGroup Group, decimal Weight, decimal? Score, IReadOnlyList<MetricResult> Metrics)
    {
        internal static IReadOnlyList<GroupView> Of(IReadOnlyList<MetricResult> metrics) =>
            [.. MetricCatalogue.Groups.Select(g => Of(g, [.. metrics.Where(m => m.Group == g.Code)])).Where(g => g.Metrics.Count > 0)];

        private static GroupView Of(MetricGroup group, IReadOnlyList<MetricResult> metrics)
        {
            var scored = metrics.Where(m => m.Score is not null).ToList();
            var weight = scored.Sum(m => m.Weight);
            decimal? score = weight == 0 ? null : scored.Sum(m => m.Weight * m.Score!.Value) / weight;
            return new GroupView(group, metrics.Sum(m => m.Weight), score, metrics);
        }
    }
}
