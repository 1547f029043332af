using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>What a form says of a training order; agents by id.</summary>
public sealed record OrderForm(string Topic, string? Note, Guid Course, IReadOnlyCollection<Guid> Agents, DateOnly DueOn);

/// <summary>Gives and withdraws training orders.</summary>
public sealed class OrderDesk(AppDb db, ClockFacesLoader clocks)
{
    /// <summary>Null where the course or an agent is not of this contract.</summary>
    public async Task<TrainingOrder?> GiveAsync(StaffContract desk, OrderForm form, Issue? issue, CancellationToken cancel)
    {
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
        var ground = issue is null ? new TrainingGround(TrainingCause.Other) : new TrainingGround(TrainingCause.Issue, issue.OutletId, issue.Id);
        var (order, owed) = TrainingOrder.Give(
            desk.Contract, new TrainingWish(form.Topic, form.Note, course, agents, form.DueOn), ground, faces, db.Scope.ActorName, desk.Now);
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
