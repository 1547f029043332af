using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Contracts;

/// <summary>A contract: parties, outlets, and what its terms demand, as of any of its versions.</summary>
[Permission(Permission.ViewContracts)]
public sealed class DetailsModel(AppDb db, CurrentUser user, TermsDesk desk) : PageModel
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

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AmendmentRow> Amendments { get; private set; } = [];

    public AmendmentRow? Open => Amendments.FirstOrDefault(a => a.State == AmendmentState.Proposed);

    /// <summary>When the next supervision or assessment of personal data is due; null where none is planned.</summary>
    public DateOnly? ProtectionDue { get; private set; }

    public int ProtectionRecords { get; private set; }

    public DateOnly Today { get; private set; }

    public bool MayManage => user.Can(Permission.ManageContracts);

    public bool MayNegotiate => user.Can(Permission.NegotiateTerms);

    /// <summary>Terms are still written down by headquarters alone.</summary>
    public bool Direct { get; private set; }

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
        Today = desk.Today(contract);
        InForce = Versions.Where(v => v.EffectiveFrom <= Today).OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefault();
        Shown = version is null ? InForce ?? Versions.FirstOrDefault() : Versions.FirstOrDefault(v => v.Number == version);
        Calendars = await ContractCalendars.NamesAsync(db, cancel);
        Direct = await desk.MayWriteDirectlyAsync(key, cancel);
        await ReadHistoryAsync(key, cancel);
        return version is not null && Shown is null ? NotFound() : Page();
    }

    private async Task ReadHistoryAsync(ContractId key, CancellationToken cancel)
    {
        Amendments = await db.Amendments.AsNoTracking().Where(a => a.ContractId == key).OrderByDescending(a => a.ProposedAt).Take(20)
            .Select(a => new AmendmentRow(a.Id.Value, a.State, a.ProposedBySide, a.ProposedBy, a.ProposedAt, a.EffectiveFrom)).ToListAsync(cancel);
        var records = await db.ProtectionRecords.AsNoTracking().Where(r => r.ContractId == key)
            .Select(r => new { r.Kind, r.HeldOn, r.NextDueOn }).ToListAsync(cancel);
        ProtectionRecords = records.Count;
        ProtectionDue = records.GroupBy(r => r.Kind).Select(g => g.MaxBy(r => r.HeldOn)!.NextDueOn).Min();
    }

    private async Task ReadOutletsAsync(CancellationToken cancel)
    {
        var ids = Contract.Outlets.Select(o => o.OutletId).ToList();
        Outlets = await db.Outlets.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Code)
            .Select(o => new OutletRow(o.Code, o.Name)).ToListAsync(cancel);
    }

    public sealed record OutletRow(string Code, string Name);

    public sealed record AmendmentRow(
        Guid Id, AmendmentState State, Side Side, string By, DateTimeOffset At, DateOnly EffectiveFrom);
}
