using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Who sees a draft. The walls already leave each party its own contracts only.</summary>
internal static class ScorecardAccess
{
    /// <summary>Headquarters, a regional manager and the auditor see drafts; a vendor from its review on; everyone else waits for the publication.</summary>
    public static bool SeesDrafts(this CurrentUser user) =>
        user.Role is Role.Headquarters or Role.RegionalManager or Role.Auditor;

    public static IQueryable<Scorecard> VisibleTo(this IQueryable<Scorecard> scorecards, CurrentUser user) =>
        user.SeesDrafts() ? scorecards
            : user.Can(Permission.AnswerScorecard) ? scorecards.Where(s => s.State != ScorecardState.Draft)
            : scorecards.Where(s => s.State == ScorecardState.Published);
}
