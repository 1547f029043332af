using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Staffing;

namespace VendorGov.Web.Features.Inspections;

/// <summary>What time does to inspections: appeals climb, re-samples are judged, agents come back, teams are compared.</summary>
public sealed class InspectionSweep(AppDb db, InspectionDesk desk, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var changed = await AppealsAsync(now, cancel) + await RemindAsync(now, cancel) + await CoachingsAsync(now, cancel) + await PlansAsync(now, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return changed;
    }

    private async Task<int> AppealsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var changed = 0;
        var due = await db.Appeals.Where(a => a.DueAt < now
            && (a.State == AppealState.Open || a.State == AppealState.Refused || (a.State == AppealState.Final && a.Climbs < Appeal.HighestLevel))).ToListAsync(cancel);
        foreach (var appeal in due)
        {
            changed += appeal.Sweep((await desk.FacesAsync(appeal.ContractId, now, cancel)).Office, now) ? 1 : 0;
        }

        return changed;
    }

    /// <summary>Talks that are due within a day; what is told of it follows from the mark.</summary>
    private async Task<int> RemindAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var soon = now.AddDays(1);
        var due = await db.Coachings.Where(c => c.State == CoachingState.Owed && c.RemindedAt == null && c.DueAt < soon).ToListAsync(cancel);
        due.ForEach(c => c.Remind(now));
        return due.Count;
    }

    private async Task<int> CoachingsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var changed = 0;
        var open = await db.Coachings.Where(c => c.State == CoachingState.Resample || c.State == CoachingState.OffQueue).ToListAsync(cancel);
        foreach (var coaching in open)
        {
            var before = (coaching.State, coaching.Resampled);
            await JudgeAsync(coaching, now, cancel);
            changed += before == (coaching.State, coaching.Resampled) ? 0 : 1;
        }

        return changed;
    }

    private async Task JudgeAsync(Coaching coaching, DateTimeOffset now, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == coaching.ContractId, cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone)).DateTime);
        var agent = coaching.AgentId;
        List<Certificate> certificates = agent is null ? [] : await db.Certificates.Where(c => c.AgentId == agent).ToListAsync(cancel);
        if (coaching.State == CoachingState.OffQueue)
        {
            coaching.Recertify(certificates, today, now);
            return;
        }

        var again = await db.Evaluations.Where(e => e.CoachingId == coaching.Id).ToListAsync(cancel);
        var open = again.Count(e => e.State == EvaluationState.Open);
        // Until the time is up more contacts may still come; then what there is must do.
        var available = coaching.DueAt < now ? again.Count(e => e.State != EvaluationState.Skipped) : Coaching.ResampleSize;
        if (open == 0 || coaching.DueAt < now)
        {
            coaching.Judge(again, available, certificates, today, db.Scope.ActorName, Shared.Text.For(Shared.Text.Chinese, TimeZoneInfo.Utc)["inspections.offQueueReason"], now);
        }
    }

    /// <summary>Opens plans for items that a whole team scored under 85 % in the month before, and compares those that were trained.</summary>
    private async Task<int> PlansAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var changed = 0;
        foreach (var contract in await db.Contracts.AsNoTracking().ToListAsync(cancel))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
            var (id, month) = (contract.Id, YearMonth.Of(now, zone).AddMonths(-1));
            var plans = await db.ItemPlans.Where(p => p.ContractId == id && (p.ClosedAt == null || p.Month == month)).ToListAsync(cancel);
            var since = plans.Where(p => p is { ClosedAt: null, TrainedOn: not null }).Select(p => p.TrainedOn!.Value).DefaultIfEmpty(month.FirstDay).Min();
            var earliest = since < month.FirstDay ? since : month.FirstDay;
            var scored = await (from e in db.Evaluations.AsNoTracking()
                                join c in db.QaContacts on e.ContactId equals c.Id
                                where e.ContractId == id && e.ShownAt != null && e.State == EvaluationState.Submitted && c.Date >= earliest
                                    && (e.Purpose == EvaluationPurpose.Random || e.Purpose == EvaluationPurpose.Resample)
                                select new { Evaluation = e, c.Date }).ToListAsync(cancel);
            foreach (var plan in plans.Where(p => p.ClosedAt is null))
            {
                plan.Compare(ItemRates.Of(plan.Code, scored.Where(s => s.Date > plan.TrainedOn).Select(s => s.Evaluation), now), now);
            }

            var last = scored.Where(s => YearMonth.Of(s.Date) == month && s.Evaluation.Purpose == EvaluationPurpose.Random).Select(s => s.Evaluation).ToList();
            foreach (var code in last.SelectMany(e => e.Answers.Items).Select(i => i.Code).Distinct().Where(code => plans.All(p => p.Code != code || (p.Month != month && p.ClosedAt is not null))).ToList())
            {
                if (ItemRates.Of(code, last, now) is var rate && ItemPlan.Needed(rate))
                {
                    db.ItemPlans.Add(new ItemPlan(contract, code, month, rate, now));
                    changed++;
                }
            }
        }

        return changed;
    }
}

/// <summary>How often an item was met in full.</summary>
internal static class ItemRates
{
    public static Rate Of(string code, IEnumerable<Evaluation> evaluations, DateTimeOffset now)
    {
        var levels = evaluations.Select(e => e.AnswersAt(now).Find(code)?.Level).Where(l => l is not null and not Level.NotApplicable).ToList();
        return new Rate(levels.Count(l => l == Level.Meets), levels.Count);
    }
}
