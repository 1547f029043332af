using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.Web.Features.Training;

/// <summary>
/// Training that is owed: begins the brand course of each quarter and ends what results have settled. After results were recorded the page asks;
/// the job sees to leavers and to whatever was missed.
/// </summary>
public sealed class TrainingDuties(AppDb db, ClockFacesLoader clocks, TimeProvider clock)
{
    /// <summary>Every contract that keeps its team in the portal: where nobody is known nobody can be taught.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var contracts = await db.Contracts.Include(c => c.Outlets).Where(c => db.Agents.Any(a => a.ContractId == c.Id)).ToListAsync(cancel);
        foreach (var contract in contracts)
        {
            await BeginAsync(contract, cancel);
            await SettleAsync(contract, cancel);
        }
    }

    /// <summary>Running it again begins none.</summary>
    private async Task BeginAsync(Contract contract, CancellationToken cancel)
    {
        var today = Today(contract);
        var from = BrandQuarter.FirstDayOf(today);
        if (contract.StartsOn > today || contract.EndsOn < today
            || await db.BrandQuarters.AnyAsync(q => q.ContractId == contract.Id && q.From == from, cancel))
        {
            return;
        }

        var first = (from > contract.StartsOn ? from : contract.StartsOn).ToDateTime(TimeOnly.MinValue);
        var start = new DateTimeOffset(first, TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone).GetUtcOffset(first));
        var (quarter, owed) = BrandQuarter.Owe(contract, from, await clocks.SinceAsync(contract.Id, start, cancel), clock.GetUtcNow());
        db.AddRange(owed, quarter);
        await SaveAsync(cancel);
    }

    /// <summary>Ends the orders and quarters of a contract that lack nobody any more.</summary>
    public async Task SettleAsync(Contract contract, CancellationToken cancel)
    {
        var orders = await db.TrainingOrders.Include(o => o.Agents).Where(o => o.ContractId == contract.Id && o.State == TrainingOrderState.Open).ToListAsync(cancel);
        var quarters = await db.BrandQuarters.Where(q => q.ContractId == contract.Id && q.CompletedAt == null).ToListAsync(cancel);
        if (orders.Count + quarters.Count == 0)
        {
            return;
        }

        var ids = orders.Select(o => o.ObligationId).Concat(quarters.Select(q => q.ObligationId)).ToList();
        var owed = await db.Obligations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        var team = await db.Agents.AsNoTracking().Where(a => a.ContractId == contract.Id).ToListAsync(cancel);
        await SettleOrdersAsync(orders.Where(o => owed.ContainsKey(o.ObligationId)), owed, team, Today(contract), cancel);
        await SettleQuartersAsync(quarters, owed, team, Today(contract), cancel);
        await SaveAsync(cancel);
    }

    private async Task SettleOrdersAsync(
        IEnumerable<TrainingOrder> orders, Dictionary<ObligationId, Obligation> owed, List<Agent> team, DateOnly today, CancellationToken cancel)
    {
        var left = team.Where(a => a.LeftOn < today).Select(a => a.Id).ToHashSet();
        foreach (var order in orders)
        {
            var (course, since) = (order.CourseId, order.OrderedOn);
            var sittings = await (
                from r in db.TrainingResults.AsNoTracking()
                join s in db.TrainingSessions.AsNoTracking() on r.SessionId equals s.Id
                where s.CourseId == course && s.Date >= since && r.Passed
                select new PassedSitting(r.AgentId, s.Id, s.Date, r.Score ?? 0)).ToListAsync(cancel);
            var clockOf = owed[order.ObligationId];
            order.Settle(sittings, left, clockOf, await FacesAsync(clockOf, cancel), clock.GetUtcNow());
        }
    }

    private async Task SettleQuartersAsync(
        List<BrandQuarter> quarters, Dictionary<ObligationId, Obligation> owed, List<Agent> team, DateOnly today, CancellationToken cancel)
    {
        foreach (var quarter in quarters)
        {
            var (id, first) = (quarter.ContractId, quarter.From);
            var passed = await (
                from r in db.TrainingResults.AsNoTracking()
                join s in db.TrainingSessions.AsNoTracking() on r.SessionId equals s.Id
                join c in db.Courses.AsNoTracking() on s.CourseId equals c.Id
                where s.ContractId == id && c.Kind == CertificateKind.Brand && s.Date >= first && r.Attended && r.Score >= BrandQuarter.PassMark
                select r.AgentId).Distinct().ToListAsync(cancel);
            var clockOf = owed[quarter.ObligationId];
            quarter.Settle(BrandQuarter.Candidates(team, today), passed.ToHashSet(), clockOf, await FacesAsync(clockOf, cancel), clock.GetUtcNow());
        }
    }

    /// <summary>An order from an issue runs by the terms that the issue opened under.</summary>
    private async Task<ClockFaces> FacesAsync(Obligation owed, CancellationToken cancel)
    {
        var issue = owed.IssueId;
        var terms = issue is null ? null : await db.Issues.Where(i => i.Id == issue).Select(i => (TermsVersionId?)i.TermsVersionId).FirstOrDefaultAsync(cancel);
        return terms is { } version ? await clocks.OfAsync(owed.ContractId, version, cancel) : await clocks.SinceAsync(owed.ContractId, owed.StartedAt, cancel);
    }

    /// <summary>Somebody else may settle or begin the same at the same moment: then it is done.</summary>
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private DateOnly Today(Contract contract) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone)).DateTime);
}
