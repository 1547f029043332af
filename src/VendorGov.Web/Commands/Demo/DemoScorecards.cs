using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// The life of the demo's scorecards: past months published, one of them with an appeal that was upheld, their credits settled; of the last month one
/// card under review, one that is being ruled on and one draft.
/// </summary>
internal sealed class DemoScorecards(AppDb db, ScorecardRun run, SealChain seals, OfficeDays days, DemoClock clock, DateTimeOffset now)
{
    private static readonly Author Vendor = new(null, "陈屿", Side.Vendor), Headquarters = new(null, "何青", Side.Buyer);

    /// <param name="month">A month that has been drafted.</param>
    /// <param name="at">When it is published; the life before it is put into the days before.</param>
    /// <param name="appealed">One of its cards went through an appeal.</param>
    public async Task PublishAsync(YearMonth month, DateTimeOffset at, bool appealed)
    {
        var cards = await db.Scorecards.Where(s => s.Month == month && s.State == ScorecardState.Draft).ToListAsync();
        if (appealed && cards.Find(c => MissedOf(c) is not null) is { } card)
        {
            await AppealAsync(card, at);
        }

        clock.Set(at);
        await seals.PublishAsync(cards, Headquarters.Name, at, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    /// <summary>Credits of older months: the vendor agreed, then they were deducted from an invoice; the newest one waits.</summary>
    public async Task SettleAsync()
    {
        var claims = await db.CreditClaims.OrderBy(c => c.Month).ToListAsync();
        var months = claims.Select(c => c.Month).Distinct().ToList();
        foreach (var claim in claims.Where(c => c.Month < months[^1]))
        {
            clock.Set(claim.ClaimedAt.AddDays(4));
            claim.Agree(Vendor, clock.GetUtcNow());
            await db.SaveChangesAsync();
            if (months.Count > 1 && claim.Month < months[^2])
            {
                clock.Set(claim.ClaimedAt.AddDays(12));
                claim.Settle($"FP-{claim.Month.ToString().Replace("-", "", StringComparison.Ordinal)}-{claim.Revision:00}", Headquarters, clock.GetUtcNow());
                await db.SaveChangesAsync();
            }
        }

        clock.Set(now);
    }

    public async Task ReviewAsync(YearMonth month)
    {
        var cards = (await db.Scorecards.Where(s => s.Month == month && s.State == ScorecardState.Draft).ToListAsync())
            .OrderByDescending(c => MissedOf(c) is not null).ThenBy(c => c.Id.Value).ToList();
        if (cards.Count > 0)
        {
            await OpenAsync(cards[0], now.AddHours(-20));
            var missed = MissedOf(cards[0]);
            await FileAsync(cards[0], new CardAppealAsk(
                missed?.Code ?? cards[0].Content.Metrics[0].Code, missed?.Fact.ObligationId, "当时网点要求先等快递员证词，我方已电话说明，不应计为逾期。"), now.AddHours(-6));
            db.Add(ScorecardEvent.Comment(cards[0], "人员与接通类数字已核对，无异议。", Vendor, now.AddHours(-5)));
            await db.SaveChangesAsync();
        }

        if (cards.Count > 1)
        {
            await OpenAsync(cards[1], now.AddDays(-7));
            var metric = cards[1].Content.Metrics.First(m => m is { Status: MetricStatus.Scored, Points: > 0, Numerator: not null });
            await FileAsync(cards[1], new CardAppealAsk(
                metric.Code, null, "话务平台导出的原始记录比上报表多计了接通量，附件为平台明细。", Math.Min(metric.Numerator!.Value + 12, metric.Denominator!.Value), metric.Denominator), now.AddDays(-6));
            clock.Set(now.AddDays(-2));
            cards[1].CloseReview(now.AddDays(-2));
            await db.SaveChangesAsync();
        }

        clock.Set(now);
    }

    private async Task AppealAsync(Scorecard card, DateTimeOffset at)
    {
        await OpenAsync(card, at.AddDays(-8));
        var (code, fact) = MissedOf(card)!.Value;
        var appeal = await FileAsync(card, new CardAppealAsk(code, fact.ObligationId, "网点系统当日上午停机，回复已用电话完成，通话录音可查。"), at.AddDays(-6));
        clock.Set(at.AddDays(-3));
        var ruling = new CardRuling(CorrectionKind.ObligationExcluded, null, null, "录音核实，停机期间无法在门户回复，不计入。");
        var facts = await run.FactsOfAsync(card, at.AddDays(-3), CancellationToken.None);
        var (before, after) = (facts.With(), facts.With(appeal.CorrectionOf(ruling, at.AddDays(-3))!));
        appeal.Rule(ruling, CardAppealEffect.Of(code, before, after), Headquarters, at.AddDays(-3));
        card.Correct(after, at.AddDays(-3));
        await db.SaveChangesAsync();
    }

    private async Task OpenAsync(Scorecard card, DateTimeOffset at)
    {
        clock.Set(at);
        card.OpenReview((await days.OfAsync(card.ContractId, card.Month, CancellationToken.None)).Office, RhythmDays.Default, at);
        await db.SaveChangesAsync();
    }

    private async Task<ScorecardAppeal> FileAsync(Scorecard card, CardAppealAsk ask, DateTimeOffset at)
    {
        clock.Set(at);
        // A long holiday of the real calendar must not keep the demo from being seeded: the appeal is filed before its deadline, whatever that is.
        var appeal = ScorecardAppeal.File(card, ask, Vendor, at < card.ReviewDueAt ? at : card.ReviewOpenedAt!.Value);
        db.ScorecardAppeals.Add(appeal);
        await db.SaveChangesAsync();
        return appeal;
    }

    private static (string Code, ObligationFact Fact)? MissedOf(Scorecard card)
    {
        foreach (var metric in card.Content.Metrics.Where(m => m.Points > 0 && m.Group == "issues").OrderBy(m => m.Code == "IAK"))
        {
            if (ObligationMetrics.FactsOf(metric.Code, card.Content.Obligations)
                .FirstOrDefault(o => o is { Counted: true, Met: false, State: Domain.Obligations.ClockState.Missed }) is { } fact)
            {
                return (metric.Code, fact);
            }
        }

        return null;
    }
}
