using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(null, allowIntegerValues: false) } };

    /// <summary>What people wrote.</summary>
    private static readonly string[] Words = ["title", "reason"];

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
        var kept = JsonSerializer.SerializeToNode(Small(), Plain)!;
        var seal = ScorecardSeal.Of(Card(Small()), "");
        var (same, tried) = (new List<string>(), 0);
        foreach (var path in Leaves(kept, "").ToList())
        {
            var changed = Otherwise(kept, path).ToList();
            Assert.True(changed.Count > 0, $"{path} could not be changed");
            tried++;
            if (!Words.Contains(path.Split('.')[^1]) && changed.Any(c => ScorecardSeal.Of(Card(c), "") == seal))
            {
                same.Add(path);
            }
        }

        Assert.Empty(same);
        Assert.True(tried > 400, $"{tried} facts and figures");
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

    /// <summary>Each kind of fact twice, so that each field of each of them can be changed by itself.</summary>
    private static ScorecardContent Small() => Content with
    {
        Metrics = [.. Content.Metrics.Take(9)],
        Obligations = [.. Content.Obligations.Take(2).Select(o => o with { Attribution = Domain.Issues.Attribution.System })],
        ReportRows = [.. Content.ReportRows.Take(2)],
        QualityRows = [.. Content.QualityRows!.Take(2)],
        StaffRows = [.. Content.ReportRows.TakeLast(2)],
        Escalations = [.. Content.Escalations!.Take(2)],
        MetricTrends = [.. Content.MetricTrends!.Take(2)],
        OutletScores = [.. Content.OutletScores!.Take(2)],
        FatalIssues = [new FatalIssue(Guid.NewGuid(), "WT-1", Now, Now)],
        Corrections = [new Correction(Guid.NewGuid(), "FR30", CorrectionKind.FigureEntered, Guid.NewGuid(), 3, 4, Now, "申诉")],
    };

    /// <summary>Paths such as <c>metrics.3.value</c> of all values.</summary>
    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, $"{path}{m.Key}.")),
        JsonArray items => items.SelectMany((item, i) => Leaves(item, $"{path}{i}.")),
        null => [],
        _ => [path.TrimEnd('.')],
    };

    /// <summary>The content with another value at a place; one for each value that fits the type.</summary>
    private static IEnumerable<ScorecardContent> Otherwise(JsonNode kept, string path)
    {
        var names = path.Split('.');
        foreach (var value in Others(names.Aggregate(kept, Step)))
        {
            var copy = kept.DeepClone();
            var parent = names[..^1].Aggregate(copy, Step);
            if (parent is JsonArray items)
            {
                items[int.Parse(names[^1], CultureInfo.InvariantCulture)] = value;
            }
            else
            {
                parent[names[^1]] = value;
            }

            ScorecardContent? read = null;
            try
            {
                read = copy.Deserialize<ScorecardContent>(Plain);
            }
            catch (JsonException)
            {
                // Another text is no value of this enumeration.
            }

            if (read is not null)
            {
                yield return read;
                yield break;
            }
        }
    }

    private static JsonNode Step(JsonNode node, string name) => node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!;

    private static IEnumerable<JsonNode> Others(JsonNode leaf)
    {
        if (leaf.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return [leaf.GetValueKind() == JsonValueKind.False];
        }

        if (leaf.GetValueKind() == JsonValueKind.Number)
        {
            return [leaf.GetValue<decimal>() + 1];
        }

        var text = leaf.GetValue<string>();
        if (Guid.TryParse(text, out _))
        {
            return [Guid.NewGuid().ToString()];
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
        {
            return [date.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        }

        if (text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at))
        {
            return [at.AddSeconds(1).ToString("O", CultureInfo.InvariantCulture)];
        }

        var enums = typeof(ScorecardContent).Assembly.GetTypes().Where(t => t.IsEnum && Enum.GetNames(t).Contains(text));
        return [.. enums.SelectMany(t => Enum.GetNames(t).Where(n => n != text)).Prepend(text + "x").Select(n => (JsonNode)n)];
    }

    private static Scorecard Card(ScorecardContent content)
    {
        var card = new Scorecard(Contract, Terms, SampleScorecard.Month, 1);
        card.Draft(content, Terms, Now);
        return card;
    }

    private static IEnumerable<List<string>> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value)).Prepend([.. element.EnumerateObject().Select(p => p.Name)]),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
