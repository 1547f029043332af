using Microsoft.Extensions.Options;
using VendorGov.Documents.Pdf;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reviews;

/// <summary>A quarter's review as a PDF that a meeting can be held by: figures first, then room for the agenda and for what is agreed.</summary>
public sealed class QuarterPack(CurrentUser user, TimeProvider clock, IOptions<SiteOptions> site)
{
    private const int MissedShown = 30, BlankActions = 6;

    public byte[] Render(QuarterReview review, Text text)
    {
        var document = new PackDocument(
            user.Member.TenantName ?? "", text["reviews.kind"], review.Name, text["reviews.quarter", $"{review.Quarter.Year}", review.Quarter.Number], Facts(review, text),
            [
                Summary(review, text), Metrics(review, text), Issues(review, text), Missed(review, text), Quality(review, text), Actions(review, text),
                Credits(review, text), Meeting(text),
            ],
            text["reviews.footer", review.Name, review.Quarter, text.DayAndTime(clock.GetUtcNow())], Cover: true);
        return PackPdf.Render(document, text.LanguageTag, new DocumentImprint(site.Value.SourceCodeAddress, "VendorGov"));
    }

    private List<string> Facts(QuarterReview review, Text text)
    {
        List<string> facts = [text["reviews.contracts", string.Join(text.Pick("、", ", "), review.Cards.Select(c => c.Contract).Distinct())]];
        facts.Add(text["reviews.made", text.DayAndTime(clock.GetUtcNow()), user.Name]);
        if (review.Cards.Any(c => c.State == ScorecardState.Draft))
        {
            facts.Add(text["reviews.hasDrafts"]);
        }

        return facts;
    }

    private static PackSection Summary(QuarterReview review, Text text)
    {
        var last = review.Months[^1];
        var credits = review.Months.Sum(m => m.Credit);
        return new PackSection(text["reviews.summary"], text["reviews.summaryNote"],
        [
            new PackFigures(
            [
                (text["reviews.lastScore"], text.Fixed(last.Score), ToneOf(last.Score)), (text["reviews.lastGrade"], last.Grade?.ToString() ?? Text.None, ToneOf(last.Score)),
                (text["reviews.lastPlace"], Place(last, text), PackTone.Plain),
                (text["reviews.missedOf"], $"{review.Missed.Count} / {review.Counted}", review.Missed.Count > 0 ? PackTone.Fair : PackTone.Good),
                (text["reviews.creditSum"], text.Money(credits, review.Currency), credits > 0 ? PackTone.Bad : PackTone.Plain),
            ]),
            new PackTable(
                [new(text["reviews.month"], 30), new(text["reviews.score"], 18, true), new(text["reviews.grade"], 14, true), new(text["reviews.place"], 26, true), new(text["reviews.facts"], 20, true), new(text["reviews.credit"], 28, true)],
                [.. review.Months.Select(m => (IReadOnlyList<PackCell>)
                    [new(text.Month(m.Month)), new(text.Fixed(m.Score), PackTone.Strong), new(m.Grade?.ToString() ?? Text.None, ToneOf(m.Score)), new(Place(m, text)), new(text.Number(m.Facts, 0)), new(text.Money(m.Credit, review.Currency))])],
                ""),
            .. Trend(review, text),
        ]);
    }

    private static IEnumerable<PackBlock> Trend(QuarterReview review, Text text)
    {
        var scores = review.Trend.Where(t => t.Score is not null).Select(t => t.Score!.Value).ToList();
        if (scores.Count > 1)
        {
            yield return new PackText(text["reviews.trend"], PackTone.Muted);
            yield return new PackTrend([.. review.Trend.Select(t => text.Pick($"{t.Month.Month}月", t.Month.ToString()[2..]))], [.. review.Trend.Select(t => t.Score)], Math.Max(0, Math.Floor((scores.Min() - 5) / 10) * 10), 100);
        }
    }

    private static PackSection Metrics(QuarterReview review, Text text) => new(text["reviews.metrics"], text["reviews.metricsNote"],
    [
        new PackTable(
            [new(text["reviews.metric"], 58), new(text["reviews.contract"], 28), new(text["reviews.target"], 18, true), .. review.Quarter.Months.Select(m => new PackColumn(text.Month(m), 22, true))],
            [.. review.Metrics().Select(m => (IReadOnlyList<PackCell>)
            [
                new(text.Pick(m.Last.NameZh, m.Last.NameEn)), new(m.Contract, PackTone.Muted), new((m.Last.Direction == MetricDirection.Up ? "≥ " : "≤ ") + text.Measure(m.Last.Target, m.Last.Unit)),
                .. m.ByMonth.Select(x => new PackCell(x?.Value is { } v ? text.Measure(v, x.Unit) : Text.None, x?.Points switch { null => PackTone.Muted, 0 => PackTone.Good, 1 => PackTone.Fair, _ => PackTone.Bad }, x?.Points >= 1)),
            ])],
            text["reviews.noMetrics"]),
    ], OnNewPage: true);

    private static PackSection Issues(QuarterReview review, Text text) => new(text["reviews.issues"], text["reviews.issuesNote", review.Types.Sum(t => t.Count)],
    [
        review.Types.Count == 0
            ? new PackText(text["reviews.noIssues"])
            : new PackBars([.. review.Types.Select(t => (text.Of(Enum.Parse<Domain.Issues.ProblemType>(t.Code)), t.Count, 100 * t.Cumulative))]),
    ]);

