namespace VendorGov.Domain.Tenancy;

/// <summary>A typed key. Keys are GUID version 7, made by the application, never by the database.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>A network: the outermost wall.</summary>
public readonly record struct TenantId(Guid Value) : IEntityId<TenantId>
{
    public static TenantId From(Guid value) => new(value);
    public static TenantId New() => new(Keys.Next());
}

/// <summary>A region of a network.</summary>
public readonly record struct RegionId(Guid Value) : IEntityId<RegionId>
{
    public static RegionId From(Guid value) => new(value);
    public static RegionId New() => new(Keys.Next());
}

/// <summary>An outlet of a network.</summary>
public readonly record struct OutletId(Guid Value) : IEntityId<OutletId>
{
    public static OutletId From(Guid value) => new(value);
    public static OutletId New() => new(Keys.Next());
}

/// <summary>A vendor as one network knows it.</summary>
public readonly record struct VendorId(Guid Value) : IEntityId<VendorId>
{
    public static VendorId From(Guid value) => new(value);
    public static VendorId New() => new(Keys.Next());
}

/// <summary>A person who can sign in; the key of the Identity account.</summary>
public readonly record struct UserId(Guid Value) : IEntityId<UserId>
{
    public static UserId From(Guid value) => new(value);
    public static UserId New() => new(Keys.Next());
}

/// <summary>A contract between a network and a vendor.</summary>
public readonly record struct ContractId(Guid Value) : IEntityId<ContractId>
{
    public static ContractId From(Guid value) => new(value);
    public static ContractId New() => new(Keys.Next());
}

/// <summary>One version of a contract's terms; versions are added, never edited.</summary>
public readonly record struct TermsVersionId(Guid Value) : IEntityId<TermsVersionId>
{
    public static TermsVersionId From(Guid value) => new(value);
    public static TermsVersionId New() => new(Keys.Next());
}

/// <summary>A proposal to change the terms of a contract.</summary>
public readonly record struct AmendmentId(Guid Value) : IEntityId<AmendmentId>
{
    public static AmendmentId From(Guid value) => new(value);
    public static AmendmentId New() => new(Keys.Next());
}

/// <summary>One version of one named calendar.</summary>
public readonly record struct CalendarVersionId(Guid Value) : IEntityId<CalendarVersionId>
{
    public static CalendarVersionId From(Guid value) => new(value);
    public static CalendarVersionId New() => new(Keys.Next());
}

/// <summary>An issue; people use its number instead.</summary>
public readonly record struct IssueId(Guid Value) : IEntityId<IssueId>
{
    public static IssueId From(Guid value) => new(value);
    public static IssueId New() => new(Keys.Next());
}

/// <summary>An obligation, and so a clock.</summary>
public readonly record struct ObligationId(Guid Value) : IEntityId<ObligationId>
{
    public static ObligationId From(Guid value) => new(value);
    public static ObligationId New() => new(Keys.Next());
}

/// <summary>One revision of a month's scorecard.</summary>
public readonly record struct ScorecardId(Guid Value) : IEntityId<ScorecardId>
{
    public static ScorecardId From(Guid value) => new(value);
    public static ScorecardId New() => new(Keys.Next());
}

/// <summary>The comparison of one accepted report with what the portal observed.</summary>
public readonly record struct ReconciliationId(Guid Value) : IEntityId<ReconciliationId>
{
    public static ReconciliationId From(Guid value) => new(value);
    public static ReconciliationId New() => new(Keys.Next());
}

/// <summary>One upload of a vendor's report.</summary>
public readonly record struct VendorReportId(Guid Value) : IEntityId<VendorReportId>
{
    public static VendorReportId From(Guid value) => new(value);
    public static VendorReportId New() => new(Keys.Next());
}
