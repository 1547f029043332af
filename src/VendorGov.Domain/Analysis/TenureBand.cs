namespace VendorGov.Domain.Analysis;

/// <summary>How long an agent had been with the vendor when a contact was taken.</summary>
public enum TenureBand
{
    UnderOneMonth,
    OneToThree,
    ThreeToSix,
    SixToTwelve,
    OverOneYear,
}

/// <summary>In which band an agent was on a day.</summary>
public static class TenureBands
{
    /// <summary>By whole months; the day on which a month is full belongs to the next band. Null before the agent joined.</summary>
    public static TenureBand? Of(DateOnly joined, DateOnly day) => day < joined ? null
        : day < joined.AddMonths(1) ? TenureBand.UnderOneMonth
        : day < joined.AddMonths(3) ? TenureBand.OneToThree
        : day < joined.AddMonths(6) ? TenureBand.ThreeToSix
        : day < joined.AddMonths(12) ? TenureBand.SixToTwelve
        : TenureBand.OverOneYear;
}
