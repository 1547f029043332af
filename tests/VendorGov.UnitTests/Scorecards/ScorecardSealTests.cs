using System.Text.Json;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.UnitTests.Documents;
using Xunit;

namespace VendorGov.UnitTests.Scorecards;

public sealed class ScorecardSealTests
{
    private static readonly Contract Contract = new(TenantId.New(), VendorId.New(), "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
    private static readonly TermsVersionId Terms = TermsVersionId.New();
    private static readonly DateTimeOffset Now = new(2026, 7, 9, 1, 0, 0, TimeSpan.Zero);
    private static readonly ScorecardContent Content = SampleScorecard.Create();

    [Fact]
    public void Names_stand_in_order_decimals_are_texts_and_instants_whole_seconds_of_UTC()
    {
        var json = ScorecardSeal.Json(Card(Content));

        Assert.StartsWith("{\"contract\":\"", json, StringComparison.Ordinal);
        Assert.Contains("\"charge\":\"92000\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("+00:00", json, StringComparison.Ordinal);
        Assert.All(Names(JsonDocument.Parse(json).RootElement), names => Assert.Equal(names.Order(StringComparer.Ordinal), names));
    }

    [Fact]
    public void Every_fact_and_every_result_is_sealed()
    {
        var seal = ScorecardSeal.Of(Card(Content), "");
        var changed = new Dictionary<string, ScorecardContent>
        {
            ["score"] = Content with { Score = Content.Score + 0.0000000001m },
            ["grade"] = Content with { Grade = Grade.E },
            ["credit"] = Content with { Credit = Content.Credit with { Amount = Content.Credit.Amount + 0.01m } },
            ["exemption"] = Content with { Exemptions = [] },
            ["terms"] = Content with { TermsVersion = 4 },
            ["calendar"] = Content with { ServiceCalendar = "7 × 24" },
            ["fatal issue"] = Content with { FatalIssues = [new FatalIssue(Guid.NewGuid(), "WT-1", default, default)] },
        };
        for (var i = 0; i < Content.Metrics.Count; i++)
        {
            changed[$"metric {i}"] = Content with { Metrics = With(Content.Metrics, i, m => m with { Numerator = (m.Numerator ?? 0) + 1 }) };
        }

        for (var i = 0; i < Content.Obligations.Count; i++)
        {
            changed[$"obligation {i}"] = Content with { Obligations = With(Content.Obligations, i, o => o with { Met = !o.Met }) };
        }

        for (var i = 0; i < Content.ReportRows.Count; i++)
        {
            changed[$"row {i}"] = Content with
            {
                ReportRows = With(Content.ReportRows, i, r => r with { Figures = r.Figures.ToDictionary(f => f.Key, f => f.Value + 1) }),
            };
        }

        Assert.Empty(changed.Where(c => ScorecardSeal.Of(Card(c.Value), "") == seal).Select(c => c.Key));
    }

    [Fact]
    public void Words_of_people_zeros_that_say_nothing_and_parts_of_a_second_are_not()
    {
        var same = Content with
        {
            Credit = Content.Credit with { Amount = Content.Credit.Amount + 0.0000m },
            Exemptions = [.. Content.Exemptions.Select(e => e with { Reason = "王敏 13812342097", From = e.From.AddMilliseconds(7).ToOffset(TimeSpan.FromHours(8)) })],
            Obligations = [.. Content.Obligations.Select(o => o with { Title = "王敏" })],
        };

        Assert.Equal(ScorecardSeal.Of(Card(Content), ""), ScorecardSeal.Of(Card(same), ""));
        Assert.DoesNotContain("王敏", ScorecardSeal.Json(Card(same)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_seal_rests_on_the_one_before_and_each_document_has_a_code_of_its_own()
    {
        var (first, second) = (Card(Content), Card(Content));
        first.Publish(null, "何青", Now);
        second.Publish(first, "何青", Now);

        Assert.Equal((1, 2), (first.SealNumber, second.SealNumber));
        Assert.Matches("^[0-9a-f]{64}$", first.Seal);
        Assert.Equal(ScorecardSeal.Of(second, first.Seal!), second.Seal);
        Assert.NotEqual(first.Seal, second.Seal);
        Assert.Matches("^[0-9a-f]{32}$", first.CheckCode);
        Assert.NotEqual(first.CheckCode, second.CheckCode);
    }

    [Fact]
    public void A_revision_needs_a_reason_and_a_published_month()
    {
        var card = Card(Content);
        Assert.Equal("scorecard-draft", Assert.Throws<RuleViolationException>(() => card.Revise(Contract, "漏计")).Rule);
        card.Publish(null, "何青", Now);
        Assert.Equal("reason-missing", Assert.Throws<RuleViolationException>(() => card.Revise(Contract, " ")).Rule);

        var next = card.Revise(Contract, "申诉成立");

        Assert.Equal((2, "申诉成立", ScorecardState.Draft), (next.Revision, next.RevisionReason, next.State));
    }

    private static Scorecard Card(ScorecardContent content)
    {
        var card = new Scorecard(Contract, Terms, SampleScorecard.Month, 1);
        card.Draft(content, Terms, Now);
        return card;
    }

    private static List<T> With<T>(IReadOnlyList<T> items, int place, Func<T, T> change) => [.. items.Select((item, i) => i == place ? change(item) : item)];

    private static IEnumerable<List<string>> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value)).Prepend([.. element.EnumerateObject().Select(p => p.Name)]),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
