using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using VendorGov.Documents.Pdf;
using VendorGov.Domain.Rankings;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Rankings;

/// <summary>The ranking as a PDF in the reader's language: places with their intervals, who is not ranked and why, outlets x vendors.</summary>
public sealed class RankingFiles(CurrentUser user, Text text, TimeProvider clock, IOptions<SiteOptions> site)
{
    public FileContentResult Pdf(RankingPage page, Standing standing, OutletHeat? heat, string cut)
    {
        List<PackSection> sections = [new(text["ranking.title"], text["ranking.pdfScale"], [Ranked(page, standing), new PackText(text["ranking.overlapHint"], PackTone.Muted)])];
        if (standing.Vendors.Any(v => v.Rank is null))
        {
            sections.Add(new(text["ranking.notRanked"], "", [NotRanked(page, standing)]));
        }

        if (heat is not null)
        {
            sections.Add(new(text["ranking.heat"], text["ranking.pdfHeat"], [Heat(heat)]));
        }

        var published = standing.Cards.Count(c => c.State == ScorecardState.Published);
        List<string> facts = [text["ranking.lead"], text["ranking.counts", published, standing.Cards.Count - published]];
        if (page.IsCut)
        {
            facts.Add(text["ranking.cutNote"]);
        }

        var subtitle = cut.Length == 0 ? text.Month(page.Shown) : $"{text.Month(page.Shown)} · {cut}";
        var document = new PackDocument(
            user.Member.TenantName ?? "", text["ranking.pdfKind"], text["ranking.title"], subtitle, facts, sections,
            text["ranking.pdfMade", text.Month(page.Shown), text.DayAndTime(clock.GetUtcNow())]);
        var bytes = PackPdf.Render(document, text.LanguageTag, new DocumentImprint(site.Value.SourceCodeAddress, "VendorGov"));
        return new FileContentResult(bytes, "application/pdf") { FileDownloadName = $"ranking-{page.Shown}.pdf" };
    }

    private PackTable Ranked(RankingPage page, Standing standing) => new(
        [
            new(text["ranking.rank"], 9, true), new(text["ranking.change"], 13, true), new(text["ranking.vendor"], 46), new(text["ranking.grade"], 10),
            new(text["ranking.score"], 20, true), new(text["ranking.interval"], 42), new(text["ranking.facts"], 14, true), new(text["ranking.credit"], 20, true),
        ],
        [.. standing.Vendors.Where(v => v.Rank is not null).Select(v => (IReadOnlyList<PackCell>)
        [
            new(text.Number(v.Rank, 0), PackTone.Strong), Change(v),
            new(v.NoClearDifferenceAbove ? $"{v.VendorName} ≈" : v.VendorName),
            new(page.IsCut ? Text.None : v.Grade?.ToString() ?? Text.None, ToneOf(v.Score)),
            new($"{text.Fixed(v.Score)} ±{text.Fixed(v.HalfWidth)}", PackTone.Strong),
            new("", Range: new PackRange(v.Interval!.Low, v.Score!.Value, v.Interval.High)),
            new(text.Number(v.FactCount, 0)), new(Credit(standing, v)),
        ])],
        text["ranking.none", page.Shown]);

    private PackTable NotRanked(RankingPage page, Standing standing) => new(
        [new(text["ranking.vendor"], 50), new(text["ranking.facts"], 16, true), new(text["ranking.csv.note"], 100)],
        [.. standing.Vendors.Where(v => v.Rank is null).Select(v => (IReadOnlyList<PackCell>)
            [new(v.VendorName), new(text.Number(v.FactCount, 0)), new(page.Why(v) ?? "", PackTone.Muted)])],
        "");

    private PackTable Heat(OutletHeat heat) => new(
        [new(text["ranking.outlet"], 34), .. heat.Rows.Select(r => new PackColumn(r.Vendor, 22, true))],
        [.. heat.Outlets.Select((o, i) => (IReadOnlyList<PackCell>)
            [new(o.Name), .. heat.Rows.Select(r => new PackCell(text.Fixed(r.Cells[i]?.Score), ToneOf(r.Cells[i]?.Score), r.Cells[i] is not null))])],
        "");

    private PackCell Change(RankedVendor v) => v.RankChange switch
    {
        null => new(text["ranking.new"], PackTone.Muted),
        0 => new(text.Change(v.ScoreChange), PackTone.Muted),
        > 0 and var up => new($"↑{up}  {text.Change(v.ScoreChange)}", PackTone.Good),
        var down => new($"↓{-down}  {text.Change(v.ScoreChange)}", PackTone.Bad),
    };

    private string Credit(Standing standing, RankedVendor v) => v.Credit == 0 ? Text.None
        : text.Money(v.Credit, standing.Cards.First(c => c.VendorCode == v.VendorCode).Currency);

    private static PackTone ToneOf(decimal? score) => score switch { null => PackTone.Muted, >= 80 => PackTone.Good, >= 70 => PackTone.Fair, _ => PackTone.Bad };
}
