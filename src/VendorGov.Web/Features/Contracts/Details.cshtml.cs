using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Contracts;

/// <summary>A contract: parties, outlets, and what its terms demand, as of any of its versions.</summary>
[Permission(Permission.ViewContracts)]
public sealed class DetailsModel(AppDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    public string VendorName { get; private set; } = "";

    public IReadOnlyList<OutletRow> Outlets { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TermsVersion> Versions { get; private set; } = [];

    /// <summary>Null while the contract has no terms.</summary>
    public TermsVersion? Shown { get; private set; }

    public TermsVersion? InForce { get; private set; }

    public IReadOnlyDictionary<CalendarVersionId, string> Calendars { get; private set; } = new Dictionary<CalendarVersionId, string>();

    public bool MayManage => user.Can(Permission.ManageContracts);

    public async Task<IActionResult> OnGetAsync(Guid id, int? version, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Outlets).FirstOrDefaultAsync(c => c.Id == key, cancel);
        if (contract is null)
        {
            return NotFound();
        }

        Contract = contract;
        VendorName = await db.Vendors.Where(v => v.Id == contract.VendorId).Select(v => v.Name).FirstAsync(cancel);
        await ReadOutletsAsync(cancel);
        Versions = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == key).OrderByDescending(t => t.Number).ToListAsync(cancel);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);
        InForce = Versions.Where(v => v.EffectiveFrom <= today).OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefault();
        Shown = version is null ? InForce ?? Versions.FirstOrDefault() : Versions.FirstOrDefault(v => v.Number == version);
        Calendars = (await db.CalendarVersions.AsNoTracking().Select(c => new { c.Id, c.Name, c.Number }).ToListAsync(cancel))
            .ToDictionary(c => c.Id, c => $"{c.Name} v{c.Number}");
        return version is not null && Shown is null ? NotFound() : Page();
    }

    private async Task ReadOutletsAsync(CancellationToken cancel)
    {
        var ids = Contract.Outlets.Select(o => o.OutletId).ToList();
        Outlets = await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Code)
            .Select(o => new OutletRow(o.Code, o.Name)).ToListAsync(cancel);
    }

    public sealed record OutletRow(string Code, string Name);
}
