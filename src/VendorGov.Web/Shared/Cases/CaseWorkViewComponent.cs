using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Training;

namespace VendorGov.Web.Shared.Cases;

/// <summary>What hangs on one issue, counted in one query: the card on its page that leads to each.</summary>
public sealed class CaseWorkViewComponent(AppDb db, TimeProvider clock) : ViewComponent
{
    public sealed class Counts
    {
        public bool IsComplaint { get; init; }
        public int Promises { get; init; }
        public int PromisesLate { get; init; }
        public int Callbacks { get; init; }
        public int CallbacksLate { get; init; }
        public int Referrals { get; init; }
        public int ReferralsLate { get; init; }
        public InvestigationState? Investigation { get; init; }
        public bool InvestigationOwed { get; init; }
        public int Orders { get; init; }
        public int OrdersOpen { get; init; }
        public int Articles { get; init; }
        public bool Fault { get; init; }
        public int Missed { get; init; }
        public int Called { get; init; }
    }

    public async Task<IViewComponentResult> InvokeAsync(Issue issue)
    {
        var now = clock.GetUtcNow();
        var id = issue.Id;
        var counts = await db.Issues.AsNoTracking().Where(i => i.Id == id).Select(i => new Counts
        {
            IsComplaint = i.ProblemType == ProblemType.ComplaintMishandled || db.Complaints.Any(c => c.IssueId == id),
            Promises = db.Promises.Count(p => p.IssueId == id),
            PromisesLate = db.Promises.Count(p => p.IssueId == id && p.State == PromiseState.Open && p.DueAt < now),
            Callbacks = db.Callbacks.Count(c => c.IssueId == id),
            CallbacksLate = db.Callbacks.Count(c => c.IssueId == id && c.State == CallbackState.Due && c.DueAt < now),
            Referrals = db.Referrals.Count(r => r.IssueId == id),
            ReferralsLate = db.Referrals.Count(r => r.IssueId == id && r.State == ReferralState.Open && r.DueAt < now),
            Investigation = db.Investigations.Where(v => v.IssueId == id).Select(v => (InvestigationState?)v.State).FirstOrDefault(),
            InvestigationOwed = i.Obligations.Any(o => o.Kind == ObligationKind.Investigate),
            Orders = db.TrainingOrders.Count(t => t.IssueId == id),
            OrdersOpen = db.TrainingOrders.Count(t => t.IssueId == id && t.State == TrainingOrderState.Open),
            Articles = db.KnowledgeArticles.Count(a => a.IssueId == id),
            Fault = db.Faults.Any(f => f.IssueId == id),
            Missed = db.MissedContacts.Count(m => m.IssueId == id),
            Called = db.MissedContacts.Count(m => m.IssueId == id && m.CalledAt != null),
        }).SingleAsync(HttpContext.RequestAborted);
        return View((issue, counts));
    }
}
