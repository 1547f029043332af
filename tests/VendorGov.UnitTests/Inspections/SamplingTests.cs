using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Scorecards;
using VendorGov.UnitTests.Staffing;
using Xunit;

namespace VendorGov.UnitTests.Inspections;

public sealed class SamplingTests
{
    private static readonly Dictionary<string, int> None = [];

    /// <summary>Twelve agents, the last a newcomer; three strata in the proportion 6 : 3 : 1.</summary>
    private static List<FrameItem> Frame(int contacts)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, contacts).Select(i =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new FrameItem(new Guid(bytes), $"{1001 + (i % 12)}", i % 10 < 6 ? "voice" : i % 10 < 9 ? "chat" : "night", i % 12 == 11);
        })];
    }

    [Fact]
    public void The_same_seed_draws_the_same_contacts_whatever_their_order()
    {
        var frame = Frame(2000);
        var plan = new SamplePlan(5, 10, 96, None);
        var first = Sampling.Draw("a", frame, plan);
        frame.Reverse();
        Assert.Equal(first, Sampling.Draw("a", frame, plan));
        Assert.NotEqual(first, Sampling.Draw("b", frame, plan));
    }

    [Fact]
    public void Each_agent_gets_five_a_newcomer_ten_and_the_vendor_96()
    {
        var picks = Sampling.Draw("a", Frame(2000), new SamplePlan(5, 10, 96, None));
        Assert.Equal(96, picks.Count);
        var byAgent = picks.CountBy(p => p.Agent).ToDictionary();
        Assert.All(byAgent, a => Assert.True(a.Value >= (a.Key == "1012" ? 10 : 5)));
        Assert.Equal(12, byAgent.Count);
    }

    [Fact]
    public void Strata_are_drawn_in_proportion()
    {
        var picks = Sampling.Draw("a", Frame(2000), new SamplePlan(0, 0, 100, None));
        Assert.Equal([("chat", 30), ("night", 10), ("voice", 60)], picks.CountBy(p => p.Stratum).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void All_contacts_are_drawn_where_they_are_fewer() =>
        Assert.Equal(20, Sampling.Draw("a", Frame(20), new SamplePlan(5, 10, 96, None)).Count);

    [Fact]
    public void A_later_draw_takes_what_is_missing_only()
    {
        var before = Enumerable.Range(1001, 12).ToDictionary(n => $"{n}", _ => 8);
        // 96 were drawn: of the newcomer two more.
        Assert.Equal(["1012", "1012"], Sampling.Draw("b", Frame(600), new SamplePlan(5, 10, 96, before)).Select(p => p.Agent));
    }

    [Fact]
    public void Contracts_share_the_vendors_96_and_keep_30_each()
    {
        Assert.Equal(96, SamplePlan.TargetOf(5000, 5000));
        Assert.Equal(72, SamplePlan.TargetOf(3000, 4000));
        Assert.Equal(30, SamplePlan.TargetOf(100, 4000));
    }

    [Fact]
    public void A_kept_draw_repeats_itself_and_a_changed_frame_shows()
    {
        var (draw, picks) = SampleDraw.Make(Desk.Contract, new YearMonth(2026, 2), 1, "seed", Frame(500), new SamplePlan(5, 10, 96, None), "系统", Desk.Now);
        Assert.True(draw.Repeats());
        Assert.Equal(picks.Select(p => p.Id), draw.Picks);
        Assert.Equal(Frame(500).OrderBy(f => f.Id), draw.Unpacked());
        draw.Frame[^1] ^= 1;
        Assert.ThrowsAny<Exception>(() => Assert.True(draw.Repeats()));
    }

    [Fact]
    public void Targeted_picks_and_blind_tasks_never_count_but_a_fatal_one_caps_the_grade()
    {
        var month = new YearMonth(2026, 3);
        var fatal = Heard.Full() with { Fatal = [new FatalMark("Z4", "虚假完结", 3)] };
        var facts = new[]
        {
            Heard.Scored(Heard.Full()), Heard.Scored(Heard.Full(("D2", Level.Fails), ("D3", Level.Fails), ("D1", Level.Fails), ("A1", Level.Minor))),
            Heard.Scored(fatal, EvaluationPurpose.Targeted), Heard.Scored(Heard.Full(), EvaluationPurpose.Calibration), Heard.Scored(Heard.Full(), EvaluationPurpose.Resample),
        }.Select(e => new QualityFact(e, Heard.Body, month.FirstDay, "W1", "voice"));
        var rows = QualityMonth.Rows(month, facts, Desk.Now);
        Assert.Equal(2, QualityMetrics.SampledIn(month, rows));
        Assert.True(QualityMetrics.Breached(month, rows));
        Assert.Equal([(1m, 1m), (0m, 1m)], QualityMetrics.RowsOf("QAP", rows).Select(r => (r.Figures["qa_passed"], r.Figures["qa_sampled"])).OrderDescending());
        Assert.Equal(5m, QualityMetrics.RowsOf("BRD", rows).Sum(r => r.Figures["brand_full"]));
    }

    [Fact]
    public void A_month_with_fewer_than_30_borrows_from_the_two_before()
    {
        var (february, march) = (new YearMonth(2026, 2), new YearMonth(2026, 3));
        var old = Enumerable.Range(0, 5).Select(_ => Heard.Scored(Heard.Full(), contact: Heard.Contact(Desk.Now.AddDays(-20))));
        QualityFact Of(Evaluation e) => new(e, Heard.Body, e.Month.FirstDay, "W1", "voice");
        List<QualityFact> few = [.. old.Select(Of), .. Enumerable.Range(0, 29).Select(_ => Of(Heard.Scored(Heard.Full(), contact: Heard.Contact(Desk.Now.AddHours(-1)))))];
        Assert.Equal(34, QualityMonth.Rows(march, few, Desk.Now).Count);
        Assert.True(QualityMetrics.Borrowed("QAP", march.ToString(), QualityMonth.Rows(march, few, Desk.Now)));
        List<QualityFact> enough = [.. few, Of(Heard.Scored(Heard.Full(), contact: Heard.Contact(Desk.Now.AddHours(-1))))];
        Assert.Equal(30, QualityMonth.Rows(march, enough, Desk.Now).Count);
        Assert.Equal(february, few[0].Evaluation.Month);
    }
}
