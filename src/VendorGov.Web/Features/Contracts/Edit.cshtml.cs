using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>Parties, dates, charge and outlets of a contract. A new one starts with the catalogue's terms as version 1.</summary>
[Permission(Permission.ManageContracts)]
public sealed class EditModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name)> Vendors { get; private set; } = [];

    public IReadOnlyList<OutletChoice> Outlets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is not null)
        {
            if (await FindAsync(cancel) is not { } contract)
            {
                return NotFound();
            }

            Input = Form.Of(contract);
        }
        else
        {
            Input.StartsOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), user.Zone).DateTime);
            Input.TimeZone = user.Zone.Id;
        }

        await ReadChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contract = Id is null ? null : await FindAsync(cancel);
        if (Id is not null && contract is null)
        {
            return NotFound();
        }

        await ReadChoicesAsync(cancel);
        await CheckAsync(contract, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var saved = await SaveAsync(contract, cancel);
            TempData["Flash"] = text["shared.saved"];
            return RedirectToPage("Details", new { id = saved.Value });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        return Page();
    }

    private async Task<ContractId> SaveAsync(Contract? contract, CancellationToken cancel)
    {
        var isNew = contract is null;
        contract ??= new Contract(
            user.TenantId, VendorId.From(Input.Vendor!.Value), Input.Number.Trim(), Input.Title.Trim(), Input.StartsOn!.Value, Input.TimeZone);
        // Charge and channels are terms: they change by amendment, not here.
        contract.Change(
            Input.Title.Trim(), Input.StartsOn!.Value, Input.EndsOn, isNew ? Input.Charge!.Value : contract.MonthlyCharge,
            isNew ? Input.Currency.ToUpperInvariant() : contract.Currency,
            isNew ? [.. Input.Channels.Distinct().Order()] : contract.Channels);
        var known = Outlets.Select(o => o.Id).ToHashSet();
        contract.Cover([.. Input.Outlets.Where(known.Contains).Select(OutletId.From)]);
        if (isNew)
        {
            var now = clock.GetUtcNow();
            var (service, office) = await FirstCalendars.OfAsync(db, user.TenantId, now, cancel);
            db.Contracts.Add(contract);
            db.TermsVersions.Add(new TermsVersion(contract, 1, contract.StartsOn, DefaultTerms.Create(), service, office, now));
        }

        await db.SaveChangesAsync(cancel);
        return contract.Id;
    }

    private async Task CheckAsync(Contract? contract, CancellationToken cancel)
    {
        if (contract is not null)
        {
            ModelState.Remove("Input.Number");
            ModelState.Remove("Input.Vendor");
            ModelState.Remove("Input.Charge");
            ModelState.Remove("Input.Currency");
            Input.Number = contract.Number;
            if (contract.Version != Input.Version)
            {
                ModelState.AddModelError("", text["shared.conflict"]);
                ModelState.Remove("Input.Version");
                Input.Version = contract.Version;
            }

            return;
        }

        if (Input.Vendor is { } vendor && Vendors.All(v => v.Id != vendor))
        {
            ModelState.AddModelError("Input.Vendor", text["shared.required", text["contracts.vendor"]]);
        }

        if (await db.Contracts.AnyAsync(c => c.Number == Input.Number, cancel))
        {
            ModelState.AddModelError("Input.Number", text["contracts.numberTaken"]);
        }
    }

    private async Task<Contract?> FindAsync(CancellationToken cancel)
    {
        var key = ContractId.From(Id!.Value);
        return await db.Contracts.Include(c => c.Outlets).FirstOrDefaultAsync(c => c.Id == key, cancel);
    }

    private async Task ReadChoicesAsync(CancellationToken cancel)
    {
        var vendors = await db.Vendors.AsNoTracking().Where(v => v.Active).OrderBy(v => v.Name).Select(v => new { v.Id, v.Name }).ToListAsync(cancel);
        Vendors = [.. vendors.Select(v => (v.Id.Value, v.Name))];
        var regions = await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, cancel);
        var outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Code).Select(o => new { o.Id, o.Code, o.Name, o.RegionId, o.Active }).ToListAsync(cancel);
        Outlets = [.. outlets.Where(o => o.Active || Input.Outlets.Contains(o.Id.Value)).Select(o => new OutletChoice(
            o.Id.Value, o.Code, o.Name, o.RegionId is { } region ? regions.GetValueOrDefault(region, "") : ""))];
    }

    public sealed record OutletChoice(Guid Id, string Code, string Name, string Region);

    public sealed class Form
    {
        [Required, StringLength(60), Display(Name = "contracts.number")]
        public string Number { get; set; } = "";

        [Required, StringLength(200), Display(Name = "contracts.title")]
        public string Title { get; set; } = "";

        [Required, Display(Name = "contracts.vendor")]
        public Guid? Vendor { get; set; }

        [Required, Display(Name = "contracts.starts")]
        public DateOnly? StartsOn { get; set; }

        [Display(Name = "contracts.ends")]
        public DateOnly? EndsOn { get; set; }

        [Required, TimeZoneName, Display(Name = "contracts.timeZone")]
        public string TimeZone { get; set; } = "Asia/Shanghai";

        [Required, Range(0, Contract.MostCharge), Display(Name = "contracts.charge")]
        public decimal? Charge { get; set; } = 0;

        [Required, RegularExpression("[A-Za-z]{3}"), Display(Name = "contracts.currency")]
        public string Currency { get; set; } = "CNY";

        public List<Channel> Channels { get; set; } = [];

        public List<Guid> Outlets { get; set; } = [];

        public int Version { get; set; }

        public static Form Of(Contract c) => new()
        {
            Number = c.Number, Title = c.Title, Vendor = c.VendorId.Value, StartsOn = c.StartsOn, EndsOn = c.EndsOn, TimeZone = c.TimeZone,
            Charge = c.MonthlyCharge, Currency = c.Currency, Channels = [.. c.Channels], Outlets = [.. c.Outlets.Select(o => o.OutletId.Value)],
            Version = c.Version,
        };
    }
}
