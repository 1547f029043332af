using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Retention;

/// <summary>How long a network keeps what, in months. <see cref="Least"/> is what law or the product's promises demand.</summary>
public sealed record RetentionPeriods(int Recordings = 12, int Evidence = 36, int Customers = 12, int Assessments = 36, int Audit = 72)
{
    public const int Longest = 240;

    /// <summary>Assessments at least 3 years, audit 6 years; the others at least a month.</summary>
    public static RetentionPeriods Least { get; } = new(1, 1, 1, 36, 72);
}

/// <summary>One tenant's periods. Recordings count from the contact, evidence and customer fields from the closing of their issue.</summary>
public sealed class RetentionSettings : IHeadquartersOwned, IAudited, IVersioned
{
    private RetentionSettings()
    {
    }

    public RetentionSettings(TenantId tenant) => TenantId = tenant;

    public TenantId TenantId { get; private set; }

    public int Recordings { get; private set; } = new RetentionPeriods().Recordings;

    public int Evidence { get; private set; } = new RetentionPeriods().Evidence;

    public int Customers { get; private set; } = new RetentionPeriods().Customers;

    public int Assessments { get; private set; } = new RetentionPeriods().Assessments;

    public int Audit { get; private set; } = new RetentionPeriods().Audit;

    public int Version { get; private set; } = 1;

    public RetentionPeriods Periods => new(Recordings, Evidence, Customers, Assessments, Audit);

    /// <summary>Refused (<c>retention-period</c>) below <see cref="RetentionPeriods.Least"/> or above 20 years.</summary>
    public void Set(RetentionPeriods wished)
    {
        var least = RetentionPeriods.Least;
        (Recordings, Evidence) = (Demand(wished.Recordings, least.Recordings), Demand(wished.Evidence, least.Evidence));
        (Customers, Assessments) = (Demand(wished.Customers, least.Customers), Demand(wished.Assessments, least.Assessments));
        Audit = Demand(wished.Audit, least.Audit);
    }

    private static int Demand(int wished, int least) => wished >= least && wished <= RetentionPeriods.Longest
        ? wished : throw new RuleViolationException("retention-period", least, RetentionPeriods.Longest);
}
