using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Home;

/// <summary>One line of what inspections and corrective actions ask of the reader's side, with where to go.</summary>
public sealed record QualityRow(string Url, string What, string When, bool Late);

/// <summary>
/// Contacts to score, appeals to answer, talks to hold, calibrations to take part in, actions to plan, judge and verify: what the reader's own
/// role has to do next. Two queries; headquarters, to whom all vendors' actions belong, get their counts with the first one.
/// </summary>
public sealed class QualityBoard(AppDb db, CurrentUser user, Text text, TimeProvider clock)
{
    private const int ActionsShown = 5;

    private bool IsVendor => user.Side == Side.Vendor;

    private bool IsHeadquarters => user.Role == Role.Headquarters;

    /// <summary>Late ones first.</summary>
    public async Task<IReadOnlyList<QualityRow>> ReadAsync(CancellationToken cancel)
    {
        if (!user.Can(Permission.ViewInspections) || user.Role == Role.Auditor)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var rows = await CountsAsync(now, cancel);
        return [.. rows.Concat(IsHeadquarters ? [] : await ActionsAsync(now, cancel)).OrderBy(r => !r.Late)];
    }

    private async Task<List<QualityRow>> CountsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (tenant, me, vendor, final) = (db.Scope.Tenant, user.Id, IsVendor, IsHeadquarters);
        var scores = user.Can(Permission.Inspect);
        var found = await db.Tenants.Where(t => t.Id == tenant).Select(t => new
        {
            Score = scores ? db.Evaluations.Count(e => e.State == EvaluationState.Open && e.RoundId == null && (e.ReviewerId == null || e.ReviewerId == me)) : 0,
            Blind = db.Evaluations.Count(e => e.State == EvaluationState.Open && e.RoundId != null && e.ReviewerId == me),
            Appeals = db.Appeals.Count(a => vendor ? a.State == AppealState.Refused && a.DueAt >= now : a.State == AppealState.Open || (final && a.State == AppealState.Final)),
            AppealDue = db.Appeals.Where(a => vendor ? a.State == AppealState.Refused && a.DueAt >= now : a.State == AppealState.Open || (final && a.State == AppealState.Final))
                .Min(a => (DateTimeOffset?)a.DueAt),
            Talks = vendor ? db.Coachings.Count(c => c.State == CoachingState.Owed || c.State == CoachingState.Held) : db.Coachings.Count(c => c.State == CoachingState.Resample),
            TalkDue = vendor ? db.Coachings.Where(c => c.State == CoachingState.Owed || c.State == CoachingState.Held).Min(c => c.DueAt)
                : db.Coachings.Where(c => c.State == CoachingState.Resample).Min(c => c.DueAt),
            Plans = final ? db.CorrectiveActions.Count(a => a.State == ActionState.Planned) : 0,
            Plan = db.CorrectiveActions.Where(a => a.State == ActionState.Planned).OrderBy(a => a.Until).Select(a => (Guid?)a.Id).FirstOrDefault(),
            Done = final ? db.CorrectiveActions.Count(a => a.State == ActionState.Reported) : 0,
            FirstDone = db.CorrectiveActions.Where(a => a.State == ActionState.Reported).OrderBy(a => a.Until).Select(a => (Guid?)a.Id).FirstOrDefault(),
            Overdue = final ? db.CorrectiveActions.Count(a => a.ClosedAt == null && db.Obligations.Any(o => o.Id == a.ActionOwedId && o.State == ClockState.Breached)) : 0,
            FirstOverdue = db.CorrectiveActions.Where(a => a.ClosedAt == null && db.Obligations.Any(o => o.Id == a.ActionOwedId && o.State == ClockState.Breached))
                .OrderBy(a => a.Until).Select(a => (Guid?)a.Id).FirstOrDefault(),
        }).SingleAsync(cancel);
        var rows = new List<QualityRow>();
        Add(found.Appeals, "/Inspections/Appeals", vendor ? "home.quality.refused" : "home.quality.appeals", found.AppealDue);
        Add(found.Talks, "/Inspections/Coachings", vendor ? "home.quality.talks" : "home.quality.resamples", found.TalkDue);
        Add(found.Overdue, $"/Improvement/Details/{found.FirstOverdue}", "home.quality.overdue", null, late: true);
        Add(found.Plans, $"/Improvement/Details/{found.Plan}", "home.quality.plans", null);
        Add(found.Done, $"/Improvement/Details/{found.FirstDone}", "home.quality.done", null);
        Add(found.Blind, "/Inspections/Rounds", "home.quality.blind", null);
        Add(found.Score, "/Inspections", "home.quality.score", null);
        return rows;

        void Add(int count, string url, string key, DateTimeOffset? due, bool late = false)
        {
            if (count > 0)
            {
                rows.Add(new QualityRow(url, text[key, count], due is null ? text[key + ".note"] : text["home.quality.firstDue", text.Instant(due, now)], late || due < now));
            }
        }
    }

    /// <summary>A vendor owes plans and steps; the buyer's side judges plans and verifies what is reported done.</summary>
    private async Task<List<QualityRow>> ActionsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var vendor = IsVendor;
        var rows = await (
            from a in db.CorrectiveActions.AsNoTracking()
            join plan in db.Obligations on a.PlanOwedId equals plan.Id
            join owed in db.Obligations on a.ActionOwedId equals owed.Id
            where vendor ? a.State == ActionState.Demanded || a.State == ActionState.Returned || a.State == ActionState.Running
                : a.State == ActionState.Planned || a.State == ActionState.Reported || (owed.State == ClockState.Breached && a.ClosedAt == null)
            orderby owed.State == ClockState.Breached || plan.State == ClockState.Breached ? 0 : 1, a.Until
            select new { a.Id, a.Number, a.Title, a.State, Plan = plan.DueAt, Action = owed.DueAt }).Take(ActionsShown).ToListAsync(cancel);
        return [.. rows.Select(r =>
        {
            var due = r.State is ActionState.Demanded or ActionState.Returned ? r.Plan : r.Action;
            var late = due < now && r.State is not (ActionState.Planned or ActionState.Reported);
            return new QualityRow($"/Improvement/Details/{r.Id}", $"{r.Number} {r.Title}", $"{text.Of(r.State)} · {text["home.dueAt", text.Instant(due, now)]}", late);
        })];
    }
}
