using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Issues;

internal static class Followers
{
    /// <summary>The caller's own row on an issue, added where there is none yet; not saved.</summary>
    public static async Task<IssueFollower> OwnAsync(this AppDb db, Issue issue, CurrentUser user, CancellationToken cancel)
    {
        var own = await db.IssueFollowers.FirstOrDefaultAsync(f => f.IssueId == issue.Id && f.UserId == user.Id, cancel);
        if (own is null)
        {
            db.IssueFollowers.Add(own = new IssueFollower(issue, user.Id, user.Name, user.Side));
        }

        return own;
    }
}
