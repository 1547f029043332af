using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.UnitTests.Contracts;

/// <summary>A contract in its first terms, and two who negotiate.</summary>
internal static class Agreements
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateOnly April = new(2026, 4, 1);
    public static readonly Author Buyer = new(UserId.New(), "何青", Side.Buyer);
    public static readonly Author Seller = new(UserId.New(), "陈屿", Side.Vendor);

    public static Contract Contract()
    {
        var contract = new Contract(TenantId.New(), VendorId.New(), "HT-1", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Change("客服外包", contract.StartsOn, null, 92_000m, "CNY", [Channel.Voice]);
        return contract;
    }

    public static TermsVersion First(Contract contract) => new(
        contract, 1, contract.StartsOn, DefaultTerms.Create(), CalendarVersionId.New(), CalendarVersionId.New(), Now);

    /// <summary>The first terms with another number of facts, from April on.</summary>
    public static AgreedTerms Wished(TermsVersion first) =>
        first.Agreed with { EffectiveFrom = April, Terms = first.Terms with { MinimumFacts = 50 } };
}
