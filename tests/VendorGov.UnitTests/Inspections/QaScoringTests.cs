using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.UnitTests.Staffing;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;

namespace VendorGov.UnitTests.Inspections;

public sealed class QaScoringTests
{
    [Fact]
    public void The_form_of_the_network_can_be_scored_with()
    {
        Heard.Body.Demand();
        Assert.Equal((23, 8, 85m), (Heard.Body.Criteria.Count(), Heard.Body.Fatal.Count, Heard.Body.PassMark));
        Assert.Equal(["A1", "C1", "E2"], Heard.Body.Criteria.Where(c => c.Brand).Select(c => c.Code));
        Assert.Equal(["Z3", "Z4", "Z5", "Z7"], Heard.Body.Fatal.Where(f => f.CapsGrade).Select(f => f.Code));
    }

    [Fact]
    public void Scores_are_weighed_over_what_applies()
    {
        Assert.Equal(100m, Final(Heard.Full()));
        Assert.Equal(100m - (5 * 0.25m) - (8 * 0.75m) - 7, Final(Heard.Full(("A2", Level.Minor), ("D2", Level.Major), ("D3", Level.Fails))));
        // D2 does not apply: 92 points are left, and D3 takes 7 of them.
        Assert.Equal(100m * 85 / 92, Final(Heard.Full(("D2", Level.NotApplicable), ("D3", Level.Fails))));
    }

    [Fact]
    public void Exactly_85_passes_and_less_does_not()
    {
        // A and half of what is missing: 15 points.
        Assert.True(QaScoring.Evaluate(Heard.Body, Heard.Full(("D2", Level.Fails), ("D3", Level.Fails))) is { Passed: true, Final: 85m });
        Assert.False(QaScoring.Evaluate(Heard.Body, Heard.Full(("D2", Level.Fails), ("D3", Level.Fails), ("A2", Level.Minor))).Passed);
    }

    [Fact]
    public void A_fatal_item_makes_the_score_0_and_keeps_the_raw_one()
    {
        var answers = Heard.Full() with { Fatal = [new FatalMark("Z1", "02:08 辱骂客户", 128)] };
        Assert.Equal(new QaResult(100, 0, false, true, false, 3, 3), QaScoring.Evaluate(Heard.Body, answers));
        Assert.True(QaScoring.Evaluate(Heard.Body, Heard.Full() with { Fatal = [new FatalMark("Z7", "未核实", 9)] }).CapsGrade);
    }

    [Fact]
    public void Nothing_applicable_is_void()
    {
        var answers = new Answers([.. Heard.Body.Criteria.Select(c => new ItemScore(c.Code, Level.NotApplicable))], []);
        Assert.True(QaScoring.Evaluate(Heard.Body, answers) is { IsVoid: true, Final: null, Passed: false });
    }

    [Fact]
    public void Anything_below_full_needs_remark_cause_and_whose_doing()
    {
        var bare = Heard.Full() with { Items = [.. Heard.Full().Items.Select(i => i.Code == "A1" ? new ItemScore("A1", Level.Minor, "平淡") : i)] };
        Assert.Equal("answers-unexplained", Refusal(() => QaScoring.DemandComplete(Heard.Body, bare)));
        Assert.Equal("answers-unexplained", Refusal(() => QaScoring.DemandComplete(Heard.Body, Heard.Full() with { Fatal = [new FatalMark("Z1", " ")] })));
        Assert.Equal("answers-missing", Refusal(() => QaScoring.DemandComplete(Heard.Body, new Answers([.. Heard.Full().Items.Skip(1)], []))));
        Assert.Equal("answer-binary", Refusal(() => QaScoring.DemandComplete(Heard.Body, Heard.Full(("E1", Level.Major)))));
        Assert.Equal("answer-unknown", Refusal(() => QaScoring.DemandKnown(Heard.Body, new Answers([new ItemScore("Q9", Level.Meets)], []))));
    }

    [Fact]
    public void A_form_whose_weights_miss_100_or_whose_levels_are_not_described_is_refused()
    {
        var heavy = Heard.Body with { Sections = [.. Heard.Body.Sections.Select(s => s with { Criteria = [.. s.Criteria.Select(c => c.Code == "G3" ? c with { Weight = 4 } : c)] })] };
        var silent = Heard.Body with
        {
            Sections = [.. Heard.Body.Sections.Select(s => s with { Criteria = [.. s.Criteria.Select(c => c.Code == "G3" ? c with { Rubric = c.Rubric with { Minor = null } } : c)] })],
        };
        Assert.Equal("form-weights", Refusal(heavy.Demand));
        Assert.Equal("form-rubric", Refusal(silent.Demand));
        var published = new QaForm(Desk.Contract.TenantId, 2, Heard.Body, "总部", Desk.Now);
        published.Publish("总部", Desk.Now);
        Assert.Equal("form-published", Refusal(() => published.Change(heavy, "总部", Desk.Now)));
    }

    [Fact]
    public void A_transcript_is_read_line_by_line()
    {
        var lines = TranscriptReader.Read("00:06 客户：你好，没收到件\n[00:13] 坐席：请报运单号\n还有姓名\n01:02:03 agent: hello");
        Assert.Equal(
            [new TranscriptLine(6, Speaker.Customer, "你好，没收到件"), new TranscriptLine(13, Speaker.Agent, "请报运单号\n还有姓名"), new TranscriptLine(3723, Speaker.Agent, "hello")], lines);
    }

    private static decimal? Final(Answers answers) => QaScoring.Evaluate(Heard.Body, answers).Final;
}
