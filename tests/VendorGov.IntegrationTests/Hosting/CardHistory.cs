using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>A row of each kind that hangs on scorecards: an old month that was appealed against, its steps, and a claim.</summary>
internal static class CardHistory
{
    private static readonly YearMonth December = new(2025, 12);

    public static void Tell(AppDb db, Contract contract, Scorecard published, Outlet outlet, string code, DateTimeOffset now)
    {
        var office = BusinessCalendar.Compile(DefaultCalendars.ChinaOffice);
        var card = new Scorecard(contract, published.TermsVersionId, December, 1);
        // Points on every metric, as nothing was delivered: a credit to claim.
        card.Draft(published.Content with { Month = December.ToString() }, published.TermsVersionId, now.AddDays(-9));
        card.OpenReview(office, RhythmDays.Default, now.AddDays(-8));
        var metric = card.Content.Metrics.First(m => m.Status != MetricStatus.NotContracted).Code;
        var ask = new CardAppealAsk(metric, null, $"{code} 数字有误", 95, 100, new EvidenceFile("证据.pdf", new string('d', 64), 100, EvidenceKind.Pdf));
        var appeal = ScorecardAppeal.File(card, ask, new Author(null, "供应商", Side.Vendor), now.AddDays(-8));
        appeal.Rule(new CardRuling(null, null, null, $"{code} 与记录一致"), null, new Author(null, "总部", Side.Buyer), now.AddDays(-7));
        var comment = ScorecardEvent.Comment(card, $"{code} 已收到", new Author(null, "供应商", Side.Vendor), now.AddDays(-8));
        comment.Told(now.AddDays(-8));
        db.AddRange(card, appeal, comment);
        if (CreditClaim.Follow(published, null, now) is { } claim)
        {
            db.Add(claim);
        }
    }

    public static void Tell(AppDb db, TenantId tenant) => db.Add(new ScorecardRhythm(tenant, RhythmDays.Default));
}
