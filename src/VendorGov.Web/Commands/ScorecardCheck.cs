using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Commands;

/// <summary>Recomputes published scorecards from what is stored of issues, reports and terms.</summary>
internal sealed class ScorecardCheck(AppDb db, MonthReader reader)
{
    /// <summary>How many were checked, and a line per difference.</summary>
    public async Task<(int Checked, List<string> Differences)> RunAsync()
    {
        var differences = new List<string>();
        var months = await db.Scorecards.Where(s => s.State == ScorecardState.Published).Select(s => s.Month).Distinct().ToListAsync();
        var done = 0;
        foreach (var month in months.Order())
        {
            var cards = await db.Scorecards.AsNoTracking()
                .Where(s => s.Month == month && s.State == ScorecardState.Published).ToListAsync();
            foreach (var card in cards.GroupBy(c => c.ContractId).Select(g => g.MaxBy(c => c.Revision)!))
            {
                differences.AddRange((await DifferencesAsync(card)).Select(d => $"scorecard {card.Content.ContractNumber} {month}: {d}"));
                done++;
            }
        }

        differences.AddRange(await BrokenSealsAsync());
        return (done, differences);
    }

    /// <summary>Each contract's seals, computed anew in their order.</summary>
    private async Task<List<string>> BrokenSealsAsync()
    {
        var broken = new List<string>();
        var (contract, number, previous) = (default(ContractId), 0, "");
        await foreach (var card in db.Scorecards.AsNoTracking().Where(s => s.SealNumber != null)
            .OrderBy(s => s.ContractId).ThenBy(s => s.SealNumber).AsAsyncEnumerable())
        {
            (number, previous) = card.ContractId == contract ? (number + 1, previous) : (1, "");
            contract = card.ContractId;
            if (card.SealNumber != number || card.Seal != ScorecardSeal.Of(card, previous))
            {
                broken.Add($"scorecard {card.Content.ContractNumber} {card.Month} revision {card.Revision}: seal {card.SealNumber} does not fit");
            }

            previous = card.Seal!;
        }

        return broken;
    }

    /// <summary>Calculated as of the time of the draft, as it was then.</summary>
    private async Task<List<string>> DifferencesAsync(Scorecard card)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == card.ContractId);
        var facts = await reader.ReadAsync(card.Month, [contract], card.DraftedAt, CancellationToken.None, card.RulingsUntil);
        var fresh = ScorecardCalculator.Calculate(facts.InputsOf(contract, card.Month));
        var stored = card.Content;
        var found = new List<string>();
        Compare("score", stored.Score, fresh.Score);
        Compare("grade", stored.Grade, fresh.Grade);
        Compare("facts", stored.FactCount, fresh.FactCount);
        Compare("credit", stored.Credit.Amount, fresh.Credit.Amount);
        // Lists, rankings and statements read the columns and the summary beside the content.
        CompareColumn("listed score", card.Score, fresh.Score);
        Compare("listed grade", card.Grade, fresh.Grade);
        Compare("listed facts", card.FactCount, fresh.FactCount);
        CompareColumn("listed credit", card.CreditAmount, fresh.Credit.Amount);
        Compare("summary score", card.Summary.Score, fresh.Score);
        CompareMetrics("", stored.Metrics);
        CompareMetrics("summary ", card.Summary.Metrics);
        return found;

        void CompareMetrics(string where, IReadOnlyList<MetricResult> metrics)
        {
            Compare($"{where}metrics", string.Join(' ', metrics.Select(m => m.Code)), string.Join(' ', fresh.Metrics.Select(m => m.Code)));
            foreach (var (before, now) in metrics.Zip(fresh.Metrics))
            {
                Compare($"{where}{before.Code} numerator", before.Numerator, now.Numerator);
                Compare($"{where}{before.Code} denominator", before.Denominator, now.Denominator);
                Compare($"{where}{before.Code} value", before.Value, now.Value);
                Compare($"{where}{before.Code} score", before.Score, now.Score);
                Compare($"{where}{before.Code} points", before.Points, now.Points);
                Compare($"{where}{before.Code} target", before.Target, now.Target);
                Compare($"{where}{before.Code} minimum", before.Minimum, now.Minimum);
                Compare($"{where}{before.Code} weight", before.Weight, now.Weight);
            }
        }

        // Columns of the server engines hold four decimals; the content holds them all.
        void CompareColumn(string what, decimal? kept, decimal? recomputed)
        {
            if (kept is null != recomputed is null || Math.Abs((kept ?? 0) - (recomputed ?? 0)) >= 0.0001m)
            {
                found.Add($"{what} {kept} should be {recomputed}");
            }
        }

        void Compare<T>(string what, T stored, T recomputed)
        {
            if (!EqualityComparer<T>.Default.Equals(stored, recomputed))
            {
                found.Add($"{what} {stored} should be {recomputed}");
            }
        }
    }
}
