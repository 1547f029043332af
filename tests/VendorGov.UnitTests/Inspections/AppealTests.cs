using VendorGov.Domain.Inspections;
using VendorGov.Domain.Staffing;
using VendorGov.UnitTests.Staffing;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;

namespace VendorGov.UnitTests.Inspections;

public sealed class AppealTests
{
    private static readonly (string, Level)[] Poor = [("D2", Level.Fails), ("D3", Level.Fails), ("A2", Level.Minor)];

    private static Domain.Calendars.BusinessCalendar Office => Desk.Faces.Office;

    private static Appeal File(Evaluation evaluation, DateTimeOffset at, Level? wanted = Level.Meets, bool frozen = false, string code = "A2") =>
        Appeal.File(evaluation, new AppealAsk(code, "录音 02:08 为线路回声", wanted, null), frozen, Office, Heard.Vendor, at);

    [Fact]
    public void Three_working_days_to_appeal_and_three_to_answer()
    {
        // Published on a Monday: until the close of Thursday.
        var evaluation = Heard.Scored(Heard.Full(Poor));
        var last = Appeal.FileBy(Desk.Now, Office);
        Assert.Equal(new DateOnly(2026, 3, 5), Office.LocalDate(last));
        var appeal = File(evaluation, last);
        Assert.Equal(new DateOnly(2026, 3, 10), Office.LocalDate(appeal.DueAt));
        Assert.Equal("appeal-late", Refusal(() => File(evaluation, last.AddSeconds(1))));
        Assert.Equal("appeal-frozen", Refusal(() => File(evaluation, last, frozen: true)));
        Assert.Equal("appeal-item", Refusal(() => File(evaluation, last, code: "A1")));
        Assert.Equal("appeal-wanted", Refusal(() => File(evaluation, last, wanted: Level.Fails)));
    }

    [Fact]
    public void Another_reviewer_upholds_and_the_first_answers_stay()
    {
        var evaluation = Heard.Scored(Heard.Full(Poor));
        Assert.Equal((83.75m, false), (evaluation.Score, evaluation.Passed));
        var appeal = File(evaluation, Desk.Now);
        Assert.Equal("appeal-own-evaluation", Refusal(() => appeal.Reply(evaluation, Heard.Form, true, "属实", Office, Heard.Reviewer, Desk.Now)));
        var ruled = Desk.Now.AddDays(1);
        appeal.Reply(evaluation, Heard.Form, true, "复听属实", Office, Heard.Colleague, ruled);
        Assert.Equal((AppealState.Upheld, 85m, true), (appeal.State, evaluation.Score, evaluation.Passed));
        Assert.Equal(Level.Minor, evaluation.Answers.Find("A2")!.Level);
        Assert.Equal(Level.Minor, evaluation.AnswersAt(ruled.AddSeconds(-1)).Find("A2")!.Level);
        Assert.Equal(Level.Meets, evaluation.AnswersAt(ruled).Find("A2")!.Level);
    }

    [Fact]
    public void A_fatal_item_can_fall()
    {
        var evaluation = Heard.Scored(Heard.Full() with { Fatal = [new FatalMark("Z7", "00:20 未核实即报地址", 20)] });
        Assert.Equal(0m, evaluation.Score);
        File(evaluation, Desk.Now, null, code: "Z7").Reply(evaluation, Heard.Form, true, "核验在前一通完成", Office, Heard.Colleague, Desk.Now);
        Assert.Equal((100m, false, false), (evaluation.Score, evaluation.HasFatal, evaluation.CapsGrade));
    }

