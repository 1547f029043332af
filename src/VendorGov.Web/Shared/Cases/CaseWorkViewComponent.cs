using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Web.Shared.Cases;

/// <summary>What hangs on one issue, told by few queries: the card on its page that leads to each.</summary>
public sealed class CaseWorkViewComponent(AppDb db, TimeProvider clock) : ViewComponent
{
    private const int Complaint = 0, Promise = 1, Callback = 2, Referral = 3, Order = 4, Article = 5, Fault = 6;

    /// <summary>One row that hangs on the issue. <paramref name="Marked"/>: late or open.</summary>
    private sealed record Hanging
    {
        public int Kind { get; init; }
        public bool Marked { get; init; }
    }

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

    /// <param name="issue">With its obligations.</param>
    public async Task<IViewComponentResult> InvokeAsync(Issue issue)
    {
        var id = issue.Id;
        var found = await HangingOn(id).ToListAsync(HttpContext.RequestAborted);
        int All(int kind) => found.Count(h => h.Kind == kind);
        int Of(int kind) => found.Count(h => h.Kind == kind && h.Marked);
        var (missed, called) = All(Fault) > 0 ? await ContactsAsync(id) : (0, 0);
        return View((issue, new Counts
        {
            IsComplaint = issue.ProblemType == ProblemType.ComplaintMishandled || All(Complaint) > 0,
            Promises = All(Promise), PromisesLate = Of(Promise), Callbacks = All(Callback), CallbacksLate = Of(Callback),
            Referrals = All(Referral), ReferralsLate = Of(Referral), Orders = All(Order), OrdersOpen = Of(Order),
            Articles = All(Article), Fault = All(Fault) > 0, Missed = missed, Called = called,
            Investigation = await db.Investigations.Where(v => v.IssueId == id).Select(v => (InvestigationState?)v.State).FirstOrDefaultAsync(HttpContext.RequestAborted),
            InvestigationOwed = issue.Obligations.Any(o => o.Kind == ObligationKind.Investigate),
        }));
    }

    /// <summary>A fault may have cost thousands.</summary>
    private async Task<(int All, int Called)> ContactsAsync(IssueId id)
    {
        var counts = await db.MissedContacts.Where(m => m.IssueId == id).GroupBy(m => m.IssueId)
            .Select(g => new { All = g.Count(), Called = g.Count(m => m.CalledAt != null) }).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return (counts?.All ?? 0, counts?.Called ?? 0);
    }

    /// <summary>The few rows themselves, each table asked once: a count for each figure asked most of them twice.</summary>
    private IQueryable<Hanging> HangingOn(IssueId id)
    {
        var now = clock.GetUtcNow();
        return db.Complaints.Where(c => c.IssueId == id).Select(c => new Hanging { Kind = Complaint, Marked = false })
            .Concat(db.Promises.Where(p => p.IssueId == id).Select(p => new Hanging { Kind = Promise, Marked = p.State == PromiseState.Open && p.DueAt < now }))
            .Concat(db.Callbacks.Where(c => c.IssueId == id).Select(c => new Hanging { Kind = Callback, Marked = c.State == CallbackState.Due && c.DueAt < now }))
            .Concat(db.Referrals.Where(r => r.IssueId == id).Select(r => new Hanging { Kind = Referral, Marked = r.State == ReferralState.Open && r.DueAt < now }))
            .Concat(db.TrainingOrders.Where(t => t.IssueId == id).Select(t => new Hanging { Kind = Order, Marked = t.State == TrainingOrderState.Open }))
            .Concat(db.KnowledgeArticles.Where(a => a.IssueId == id).Select(a => new Hanging { Kind = Article, Marked = false }))
            .Concat(db.Faults.Where(f => f.IssueId == id).Select(f => new Hanging { Kind = Fault, Marked = false }));
    }
}
