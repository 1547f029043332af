using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Attrition of one contract over the year that ends with a month.</summary>
public sealed record Turnover(
    IReadOnlyList<Headcount> Months, MetricTerms? Agreed, IReadOnlyDictionary<TenureBand, int> Leavers, IReadOnlyDictionary<TenureBand, int> Team,
    IReadOnlyDictionary<LeaveReason, int> Reasons, IReadOnlyList<StabilityWarning> Warnings);

/// <summary>Counts joiners and leavers from the employment of agents.</summary>
public sealed class TurnoverReader(AppDb db, ClockFacesLoader clocks)
{
    private const int MonthsShown = 12;

    public async Task<Turnover> ReadAsync(StaffContract desk, CancellationToken cancel)
    {
        var (vendor, contract, today) = (desk.Contract.VendorId, desk.Contract.Id, desk.Today);
        var agents = await db.Agents.AsNoTracking().Where(a => a.VendorId == vendor).ToListAsync(cancel);
        var tenures = agents.Select(a => a.Tenure).ToList();
        var first = agents.Count == 0 ? desk.Month : YearMonth.Of(agents.Min(a => a.JoinedOn));
        var months = Enumerable.Range(0, MonthsShown).Select(i => desk.Month.AddMonths(i + 1 - MonthsShown)).Where(m => m >= first)
            .Select(m => Attrition.Of(m, contract, tenures)).ToList();
        var terms = await clocks.TermsOnAsync(contract, today, cancel);
        var agreed = terms.Terms.Metrics.FirstOrDefault(m => m.Code == "ATR");
        var team = agents.Where(a => a.Tenure.Holds(contract, today)).Select(a => Attrition.BandOf(a.JoinedOn, today)).ToList();
        var from = desk.Month.AddMonths(1 - MonthsShown).FirstDay;
        var left = agents.Where(a => a.Tenure.Leaves(contract, from, today)).ToList();
        return new Turnover(
            months, agreed,
            Counted(left.Select(a => Attrition.BandOf(a.JoinedOn, a.LeftOn!.Value))), Counted(team), Counted(left.Select(a => a.LeaveReason ?? LeaveReason.Other)),
            Attrition.Warnings(months, agreed?.Minimum, team.Count(b => b is TenureBand.UnderAMonth or TenureBand.UnderThreeMonths)));
    }

    private static Dictionary<T, int> Counted<T>(IEnumerable<T> values) where T : struct, Enum
    {
        var counts = values.CountBy(v => v).ToDictionary();
        return Enum.GetValues<T>().ToDictionary(v => v, v => counts.GetValueOrDefault(v));
    }
}
