using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Scores handed in, what follows from a fail, and appeals: each with its clocks, saved together.</summary>
public sealed class InspectionDesk(AppDb db, ClockFacesLoader clocks, TimeProvider clock)
{
    public const string Area = "recordings";

    /// <summary>The form that new tasks are scored with; a network that has none yet begins with the default. Saved with what follows.</summary>
    public async Task<QaForm> CurrentFormAsync(CancellationToken cancel)
    {
        var form = await db.QaForms.Where(f => f.PublishedAt != null).OrderByDescending(f => f.Number).FirstOrDefaultAsync(cancel);
        if (form is null)
        {
            var number = 1 + (await db.QaForms.MaxAsync(f => (int?)f.Number, cancel) ?? 0);
            form = new QaForm(db.Scope.Tenant, number, DefaultQaForm.Body, db.Scope.ActorName, clock.GetUtcNow());
            form.Publish(db.Scope.ActorName, clock.GetUtcNow());
            db.QaForms.Add(form);
        }

        return form;
    }

    public async Task SubmitAsync(Evaluation evaluation, QaContact contact, QaForm form, Answers answers, string? summary, Author by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        evaluation.Draft(form, answers, summary, by, now);
        evaluation.Submit(form, contact.Kind, by, now);
        if (evaluation.ShownAt is not null)
        {
            await FollowUpAsync(evaluation, contact, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What was hidden, shown to the vendor; from now on it can be appealed against.</summary>
    public async Task PublishAsync(Evaluation evaluation, QaContact contact, CancellationToken cancel)
    {
        if (evaluation.Purpose == EvaluationPurpose.Calibration)
        {
            throw new RuleViolationException("publish-calibration");
        }

        evaluation.Publish(clock.GetUtcNow());
        await FollowUpAsync(evaluation, contact, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }

    public async Task<Appeal> AppealAsync(Evaluation evaluation, AppealAsk ask, Author by, CancellationToken cancel)
    {
        var (contract, month) = (evaluation.ContractId, evaluation.Month);
        var frozen = await db.Scorecards.AnyAsync(s => s.ContractId == contract && s.Month == month && s.State == ScorecardState.Published, cancel);
        if (await db.Appeals.AnyAsync(a => a.EvaluationId == evaluation.Id && a.Code == ask.Code, cancel))
        {
            throw new RuleViolationException("appeal-twice", ask.Code);
        }

        var now = clock.GetUtcNow();
        var appeal = Appeal.File(evaluation, ask, frozen, (await FacesAsync(contract, now, cancel)).Office, by, now);
        db.Appeals.Add(appeal);
        await db.SaveChangesAsync(cancel);
        return appeal;
    }

    /// <summary>An answer, first or final; where it turns a fail into a pass, the talk that was owed falls away.</summary>
    public async Task AnswerAsync(Appeal appeal, bool upheld, string? answer, Author by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var evaluation = await db.Evaluations.SingleAsync(e => e.Id == appeal.EvaluationId, cancel);
        var form = await db.QaForms.SingleAsync(f => f.Id == evaluation.FormId, cancel);
        if (appeal.State == AppealState.Final)
        {
            appeal.Settle(evaluation, form, upheld, answer, by, now);
        }
        else
        {
            appeal.Reply(evaluation, form, upheld, answer, (await FacesAsync(appeal.ContractId, now, cancel)).Office, by, now);
        }

        if (evaluation.Passed)
        {
            (await db.Coachings.FirstOrDefaultAsync(c => c.EvaluationId == evaluation.Id, cancel))?.Drop(now);
        }

        await db.SaveChangesAsync(cancel);
    }

    public async Task AskFinalAsync(Appeal appeal, string? reason, Author by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        appeal.AskFinal(reason, (await FacesAsync(appeal.ContractId, now, cancel)).Office, by, now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Another task for the same contact; the first evaluation stays as it is.</summary>
    public async Task<Evaluation> RescoreAsync(Evaluation original, CancellationToken cancel)
    {
        var contact = await db.QaContacts.SingleAsync(c => c.Id == original.ContactId, cancel);
        if (original.State != EvaluationState.Submitted || original.Purpose == EvaluationPurpose.Calibration)
        {
            throw new RuleViolationException("rescore-open");
        }

        var again = new Evaluation(contact, await CurrentFormAsync(cancel), EvaluationPurpose.Rescore, clock.GetUtcNow());
        again.Belong(original: original.Id);
        db.Evaluations.Add(again);
        await db.SaveChangesAsync(cancel);
        return again;
    }

    public Task<ClockFaces> FacesAsync(ContractId contract, DateTimeOffset start, CancellationToken cancel) => FacesAsync(clocks, contract, start, cancel);

    /// <summary>By the terms of the day before the clock began, as a recount finds them.</summary>
    private static async Task<ClockFaces> FacesAsync(ClockFacesLoader clocks, ContractId contract, DateTimeOffset start, CancellationToken cancel)
    {
        var terms = await clocks.TermsOnAsync(contract, DateOnly.FromDateTime(start.UtcDateTime).AddDays(-1), cancel);
        return await clocks.OfAsync(contract, terms.Id, cancel);
    }

    /// <summary>The vendor may see the contact; a fail of the agent owes a talk, once while one is open.</summary>
    private async Task FollowUpAsync(Evaluation evaluation, QaContact contact, DateTimeOffset now, CancellationToken cancel)
    {
        contact.Show(now);
        if (evaluation.Passed || evaluation.IsVoid || evaluation.CoachingId is not null)
        {
            return;
        }

        var (contract, agent) = (evaluation.ContractId, evaluation.Agent);
        var open = await db.Coachings.AnyAsync(
            c => c.ContractId == contract && c.Agent == agent && (c.State == CoachingState.Owed || c.State == CoachingState.Held), cancel);
        if (!open)
        {
            db.Coachings.Add(new Coaching(evaluation, (await FacesAsync(contract, now, cancel)).Office, now));
        }
    }
}
