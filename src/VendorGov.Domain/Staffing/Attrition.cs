using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>Heads of one contract and month. Moves between contracts are neither joining nor leaving.</summary>
public sealed record Headcount(YearMonth Month, int Start, int Joined, int Left, int End)
{
    /// <summary>ATR in percent: leavers by the mean of both ends; null where nobody was there.</summary>
    public decimal? Rate => Start + End == 0 ? null : 100m * Left / ((Start + End) / 2m);
}

/// <summary>How long somebody had been there on the last working day.</summary>
public enum TenureBand
{
    UnderAMonth,
    UnderThreeMonths,
    UnderHalfAYear,
    UnderAYear,
    Longer,
}

/// <summary>Why a team's stability is in doubt.</summary>
public enum StabilityWarning
{
    /// <summary>The month's attrition is worse than the contract's minimum.</summary>
    AboveMinimum,
    /// <summary>It rose three months in a row.</summary>
    Rising,
    /// <summary>Two in five or more are there for less than three months.</summary>
    ManyNewcomers,
}

/// <summary>Attrition by month and tenure (catalogue, ATR; e3a).</summary>
public static class Attrition
{
    private const int RisingMonths = 3;

    public static Headcount Of(YearMonth month, ContractId contract, IEnumerable<Tenure> tenures)
    {
        var (before, first, last) = (month.FirstDay.AddDays(-1), month.FirstDay, month.LastDay);
        var (start, joined, left, end) = (0, 0, 0, 0);
        foreach (var t in tenures)
        {
            start += t.Holds(contract, before) ? 1 : 0;
            end += t.Holds(contract, last) ? 1 : 0;
            left += t.Leaves(contract, first, last) ? 1 : 0;
            joined += t.JoinedOn >= first && t.JoinedOn <= last && t.Placements[0].Contract == contract.Value ? 1 : 0;
        }

        return new Headcount(month, start, joined, left, end);
    }

    /// <summary>Everyone who worked for the contract in the month: those at its start, those who joined and those who came from another contract.</summary>
    public static int People(YearMonth month, ContractId contract, IEnumerable<Tenure> tenures)
    {
        var (before, first, last) = (month.FirstDay.AddDays(-1), month.FirstDay, month.LastDay);
        return tenures.Count(t => t.Holds(contract, before)
            || t.Placements.Any(p => p.Contract == contract.Value && p.From >= first && p.From <= last && !(t.LeftOn < p.From)));
    }

    /// <summary>The band of a tenure that ends on <paramref name="lastDay"/>, or has lasted until then.</summary>
    public static TenureBand BandOf(DateOnly joinedOn, DateOnly lastDay) =>
        lastDay < joinedOn.AddMonths(1) ? TenureBand.UnderAMonth
        : lastDay < joinedOn.AddMonths(3) ? TenureBand.UnderThreeMonths
        : lastDay < joinedOn.AddMonths(6) ? TenureBand.UnderHalfAYear
        : lastDay < joinedOn.AddYears(1) ? TenureBand.UnderAYear
        : TenureBand.Longer;

    /// <param name="months">In order; the last one is judged.</param>
    /// <param name="minimum">The contract's minimum of ATR in percent; null where it is not agreed.</param>
    /// <param name="newcomers">Agents who are there for less than three months.</param>
    public static IReadOnlyList<StabilityWarning> Warnings(IReadOnlyList<Headcount> months, decimal? minimum, int newcomers)
    {
        var warnings = new List<StabilityWarning>();
        if (months.Count == 0)
        {
            return warnings;
        }

        if (months[^1].Rate > minimum)
        {
            warnings.Add(StabilityWarning.AboveMinimum);
        }

        var rates = months.TakeLast(RisingMonths + 1).Select(m => m.Rate).ToList();
        if (rates.Count == RisingMonths + 1 && rates.Zip(rates.Skip(1)).All(p => p.Second > p.First))
        {
            warnings.Add(StabilityWarning.Rising);
        }

        if (months[^1].End > 0 && 5 * newcomers >= 2 * months[^1].End)
        {
            warnings.Add(StabilityWarning.ManyNewcomers);
        }

        return warnings;
    }
}
