using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Inspections;

/// <summary>
/// Draws the contacts of a month that are to be scored, and those whose customers were not satisfied. A draw of a month that was drawn takes
/// what is still missing only; survey picks are made once per contact.
/// </summary>
public sealed class SamplingRun(AppDb db, InspectionDesk desk, TimeProvider clock)
{
    private const int SurveyDays = 45;

    private sealed record FrameRow(FrameItem Item, Guid? Contact, Guid? Feed);

    /// <summary>What the job does each night: the month that is over, where nothing was drawn of it yet, and new low ratings.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (drawn, now) = (0, clock.GetUtcNow());
        foreach (var contract in await db.Contracts.AsNoTracking().Include(c => c.Outlets).OrderBy(c => c.Number).ToListAsync(cancel))
        {
            var month = YearMonth.Of(now, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone)).AddMonths(-1);
            var (first, last, id) = (month.FirstDay, month.LastDay, contract.Id);
            if (contract.StartsOn <= last && !(contract.EndsOn < first) && !await db.SampleDraws.AnyAsync(d => d.ContractId == id && d.Month == month, cancel))
            {
                drawn += (await DrawAsync(contract, month, cancel))?.Picks.Count ?? 0;
            }

            drawn += await DrawLowRatingsAsync(contract, cancel) + await DrawSurveysAsync(contract, cancel);
        }

        return drawn;
    }

    /// <summary>Null where the month has no contact left to draw from.</summary>
    public async Task<SampleDraw?> DrawAsync(Contract contract, YearMonth month, CancellationToken cancel)
    {
        var rows = await FrameAsync(contract, month, cancel);
        if (rows.Count == 0)
        {
            return null;
        }

        var plan = await PlanAsync(contract, month, rows.Count, cancel);
        var number = 1 + await db.SampleDraws.CountAsync(d => d.ContractId == contract.Id && d.Month == month, cancel);
        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (draw, picks) = SampleDraw.Make(contract, month, number, seed, [.. rows.Select(r => r.Item)], plan, db.Scope.ActorName, clock.GetUtcNow());
        db.SampleDraws.Add(draw);
        await OpenAsync(contract, draw, [.. picks.Join(rows, p => p.Id, r => r.Item.Id, (p, r) => r)], cancel);
        await db.SaveChangesAsync(cancel);
        return draw;
    }

    /// <summary>Contacts of the month that nobody scores yet, from the feed and from files; where both sides fed an outlet, the buyer's rows.</summary>
    private async Task<List<FrameRow>> FrameAsync(Contract contract, YearMonth month, CancellationToken cancel)
    {
        var (id, from, to) = (contract.Id, month.FirstDay, month.LastDay);
        var fed = await db.FeedContacts.AsNoTracking()
            .Where(f => f.ContractId == id && f.Date >= from && f.Date <= to && f.Handled && !f.ByBot && f.Agent != null)
            .Select(f => new { f.Id, f.OutletId, f.SenderSide, f.ExternalId, f.Agent, f.Channel, f.Reason, f.StartedAt, f.Date }).ToListAsync(cancel);
        var buyers = fed.Where(f => f.SenderSide == Side.Buyer).Select(f => f.OutletId).ToHashSet();
        var known = await db.QaContacts.AsNoTracking().Where(c => c.ContractId == id && c.Date >= from && c.Date <= to)
            .Select(c => new { c.Id, c.ExternalId, c.Agent, c.Channel, c.Reason, c.Hour, c.Date, c.Kind, Taken = db.Evaluations.Any(e => e.ContactId == c.Id) })
            .ToListAsync(cancel);
        var ids = known.Select(k => k.ExternalId).ToHashSet(StringComparer.Ordinal);
        var agents = await AgentsAsync(contract.VendorId, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        bool New(string number, DateOnly date) => agents.TryGetValue(number, out var a) && a.JoinedOn > date.AddDays(-SamplePlan.NewcomerDays);
        return
        [
            .. fed.Where(f => (buyers.Contains(f.OutletId) ? Side.Buyer : Side.Vendor) == f.SenderSide && !ids.Contains(f.ExternalId)).Select(f =>
            {
                var fresh = New(f.Agent!, f.Date);
                var stratum = Sampling.Stratum(f.Channel.ToString(), f.Reason, TimeZoneInfo.ConvertTime(f.StartedAt, zone).Hour, fresh);
                return new FrameRow(new FrameItem(f.Id, f.Agent!, stratum, fresh), null, f.Id);
            }),
            .. known.Where(k => !k.Taken && k.Kind is (InspectionKind.Recording or InspectionKind.Chat)).Select(k =>
            {
                var fresh = New(k.Agent, k.Date);
                return new FrameRow(new FrameItem(k.Id, k.Agent, Sampling.Stratum(k.Channel.ToString(), k.Reason, k.Hour, fresh), fresh), k.Id, null);
            }),
        ];
    }

    private async Task<SamplePlan> PlanAsync(Contract contract, YearMonth month, int contacts, CancellationToken cancel)
    {
        var (id, vendor, from, to) = (contract.Id, contract.VendorId, month.FirstDay, month.LastDay);
        var others = await db.FeedContacts.CountAsync(
            f => f.VendorId == vendor && f.ContractId != id && f.Date >= from && f.Date <= to && f.Handled && !f.ByBot && f.Agent != null, cancel);
        var before = (await db.Evaluations.AsNoTracking().Where(e => e.ContractId == id && e.Month == month && e.Purpose == EvaluationPurpose.Random)
            .GroupBy(e => e.Agent).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => g.Count);
        return new SamplePlan(SamplePlan.DefaultPerAgent, SamplePlan.DefaultPerNewcomer, SamplePlan.TargetOf(contacts, contacts + others), before);
    }

    private async Task OpenAsync(Contract contract, SampleDraw draw, List<FrameRow> picks, CancellationToken cancel)
    {
        var (form, now) = (await desk.CurrentFormAsync(cancel), clock.GetUtcNow());
        var contacts = await ContactsAsync(contract, [.. picks.Select(p => p.Feed).OfType<Guid>()], now, cancel);
        var known = picks.Select(p => p.Contact).OfType<Guid>().ToList();
        var files = await db.QaContacts.Where(c => known.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var pick in picks)
        {
            var contact = pick.Feed is { } fed ? contacts[fed] : files[pick.Contact!.Value];
            var task = new Evaluation(contact, form, EvaluationPurpose.Random, now, pick.Item.Stratum);
            task.Belong(draw: draw.Id);
            db.Evaluations.Add(task);
        }
    }

    /// <summary>Contacts of the feed become contacts to inspect.</summary>
    private async Task<Dictionary<Guid, QaContact>> ContactsAsync(Contract contract, List<Guid> ids, DateTimeOffset now, CancellationToken cancel)
    {
        var agents = await AgentsAsync(contract.VendorId, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        var made = new Dictionary<Guid, QaContact>();
        foreach (var f in await db.FeedContacts.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(cancel))
        {
            var facts = new ContactFacts(
                f.OutletId, f.Agent!, agents.GetValueOrDefault(f.Agent!)?.Id, f.Channel, f.StartedAt, f.Reason, f.Waybill, f.TalkSeconds);
            var contact = new QaContact(
                contract, facts, zone, f.Channel == Channel.Voice ? InspectionKind.Recording : InspectionKind.Chat, ContactSource.Feed, f.ExternalId, db.Scope.ActorName, now);
            made[f.Id] = contact;
            db.QaContacts.Add(contact);
        }

        return made;
    }

    /// <summary>Ratings that say not satisfied draw their contact by themselves; such picks are targeted and never count.</summary>
    private async Task<int> DrawLowRatingsAsync(Contract contract, CancellationToken cancel)
    {
        var (id, since) = (contract.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-SurveyDays));
        var low = await (from s in db.FeedSurveys.AsNoTracking()
                         join f in db.FeedContacts on new { s.ContractId, Id = s.ContactExternalId } equals new { f.ContractId, Id = (string?)f.ExternalId }
                         where s.ContractId == id && s.Date >= since && s.Satisfied == false && f.Agent != null && !f.ByBot
                             && !db.QaContacts.Any(c => c.ContractId == id && c.ExternalId == f.ExternalId)
                         select new { f.Id, s.Score }).Take(200).ToListAsync(cancel);
        if (low.Count == 0)
        {
            return 0;
        }

        var form = await desk.CurrentFormAsync(cancel);
        var scores = low.DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => l.Score);
        var contacts = await ContactsAsync(contract, [.. scores.Keys], clock.GetUtcNow(), cancel);
        foreach (var (feed, contact) in contacts.DistinctBy(c => c.Value.ExternalId))
        {
            var task = new Evaluation(contact, form, EvaluationPurpose.Survey, clock.GetUtcNow());
            task.Belong(reason: scores[feed] is { } score ? $"{score}/5" : null);
            db.Evaluations.Add(task);
        }

        await db.SaveChangesAsync(cancel);
        return contacts.Count;
    }

    /// <summary>
    /// Low ratings that the buyer's side gathered draw their contact: one that is here, one of the feed, else one made of what the rating says. One
    /// inspection serves all ratings of a contact; who names neither contact nor agent was refused before.
    /// </summary>
    public async Task<int> DrawSurveysAsync(Contract contract, CancellationToken cancel)
    {
        var (id, now) = (contract.Id, clock.GetUtcNow());
        var low = await db.SurveyAnswers.Where(s => s.ContractId == id && s.EvaluationId == null && s.Score < FeedSurvey.SatisfiedFrom).OrderBy(s => s.ContactAt).Take(500).ToListAsync(cancel);
        if (low.Count == 0)
        {
            return 0;
        }

        var numbers = low.Select(ContactOf).Distinct().ToList();
        var contacts = await db.QaContacts.Where(c => c.ContractId == id && numbers.Contains(c.ExternalId)).ToDictionaryAsync(c => c.ExternalId, cancel);
        var tasks = (await db.Evaluations.Where(e => e.ContractId == id && e.Purpose == EvaluationPurpose.Survey
                && db.QaContacts.Any(c => c.Id == e.ContactId && numbers.Contains(c.ExternalId))).ToListAsync(cancel))
            .GroupBy(e => e.ContactId).ToDictionary(g => g.Key, g => g.First());
        var fed = await db.FeedContacts.AsNoTracking().Where(f => f.ContractId == id && numbers.Contains(f.ExternalId) && f.Agent != null && !f.ByBot)
            .Select(f => new { f.Id, f.ExternalId }).ToListAsync(cancel);
        foreach (var (_, contact) in await ContactsAsync(contract, [.. fed.Where(f => !contacts.ContainsKey(f.ExternalId)).DistinctBy(f => f.ExternalId).Select(f => f.Id)], now, cancel))
        {
            contacts[contact.ExternalId] = contact;
        }

        var (form, agents, made) = (await desk.CurrentFormAsync(cancel), await AgentsAsync(contract.VendorId, cancel), 0);
        foreach (var survey in low)
        {
            if (!contacts.TryGetValue(ContactOf(survey), out var contact))
            {
                if (survey.Agent is null)
                {
                    continue;
                }

                contact = Made(contract, survey, agents.GetValueOrDefault(survey.Agent)?.Id, now);
                contacts[contact.ExternalId] = contact;
                db.QaContacts.Add(contact);
            }

            if (!tasks.TryGetValue(contact.Id, out var task))
            {
                tasks[contact.Id] = task = new Evaluation(contact, form, EvaluationPurpose.Survey, now);
                task.Belong(reason: $"{survey.Score}/5");
                db.Evaluations.Add(task);
                made++;
            }

            survey.Drew(task.Id);
        }

        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>A rating that knows no contact has one of its own.</summary>
    private static string ContactOf(SurveyAnswer survey) =>
        survey.ContactExternalId ?? (survey.ExternalId.Length + 9 <= QaContact.LongestId ? $"{survey.Source}-{survey.ExternalId}" : survey.ExternalId);

    private QaContact Made(Contract contract, SurveyAnswer survey, Guid? agent, DateTimeOffset now) => new(
        contract, new ContactFacts(survey.OutletId, survey.Agent!, agent, survey.Channel, survey.ContactAt, null, survey.Waybill, null),
        TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone), survey.Channel == Channel.Voice ? InspectionKind.Recording : InspectionKind.Chat, ContactSource.Import,
        ContactOf(survey), db.Scope.ActorName, now);

    private Task<Dictionary<string, Domain.Staffing.Agent>> AgentsAsync(VendorId vendor, CancellationToken cancel) =>
        db.Agents.AsNoTracking().Where(a => a.VendorId == vendor).ToDictionaryAsync(a => a.Number, StringComparer.OrdinalIgnoreCase, cancel);
}
