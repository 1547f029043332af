using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>What an appeal would do, by the way in which it could be upheld.</summary>
public sealed record AppealPreview(CorrectionKind Kind, ScorecardContent Before, ScorecardContent After)
{
    public MetricResult? Was(string code) => Before.Metrics.FirstOrDefault(m => m.Code == code);

    public MetricResult? Is(string code) => After.Metrics.FirstOrDefault(m => m.Code == code);
}

/// <summary>Appeals against figures: filing, ruling, and the revision that a late ruling makes.</summary>
public sealed class AppealDesk(AppDb db, ScorecardRun run, ScorecardBoard board, FileStore store, CurrentUser user, TimeProvider clock, Text text)
{
    public const string Area = "appeals";

    public Author Me => new(user.Id, user.Name, user.Side);

    /// <summary>Throws <see cref="TabularRefusedException"/> for evidence that is not taken; nothing of it is kept then.</summary>
    public async Task<ScorecardAppeal> FileAsync(Scorecard card, CardAppealAsk ask, IFormFile? evidence, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // Judged before the file is kept: what is refused leaves nothing behind.
        _ = ScorecardAppeal.File(card, ask, Me, now);
        if (await db.ScorecardAppeals.AnyAsync(
            a => a.ScorecardId == card.Id && a.Code == ask.Code && a.ObligationId == ask.ObligationId && a.State != CardAppealState.Withdrawn, cancel))
        {
            throw new RuleViolationException("card-appeal-twice");
        }

        var appeal = ScorecardAppeal.File(card, ask with { Evidence = evidence is null ? null : await KeepAsync(evidence, cancel) }, Me, now);
        db.ScorecardAppeals.Add(appeal);
        await db.SaveChangesAsync(cancel);
        return appeal;
    }

    /// <summary>
    /// What each way of upholding it would do to the card, from the card's own facts; figures as entered, else as claimed. Ways that are
    /// refused by a rule are left out.
    /// </summary>
    public async Task<IReadOnlyList<AppealPreview>> PreviewAsync(
        ScorecardAppeal appeal, Scorecard card, decimal? numerator, decimal? denominator, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var facts = await run.FactsOfAsync(card, now, cancel);
        var before = facts.With();
        CorrectionKind[] kinds = appeal.ObligationId is null ? [CorrectionKind.FigureEntered] : [CorrectionKind.ObligationExcluded, CorrectionKind.ObligationMet];
        var previews = new List<AppealPreview>();
        foreach (var kind in kinds.Where(k => k != CorrectionKind.FigureEntered || (numerator is >= 0 && denominator > 0)))
        {
            var correction = appeal.CorrectionOf(new CardRuling(kind, numerator, denominator, "-"), now);
            previews.Add(new AppealPreview(kind, before, facts.With(correction!)));
        }

        return previews;
    }

    /// <summary>
    /// Rules and saves. Upheld before the publication, the card follows at once; upheld after it, a revision is drafted with the ruling as its
    /// reason and given back.
    /// </summary>
    public async Task<Scorecard?> RuleAsync(ScorecardAppeal appeal, CardRuling ruling, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var card = await LatestAsync(appeal, cancel);
        var correction = appeal.CorrectionOf(ruling, now);
        if (correction is null)
        {
            appeal.Rule(ruling, null, Me, now);
            await db.SaveChangesAsync(cancel);
            return null;
        }

        var facts = await run.FactsOfAsync(card, now, cancel);
        var (before, after) = (facts.With(), facts.With(correction));
        appeal.Rule(ruling, CardAppealEffect.Of(appeal.Code, before, after), Me, now);
        if (card.State != ScorecardState.Published)
        {
            card.Correct(after, now);
            await db.SaveChangesAsync(cancel);
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        var metric = card.Content.Metrics.FirstOrDefault(m => m.Code == appeal.Code);
        var revision = await board.ReviseAsync(
            card, text["scorecards.appealRevision", metric is null ? appeal.Code : text.Name(metric), appeal.Reference ?? appeal.Code], cancel);
        await transaction.CommitAsync(cancel);
        return revision;
    }

    /// <summary>The revision that a ruling concerns: the newest of the month.</summary>
    public Task<Scorecard> LatestAsync(ScorecardAppeal appeal, CancellationToken cancel) =>
        db.Scorecards.Where(s => s.ContractId == appeal.ContractId && s.Month == appeal.Month).OrderByDescending(s => s.Revision).FirstAsync(cancel);

    private async Task<EvidenceFile> KeepAsync(IFormFile upload, CancellationToken cancel)
    {
        await using var content = upload.OpenReadStream();
        return await AheadOfForm.KeepAsync(store, Area, content, upload.FileName, cancel);
    }
}
