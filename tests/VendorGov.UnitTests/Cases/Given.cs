using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.UnitTests.Obligations;

namespace VendorGov.UnitTests.Cases;

/// <summary>An issue of Monday, 6 July 2026, 10:00 in Beijing, its two sides and its calendars.</summary>
internal static class Given
{
    public static readonly Author Buyer = new(UserId.New(), "周敏", Side.Buyer);
    public static readonly Author Seller = new(UserId.New(), "陈屿", Side.Vendor);
    public static readonly ClockFaces Faces = new(Times.Hotline, Times.Office, []);
    public static readonly DateTimeOffset T0 = Times.At("2026-07-06 10:00");
    public static readonly OutletId Outlet = OutletId.New();

    public static (Contract Contract, TermsVersion Terms) Signed()
    {
        var contract = new Contract(TenantId.New(), VendorId.New(), "HT-2026-001", "客服外包", new DateOnly(2026, 1, 1), "Asia/Shanghai");
        contract.Cover([Outlet]);
        return (contract, new TermsVersion(
            contract, 1, contract.StartsOn, DefaultTerms.Create(), CalendarVersionId.New(), CalendarVersionId.New(), T0.AddDays(-30)));
    }

    public static IssueReport Report(ProblemType type) =>
        new("WT-2607-0001", type, Severity.S2, "标题", "经过", ["LC7302260441"], "刘女士", "13800002097");

    public static Issue Opened(ProblemType type)
    {
        var (contract, terms) = Signed();
        return Issue.Open(Report(type), contract, Outlet, terms, Faces, Buyer, T0);
    }

    public static Obligation Of(this Issue issue, ObligationKind kind) => issue.Obligations.Single(o => o.Kind == kind);

    public static string Refusal(Action act) => Xunit.Assert.Throws<VendorGov.Domain.RuleViolationException>(act).Rule;
}
