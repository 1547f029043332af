using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Staffing;

public enum AgentFilter
{
    Employed,
    Left,
    Uncertified,
    Expiring,
}

/// <summary>The agents of a contract. Outlets see number and name only.</summary>
[Permission(Permission.ViewStaffing)]
public sealed class AgentsModel(AppDb db, StaffContracts contracts, CurrentUser user, Text text) : PageModel
{
    private const int SoonDays = 30;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public AgentFilter Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool MayManage => user.Can(Permission.ManageStaffing);

    public AgentSight Sight => AgentSight.Of(user);

    public sealed class Row
    {
        public required Agent Agent { get; init; }

        /// <summary>The last day of the longest certificate for contacts that holds now; null where none does.</summary>
        public DateOnly? CertifiedUntil { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return Contract is null ? Page() : NotFound();
        }

        var found = Found();
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Rows = await Sorted(found).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        var rows = await Sorted(Found()).ToListAsync(cancel);
        List<string> head = ["agent", "name"];
        if (Sight.Employment)
        {
            head.AddRange(["channels", "skills", "phone", "joined", "left", "certifiedUntil"]);
        }

        return ListDownload.Of("agents", head.Select(h => text[$"staffing.column.{h}"]), rows.Select(r => Cells(r)), format);
    }

    private List<object?> Cells(Row r)
    {
        List<object?> cells = [r.Agent.Number, r.Agent.Name];
        if (Sight.Employment)
        {
            cells.AddRange([
                string.Join(";", r.Agent.Channels.Select(c => text.Of(c))), string.Join(";", r.Agent.Skills), Sight.Phone(r.Agent.Phone),
                Day(r.Agent.JoinedOn), Day(r.Agent.LeftOn), Day(r.CertifiedUntil)]);
        }

        return cells;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IQueryable<Row> Found()
    {
        var (id, today, soon, q) = (Desk!.Contract.Id, Desk.Today, Desk.Today.AddDays(SoonDays), Q?.Trim());
        var agents = db.Agents.AsNoTracking().Where(a => a.ContractId == id);
        agents = Show == AgentFilter.Left && Sight.Employment ? agents.Where(a => a.LeftOn < today) : agents.Where(a => a.LeftOn == null || a.LeftOn >= today);
        if (!string.IsNullOrEmpty(q))
        {
            agents = agents.Where(a => a.Number.Contains(q) || a.Name.Contains(q));
        }

        var rows = agents.Select(a => new Row
        {
            Agent = a,
            CertifiedUntil = db.Certificates.Where(c => c.AgentId == a.Id && c.Kind == CertificateKind.Contacts && c.ValidFrom <= today
                && c.ValidUntil >= today && (c.WithdrawnFrom == null || c.WithdrawnFrom > today)).Max(c => (DateOnly?)c.ValidUntil),
        });
        return Show switch
        {
            AgentFilter.Uncertified => rows.Where(r => r.CertifiedUntil == null),
            AgentFilter.Expiring => rows.Where(r => r.CertifiedUntil != null && r.CertifiedUntil <= soon),
            _ => rows,
        };
    }

    private IQueryable<Row> Sorted(IQueryable<Row> rows) => Sort switch
    {
        "name" => rows.OrderBy(r => r.Agent.Name),
        "-name" => rows.OrderByDescending(r => r.Agent.Name),
        "joined" => rows.OrderBy(r => r.Agent.JoinedOn).ThenBy(r => r.Agent.Number),
        "-joined" => rows.OrderByDescending(r => r.Agent.JoinedOn).ThenBy(r => r.Agent.Number),
        "-number" => rows.OrderByDescending(r => r.Agent.Number),
        _ => rows.OrderBy(r => r.Agent.Number),
    };
}
