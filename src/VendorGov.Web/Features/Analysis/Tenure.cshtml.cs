using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Analysis;

/// <summary>Agents of one length of service. Scores are 0..100.</summary>
public sealed record TenureLine(TenureBand Band, int Agents, Rate Passed, Rate Fatal, decimal? Score);

/// <summary>Do newcomers do worse? Evaluations by how long the agent had been there when the contact was taken.</summary>
[Permission(Permission.ViewAnalysis)]
public sealed class TenureModel(AppDb db, IssueHistory history, Text text, CurrentUser user, TimeProvider clock) : AnalysisPage(db)
{
    public IReadOnlyList<TenureLine> Lines { get; private set; } = [];

    /// <summary>Evaluations of agents whom no roster names.</summary>
    public int Unknown { get; private set; }

    public int Total => Lines.Sum(l => l.Passed.Denominator);

    /// <summary>The first and the last band differ by more than chance: their intervals do not overlap.</summary>
    public bool? IsClear
    {
        get
        {
            var known = Lines.Where(l => l.Passed.Denominator > 0).ToList();
            return known.Count < 2 ? null
                : known[0].Passed.Interval!.Value.High < known[^1].Passed.Interval!.Value.Low || known[^1].Passed.Interval!.Value.High < known[0].Passed.Interval!.Value.Low;
        }
    }

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        string[] heads = ["tenure", "agents", "evaluations", "passed", "rate", "low", "high", "score"];
        return ListDownload.Of("tenure", heads.Select(h => text[$"analysis.col.{h}"]), Lines.Select(l => (IReadOnlyList<object?>)
        [
            text.Of(l.Band), l.Agents, l.Passed.Denominator, l.Passed.Numerator, Percent(l.Passed.Value), Percent(l.Passed.Interval?.Low), Percent(l.Passed.Interval?.High),
            l.Score is { } s ? Math.Round(s, 2) : null,
        ]), format);
    }

    private static decimal? Percent(decimal? share) => share is { } v ? Math.Round(100 * v, 2) : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        await ReadChoicesAsync(history, cancel);
        Until = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime).AddDays(1);
        From = Until.AddMonths(-Months);
        var rows = await RowsAsync(cancel);
        Unknown = rows.Count(r => r.Joined is null);
        Lines = [.. rows.Where(r => r.Joined is not null).Select(r => (Row: r, Band: TenureBands.Of(r.Joined!.Value, r.Date))).Where(x => x.Band is not null)
            .GroupBy(x => x.Band!.Value).OrderBy(g => g.Key).Select(g => new TenureLine(
                g.Key, g.Select(x => (x.Row.Contract, x.Row.Agent)).Distinct().Count(),
                new Rate(g.Count(x => x.Row.Passed), g.Count()), new Rate(g.Count(x => x.Row.Fatal), g.Count()), g.Average(x => x.Row.Score)))];
    }

    private async Task<List<Scored>> RowsAsync(CancellationToken cancel)
    {
        var (from, until) = (From, Until);
        var evaluations = Db.Evaluations.AsNoTracking()
            .Where(e => e.ShownAt != null && e.State == EvaluationState.Submitted && e.Purpose == EvaluationPurpose.Random && e.Raw != null);
        if (Filter.Vendor is { } vendor)
        {
            evaluations = evaluations.Where(e => e.VendorId == vendor);
        }

        if (Filter.Region is { } region)
        {
            evaluations = evaluations.Where(e => Db.Outlets.Any(o => o.Id == e.OutletId && o.RegionId == region));
        }

        return await evaluations.Join(Db.QaContacts, e => e.ContactId, c => c.Id, (e, c) => new { e, c.Date })
            .Where(x => x.Date >= from && x.Date < until)
            .Select(x => new Scored
            {
                Contract = x.e.ContractId, Agent = x.e.Agent, Date = x.Date, Passed = x.e.Passed, Fatal = x.e.HasFatal, Score = x.e.Score ?? 0,
                Joined = Db.Agents.Where(a => a.VendorId == x.e.VendorId && a.Number == x.e.Agent).Select(a => (DateOnly?)a.JoinedOn).FirstOrDefault(),
            }).ToListAsync(cancel);
    }

    private sealed class Scored
    {
        public required ContractId Contract { get; init; }
        public required string Agent { get; init; }
        public required DateOnly Date { get; init; }
        public required bool Passed { get; init; }
        public required bool Fatal { get; init; }
        public required decimal Score { get; init; }
        public required DateOnly? Joined { get; init; }
    }
}
