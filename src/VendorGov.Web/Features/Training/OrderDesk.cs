using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>What a form says of a training order; agents by id.</summary>
public sealed record OrderForm(string Topic, string? Note, Guid Course, IReadOnlyCollection<Guid> Agents, DateOnly DueOn);

/// <summary>What an order answers: an issue, a step of a corrective action, a talk after a failed evaluation, or nothing of these.</summary>
public sealed record OrderSource(Issue? Issue = null, CorrectiveAction? Action = null, int Step = 0, Coaching? Talk = null)
{
    public TrainingGround Ground => this switch
    {
        { Issue: { } issue } => new TrainingGround(TrainingCause.Issue, issue.OutletId, issue.Id),
        { Action: { } action } => new TrainingGround(TrainingCause.CorrectiveAction, action.Demand.Outlet, null, action.Id),
        { Talk: { } talk } => new TrainingGround(TrainingCause.Inspection, null, null, talk.EvaluationId),
        _ => new TrainingGround(TrainingCause.Other),
    };
}

/// <summary>Gives and withdraws training orders.</summary>
public sealed class OrderDesk(AppDb db, ClockFacesLoader clocks)
{
    /// <summary>Null where the course or an agent is not of this contract.</summary>
    public async Task<TrainingOrder?> GiveAsync(StaffContract desk, OrderForm form, OrderSource source, CancellationToken cancel)
    {
        var issue = source.Issue;
        // History from another system is imported again at will, with all its clocks.
        if (issue is { Source: not null })
        {
            throw new RuleViolationException("order-history");
        }

        var (contract, ids) = (desk.Contract.Id, form.Agents.Distinct().ToList());
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == form.Course && c.ContractId == contract, cancel);
        var agents = await db.Agents.Where(a => a.ContractId == contract && ids.Contains(a.Id)).ToListAsync(cancel);
        if (course is null || agents.Count != ids.Count)
        {
            return null;
        }

        var faces = issue is null ? await clocks.SinceAsync(contract, desk.Now, cancel) : await clocks.OfAsync(contract, issue.TermsVersionId, cancel);
        var (order, owed) = TrainingOrder.Give(
            desk.Contract, new TrainingWish(form.Topic, form.Note, course, agents, form.DueOn), source.Ground, faces, db.Scope.ActorName, desk.Now);
        source.Action?.Order(source.Step, order);
        db.AddRange(owed, order);
        await db.SaveChangesAsync(cancel);
        return order;
    }

    public async Task WithdrawAsync(TrainingOrder order, string? reason, DateTimeOffset now, CancellationToken cancel)
    {
        var owed = await db.Obligations.SingleAsync(o => o.Id == order.ObligationId, cancel);
        var issue = owed.IssueId;
        var terms = issue is null ? null : await db.Issues.Where(i => i.Id == issue).Select(i => (TermsVersionId?)i.TermsVersionId).FirstOrDefaultAsync(cancel);
        ClockFaces faces = terms is { } version
            ? await clocks.OfAsync(order.ContractId, version, cancel) : await clocks.SinceAsync(order.ContractId, owed.StartedAt, cancel);
        order.Withdraw(reason, owed, faces, now);
        await db.SaveChangesAsync(cancel);
    }
}