    private static PackSection Missed(QuarterReview review, Text text) => new(
        text["reviews.missed"], text["reviews.missedNote", review.Missed.Count, Math.Min(MissedShown, review.Missed.Count)],
    [
        new PackTable(
            [new(text["reviews.reference"], 30), new(text["reviews.obligation"], 34), new(text["reviews.outlet"], 36), new(text["reviews.due"], 34, true), new(text["reviews.late"], 34, true)],
            [.. review.Missed.Take(MissedShown).Select(o => (IReadOnlyList<PackCell>)
            [
                new(o.Reference), new(text.Of(o.Kind)), new(o.OutletName ?? o.OutletCode ?? Text.None), new(text.Instant(o.DueAt)),
                new(o.ElapsedSeconds > o.TargetSeconds && o.TargetSeconds > 0 ? text.Duration(o.ElapsedSeconds - o.TargetSeconds) : Text.None, PackTone.Bad),
            ])],
            text["reviews.nothingMissed"]),
    ]);

    private static PackSection Quality(QuarterReview review, Text text)
    {
        var staffing = review.Metrics().Where(m => m.Last.Group == "people").ToList();
        return new PackSection(text["reviews.quality"], text["reviews.qualityNote"],
        [
            review.Quality.Denominator == 0
                ? new PackText(text["reviews.noEvaluations"])
                : new PackFigures(
                [
                    (text["reviews.evaluations"], text.Number(review.Quality.Denominator, 0), PackTone.Plain),
                    (text["reviews.passRate"], text.Percent(100 * review.Quality.Value), PackTone.Plain),
                    (text["reviews.passInterval"], $"{text.Fixed(100 * review.Quality.Interval!.Value.Low)}–{text.Fixed(100 * review.Quality.Interval.Value.High)}", PackTone.Muted),
                    (text["reviews.fatal"], text.Number(review.Fatal.Numerator, 0), review.Fatal.Numerator > 0 ? PackTone.Bad : PackTone.Good),
                ]),
            new PackTable(
                [new(text["reviews.staffing"], 60), .. review.Quarter.Months.Select(m => new PackColumn(text.Month(m), 26, true))],
                [.. staffing.Select(m => (IReadOnlyList<PackCell>)
                    [new(text.Pick(m.Last.NameZh, m.Last.NameEn)), .. m.ByMonth.Select(x => new PackCell(x?.Value is { } v ? text.Measure(v, x.Unit) : Text.None))])],
                text["reviews.noStaffing"]),
        ]);
    }

    private static PackSection Actions(QuarterReview review, Text text) => new(text["reviews.actions"], "",
    [
        new PackTable(
            [new(text["reviews.number"], 26), new(text["reviews.title"], 78), new(text["reviews.state"], 28), new(text["reviews.until"], 26, true)],
            [.. review.Actions.Select(a => (IReadOnlyList<PackCell>)[new(a.Number), new(a.Title), new(text.Of(a.State)), new(text.Date(a.Until))])],
            text["reviews.noActions"]),
    ]);

    private static PackSection Credits(QuarterReview review, Text text) => new(text["reviews.credits"], "",
    [
        new PackTable(
            [new(text["reviews.month"], 28), new(text["reviews.contract"], 30), new(text["reviews.points"], 16, true), new(text["reviews.charge"], 30, true), new(text["reviews.uncapped"], 30, true), new(text["reviews.credit"], 30, true)],
            [.. review.Cards.Select(c => (IReadOnlyList<PackCell>)
            [
                new(text.Month(c.Month)), new(c.Contract), new(text.Number(c.Content.Credit.Points, 0)), new(text.Money(c.Content.Credit.Charge, c.Currency)),
                new(text.Money(c.Content.Credit.Uncapped, c.Currency)), new(text.Money(c.Content.Credit.Amount, c.Currency), PackTone.Strong),
            ])],
            ""),
    ]);

    private static PackSection Meeting(Text text) => new(text["reviews.meeting"], text["reviews.meetingNote"],
    [
        new PackBlanks([text["reviews.date"], text["reviews.attendees"], ""]),
        new PackText(text["reviews.agenda"], PackTone.Strong),
        new PackBlanks([.. Enumerable.Range(1, 6).Select(i => $"{i}.  {text[$"reviews.agenda.{i}"]}")]),
        new PackText(text["reviews.agreed"], PackTone.Strong),
        new PackTable(
            [new(text["reviews.what"], 90), new(text["reviews.who"], 34), new(text["reviews.when"], 28), new(text["reviews.done"], 22)],
            [.. Enumerable.Range(0, BlankActions).Select(_ => (IReadOnlyList<PackCell>)[new(" "), new(" "), new(" "), new(" ")])], ""),
        new PackBlanks([text["reviews.signBuyer"], text["reviews.signVendor"]]),
    ], OnNewPage: true);

    private static string Place(ReviewMonth month, Text text) => month.Rank is { } rank ? text["reviews.placeOf", rank, month.Ranked] : Text.None;

    private static PackTone ToneOf(decimal? score) => score switch { null => PackTone.Muted, >= 80 => PackTone.Good, >= 70 => PackTone.Fair, _ => PackTone.Bad };
}