    [Fact]
    public void A_refusal_goes_to_headquarters_once_and_their_word_is_final()
    {
        var evaluation = Heard.Scored(Heard.Full(Poor));
        var appeal = File(evaluation, Desk.Now);
        appeal.Reply(evaluation, Heard.Form, false, "打断两次", Office, Heard.Colleague, Desk.Now);
        appeal.AskFinal("请总部复听", Office, Heard.Vendor, Desk.Now.AddDays(1));
        Assert.Equal(new DateOnly(2026, 3, 5), Office.LocalDate(appeal.DueAt));
        Assert.Equal("appeal-own-evaluation", Refusal(() => appeal.Settle(evaluation, Heard.Form, false, "维持", Heard.Colleague, Desk.Now)));
        appeal.Settle(evaluation, Heard.Form, false, "维持原评", Heard.Headquarters, Desk.Now.AddDays(2));
        Assert.Equal((AppealState.Settled, 83.75m), (appeal.State, evaluation.Score));
    }

    [Fact]
    public void Silence_climbs_and_never_upholds()
    {
        var evaluation = Heard.Scored(Heard.Full(Poor));
        var appeal = File(evaluation, Desk.Now);
        Assert.False(appeal.Sweep(Office, appeal.DueAt));
        Assert.True(appeal.Sweep(Office, appeal.DueAt.AddMinutes(1)));
        Assert.Equal((AppealState.Final, 2), (appeal.State, appeal.Climbs));
        Assert.True(appeal.Sweep(Office, Desk.Now.AddDays(60)));
        Assert.Equal((AppealState.Final, 4), (appeal.State, appeal.Climbs));
        Assert.False(appeal.Sweep(Office, Desk.Now.AddDays(90)));
        Assert.Equal(83.75m, evaluation.Score);
        var refused = File(Heard.Scored(Heard.Full(Poor)), Desk.Now);
        refused.Reply(evaluation, Heard.Form, false, "打断两次", Office, Heard.Colleague, Desk.Now);
        Assert.True(refused.Sweep(Office, refused.DueAt.AddMinutes(1)));
        Assert.Equal(AppealState.Settled, refused.State);
    }

    [Fact]
    public void A_mystery_contact_and_a_blind_task_are_hidden_until_somebody_publishes_them()
    {
        Assert.Null(Heard.Scored(Heard.Full(), contact: Heard.Contact(kind: InspectionKind.Mystery)).ShownAt);
        Assert.Null(Heard.Scored(Heard.Full(), EvaluationPurpose.Calibration).ShownAt);
        Assert.NotNull(Heard.Scored(Heard.Full()).ShownAt);
    }

    [Fact]
    public void A_task_belongs_to_who_began_it()
    {
        var evaluation = new Evaluation(Heard.Contact(), Heard.Form, EvaluationPurpose.Random, Desk.Now);
        evaluation.Draft(Heard.Form, Heard.Full(), null, Heard.Reviewer, Desk.Now);
        Assert.Equal("evaluation-taken", Refusal(() => evaluation.Draft(Heard.Form, Heard.Full(), null, Heard.Colleague, Desk.Now)));
        evaluation.Submit(Heard.Form, InspectionKind.Recording, Heard.Reviewer, Desk.Now);
        Assert.Equal("evaluation-closed", Refusal(() => evaluation.Draft(Heard.Form, Heard.Full(), null, Heard.Reviewer, Desk.Now)));
    }

    [Fact]
    public void A_second_fail_takes_the_agent_off_the_queue_until_certified_again()
    {
        var agent = Desk.Hire();
        var certificate = new Certificate(agent, CertificateKind.Contacts, "上岗证", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), "培训部", Desk.Now);
        var failed = Heard.Scored(Heard.Full(Poor), contact: Heard.Contact(agent: agent.Id));
        var coaching = new Coaching(failed, Office, Desk.Now);
        Assert.Equal(new DateOnly(2026, 3, 9), Office.LocalDate(coaching.DueAt!.Value));
        Assert.Equal("coaching-not-held", Refusal(() => coaching.Acknowledge("邵宁", Office, Desk.Now)));
        coaching.Hold("邵宁", "复听录音，演练打断后的处理", Desk.Now.AddDays(1));
        coaching.Acknowledge("邵宁", Office, Desk.Now.AddDays(1));
        Assert.Equal(new DateOnly(2026, 3, 17), Office.LocalDate(coaching.DueAt!.Value));

