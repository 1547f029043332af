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
/// role has to do next. Two queries.
/// </summary>
public sealed class QualityBoard(AppDb db, CurrentUser user, Text text, TimeProvider clock)
{
    private const int ActionsShown = 5;

    private bool IsVendor => user.Side == Side.Vendor;

    /// <summary>Late ones first.</summary>
    public async Task<IReadOnlyList<QualityRow>> ReadAsync(CancellationToken cancel)
    {
        if (!user.Can(Permission.ViewInspections) || user.Role == Role.Auditor)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return [.. (await CountsAsync(now, cancel)).Concat(await ActionsAsync(now, cancel)).OrderBy(r => !r.Late)];
    }

    private async Task<List<QualityRow>> CountsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (tenant, me, vendor, final) = (db.Scope.Tenant, user.Id, IsVendor, user.Role == Role.Headquarters);
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
        }).SingleAsync(cancel);
        var rows = new List<QualityRow>();
        Add(found.Appeals, "/Inspections/Appeals", vendor ? "home.quality.refused" : "home.quality.appeals", found.AppealDue);
        Add(found.Talks, "/Inspections/Coachings", vendor ? "home.quality.talks" : "home.quality.resamples", found.TalkDue);
        Add(found.Blind, "/Inspections/Rounds", "home.quality.blind", null);
        Add(found.Score, "/Inspections", "home.quality.score", null);
        return rows;

        void Add(int count, string url, string key, DateTimeOffset? due)
        {
            if (count > 0)
            {
                rows.Add(new QualityRow(url, text[key, count], due is null ? text[key + ".note"] : text["home.quality.firstDue", text.Instant(due, now)], due < now));
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
