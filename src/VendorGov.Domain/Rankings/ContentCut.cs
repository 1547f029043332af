using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Domain.Rankings;

/// <summary>The inputs that a stored scorecard was calculated from, cut down to some of its facts.</summary>
internal static class ContentCut
{
    internal static ScorecardInputs Inputs(
        ScorecardContent c, Terms terms, IReadOnlySet<Channel> channels, Func<ObligationFact, bool> obligation, Func<ReportFact, bool> row) => new(
        new ContractFacts(
            c.TenantName, c.VendorCode, c.VendorName, c.ContractNumber, c.ContractTitle, c.Outlets, channels,
            c.TimeZone, c.TermsVersion, c.ServiceCalendar, c.OfficeCalendar, c.Currency,
            c.ServiceCalendarVersion, c.OfficeCalendarVersion),
        terms, YearMonth.TryParse(c.Month, out var month) ? month : default, c.Revision, c.Credit.Charge,
        [.. c.Obligations.Where(obligation)],
        Cut(c.ReportRows, row), ReportDemanded: false, OpenMinutes: 0, c.Exemptions, Previous: null, RollingYear.None, [],
        FeedRows: Cut(c.FeedRows, row), StaffRows: Cut(c.StaffRows, row), QualityRows: Cut(c.QualityRows, row));

    private static List<ReportFact>? Cut(IReadOnlyList<ReportFact>? rows, Func<ReportFact, bool> keep) =>
        rows?.Where(keep).ToList() is { Count: > 0 } kept ? kept : null;
}