        List<Evaluation> again = [.. Enumerable.Range(0, 4).Select(_ => Heard.Scored(Heard.Full(), EvaluationPurpose.Resample))];
        coaching.Judge(again, 20, [certificate], Desk.Monday, "系统", "辅导后复检不合格", Desk.Now);
        Assert.Equal(CoachingState.Resample, coaching.State);
        again.Add(Heard.Scored(Heard.Full(Poor), EvaluationPurpose.Resample));
        coaching.Judge(again, 20, [certificate], Desk.Monday, "系统", "辅导后复检不合格", Desk.Now);
        Assert.Equal((CoachingState.OffQueue, false), (coaching.State, certificate.IsValidOn(Desk.Monday)));
        Assert.False(coaching.Recertify([certificate], Desk.Monday, Desk.Now));
        var anew = new Certificate(agent, CertificateKind.Contacts, "上岗证", Desk.Monday, new DateOnly(2027, 3, 1), "培训部", Desk.Now);
        Assert.True(coaching.Recertify([certificate, anew], Desk.Monday, Desk.Now));
        Assert.Equal("coaching-passed", Refusal(() => new Coaching(Heard.Scored(Heard.Full()), Office, Desk.Now)));
    }

    [Fact]
    public void An_item_under_85_percent_opens_a_plan_that_ends_when_the_team_is_better()
    {
        Assert.True(ItemPlan.Needed(new Rate(16, 20)));
        Assert.False(ItemPlan.Needed(new Rate(17, 20)));
        Assert.False(ItemPlan.Needed(new Rate(5, 19)));
        var plan = new ItemPlan(Desk.Contract, "D2", new Domain.YearMonth(2026, 2), new Rate(16, 20), Desk.Now);
        plan.Compare(new Rate(20, 20), Desk.Now);
        Assert.Null(plan.ClosedAt);
        plan.Plan("理赔口径培训加测验", Desk.Monday, "邵宁");
        plan.Compare(new Rate(15, 20), Desk.Now);
        Assert.Null(plan.ClosedAt);
        plan.Compare(new Rate(18, 20), Desk.Now);
        Assert.Equal(Desk.Now, plan.ClosedAt);
    }

    [Fact]
    public void A_round_shows_who_disagrees_about_what()
    {
        var contacts = Enumerable.Range(0, 3).Select(_ => Heard.Contact()).ToList();
        var round = new CalibrationRound(
            Desk.Contract, "三月校准", Heard.Form, contacts,
            [new RoundReviewer(Heard.Reviewer.User!.Value.Value, "吴桐", Heard.Reviewer.Side), new RoundReviewer(Heard.Vendor.User!.Value.Value, "陈屿", Heard.Vendor.Side)], "何青", Desk.Now);
        var tasks = round.Tasks(Heard.Form, contacts, Desk.Now);
        Assert.Equal(6, tasks.Count);
        foreach (var (task, i) in tasks.Select((t, i) => (t, i)))
        {
            var by = task.ReviewerId == Heard.Reviewer.User ? Heard.Reviewer : Heard.Vendor;
            var level = by == Heard.Vendor ? Level.Meets : Level.Fails;
            task.Draft(Heard.Form, Heard.Full(("C3", i < 2 ? Level.Major : Level.Minor), ("D2", level)), null, by, Desk.Now);
            task.Submit(Heard.Form, InspectionKind.Recording, by, Desk.Now);
        }

        var result = RoundResult.Of(Heard.Body, tasks);
        Assert.Equal(("D2", 1m), (result.Items[0].Code, result.Items[0].Spread));
        Assert.Equal(1, result.Items.Single(i => i.Code == "C3").Alpha!.Value, 9);
        Assert.Equal((1m, 1), (result.WithinTen, result.Pairs.Count));
        Assert.InRange(result.Pairs[0].Kappa!.Value, 0.3, 0.9);
    }
}
