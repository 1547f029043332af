using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Exemptions;

/// <summary>Requests for exempt windows: open ones first, newest first.</summary>
[Permission(Permission.ViewContracts)]
public sealed class IndexModel(AppDb db, CurrentUser user) : PageModel
{
    /// <summary><c>open</c> (default), <c>decided</c> or <c>all</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string View { get; set; } = "open";

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayAsk => user.Can(Permission.AskExemption);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var requests = db.ExemptRequests.AsNoTracking();
        requests = View switch
        {
            "decided" => requests.Where(r => r.State != ExemptState.Asked),
            "all" => requests,
            _ => requests.Where(r => r.State == ExemptState.Asked),
        };
        Paging = Paging.Of(P, await requests.CountAsync(cancel));
        Rows = await requests.Join(db.Contracts, r => r.ContractId, c => c.Id, (r, c) => new Row
        {
            Id = r.Id,
            Contract = c.Number,
            From = r.From,
            To = r.To,
            Cause = r.Cause,
            Reason = r.Reason,
            Side = r.AskedBySide,
            By = r.AskedBy,
            At = r.AskedAt,
            State = r.State,
        }).OrderByDescending(r => r.At).ThenBy(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public sealed record Row
    {
        public Guid Id { get; init; }

        public string Contract { get; init; } = "";

        public DateTimeOffset From { get; init; }

        public DateTimeOffset To { get; init; }

        public ExemptCause Cause { get; init; }

        public string Reason { get; init; } = "";

        public Side Side { get; init; }

        public string By { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public ExemptState State { get; init; }
    }
}
