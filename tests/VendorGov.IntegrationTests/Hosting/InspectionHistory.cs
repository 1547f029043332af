using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>Inspections of a contract: a failed evaluation with what follows, one that waits, a mystery contact, a calibration and a corrective action.</summary>
internal sealed class InspectionHistory(AppDb db, string code, EvidenceFile recording, DateTimeOffset now)
{
    private static readonly Author Reviewer = new(UserId.New(), "质检员", Side.Buyer);
    private static readonly Author Vendor = new(UserId.New(), "供应商", Side.Vendor);

    public void Tell(Contract contract, Outlet outlet, ClockFaces faces)
    {
        var form = db.QaForms.Local.FirstOrDefault() ?? Publish(contract.TenantId);
        var heard = Contact(contract, outlet, $"{code}-{contract.Number}-q1", InspectionKind.Recording);
        heard.Attach(recording);
        var failed = Scored(heard, form, Answered(form, Level.Fails));
        heard.Show(now);
        var mystery = Contact(contract, outlet, $"{code}-{contract.Number}-q2", InspectionKind.Mystery);
        var open = new Evaluation(heard, form, EvaluationPurpose.Targeted, now);
        var appeal = Appeal.File(failed, new AppealAsk("D2", $"{code}申诉", Level.Meets, recording), false, faces.Office, Vendor, now);
        var (draw, _) = SampleDraw.Make(
            contract, new YearMonth(2026, 1), 1, "seed", [new FrameItem(Guid.NewGuid(), "1001", "Voice|催件|09-12|old", false)],
            new SamplePlan(5, 10, 30, new Dictionary<string, int>()), "总部", now);
        var round = new CalibrationRound(
            contract, $"{code}校准", form, [heard], [new RoundReviewer(Guid.NewGuid(), "质检员", Side.Buyer), new RoundReviewer(Guid.NewGuid(), "供应商", Side.Vendor)], "总部", now);
        var demand = new ActionDemand(ActionOrigin.Manual, $"{code}整改", "口径错误", "抽检合格率", "QAP", 80, 95, DateOnly.FromDateTime(now.UtcDateTime).AddDays(40));
        var (action, plan, owed) = CorrectiveAction.Ask(contract, $"ZG-2025-{db.CorrectiveActions.Local.Count + 1:0000}", demand, faces, "总部", now);
        db.AddRange(heard, open, failed, mystery, Scored(mystery, form, Answered(form, Level.Meets)), appeal, new Coaching(failed, faces.Office, now), draw, round);
        db.Add(new SurveyAnswer(
            contract, new SurveyFacts(outlet.Id, SurveySource.Phone, Channel.Voice, now.AddDays(-200), 5, heard.ExternalId, "1001", null, $"{code}态度好"), TimeZoneInfo.Utc,
            $"{code}-{contract.Number}-s1", "质检员", now));
        db.AddRange(new ItemPlan(contract, "D2", new YearMonth(2026, 1), new Rate(10, 20), now), plan, owed, action);
    }

    private QaForm Publish(TenantId tenant)
    {
        var form = new QaForm(tenant, 1, DefaultQaForm.Body, "总部", now);
        form.Publish("总部", now);
        db.Add(form);
        return form;
    }

    private QaContact Contact(Contract contract, Outlet outlet, string id, InspectionKind kind) => new(
        contract, new ContactFacts(outlet.Id, "1001", null, Channel.Voice, now.AddDays(-200), "催件", "YT1", 120), TimeZoneInfo.Utc, kind, ContactSource.Manual, id, "质检员", now);

    private static Answers Answered(QaForm form, Level level) => new(
        [.. form.Body.Criteria.Select(c => c.Code is "D2" or "D3" or "A2"
            ? new ItemScore(c.Code, level, "01:30 推诿", 90, GapCause.Habit, FaultOf.Agent) : new ItemScore(c.Code, Level.Meets))], []);

    private Evaluation Scored(QaContact contact, QaForm form, Answers answers)
    {
        var evaluation = new Evaluation(contact, form, EvaluationPurpose.Targeted, now);
        evaluation.Draft(form, answers, $"{code}总评", Reviewer, now);
        evaluation.Submit(form, contact.Kind, Reviewer, now);
        return evaluation;
    }
}
