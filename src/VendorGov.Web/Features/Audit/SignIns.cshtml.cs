using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Audit;

/// <summary>Sign-ins of the network's members and what was tried with their accounts. Attempts with unknown accounts belong to nobody's network.</summary>
[Permission(Permission.ViewAudit)]
public sealed class SignInsModel(AppDb db, TimeProvider clock, Text text) : PageModel
{
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public SignInOutcome? Outcome { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Outcome is not null;

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var found = Found();
        Paging = Paging.Of(p, await found.CountAsync(cancel));
        Rows = await found.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        var rows = await Found().OrderByDescending(r => r.At).Take(MostExported).ToListAsync(cancel);
        string[] head = ["at", "person", "outcome", "device", "address"];
        return ListDownload.Of("sign-ins", head.Select(h => text[$"audit.column.{h}"]), rows.Select(r => (IReadOnlyList<object?>)
            [text.Instant(r.At), r.Name, text.Of(r.Outcome), r.Device, r.Address]), format);
    }

    /// <summary>By the members of this network, whom the walls choose. A person with two memberships here shows once.</summary>
    private IQueryable<Row> Found()
    {
        var rows = db.SignInEvents.AsNoTracking().Where(e => db.Memberships.Any(m => m.UserId == e.UserId)).Select(e => new Row
        {
            Id = e.Id, At = e.At, Outcome = e.Outcome, Device = e.Device, Address = e.Address,
            Name = db.Memberships.Where(m => m.UserId == e.UserId).OrderBy(m => m.Id).Select(m => m.DisplayName).First(),
        });
        rows = Outcome is { } outcome ? rows.Where(r => r.Outcome == outcome) : rows;
        return Q?.Trim() is { Length: > 0 } q ? rows.Where(r => r.Name.Contains(q)) : rows;
    }

    public sealed record Row
    {
        public Guid Id { get; init; }

        public DateTimeOffset At { get; init; }

        public SignInOutcome Outcome { get; init; }

        public string Device { get; init; } = "";

        public string Address { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
