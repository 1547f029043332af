using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>The escalation chain of the caller's own side, L1 to L4.</summary>
[Permission(Permission.NegotiateTerms)]
public sealed class ContactsModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public Contract Contract { get; private set; } = null!;

    public Side Side => user.Side;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Version = Contract.Version;
        var own = Contract.Contacts.Where(c => c.Side == Side).ToLookup(c => c.Level);
        // One free line a level, so that a deputy can be added.
        Lines = [.. Enumerable.Range(1, EscalationContact.Highest).SelectMany(l => own[l].Select(Line.Of).Append(new Line { Level = l }))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Contract.Name(Side, [.. Lines.Where(l => !string.IsNullOrWhiteSpace(l.Name)).Select(l => l.Build(Side))]);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["shared.saved"];
            return RedirectToPage("Details", new { id });
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

    private void Check()
    {
        if (Contract.Version != Version)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
            ModelState.Remove(nameof(Version));
            Version = Contract.Version;
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Lines[i].Name) && Lines[i].HasMore)
            {
                ModelState.AddModelError($"Lines[{i}].Name", text["shared.required", text["contracts.contactName"]]);
            }
        }
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        if (await db.Contracts.FirstOrDefaultAsync(c => c.Id == key, cancel) is not { } contract)
        {
            return false;
        }

        Contract = contract;
        return true;
    }

    public sealed class Line
    {
        public int Level { get; set; }

        [StringLength(80), Display(Name = "contracts.contactName")]
        public string? Name { get; set; }

        [StringLength(80), Display(Name = "contracts.contactDuty")]
        public string? Duty { get; set; }

        [StringLength(40), RegularExpression("[0-9+() -]*"), Display(Name = "contracts.contactPhone")]
        public string? Phone { get; set; }

        [StringLength(120), OneAddress, Display(Name = "contracts.contactEmail")]
        public string? Email { get; set; }

        internal bool HasMore => !string.IsNullOrWhiteSpace(Duty) || !string.IsNullOrWhiteSpace(Phone) || !string.IsNullOrWhiteSpace(Email);

        internal static Line Of(EscalationContact c) => new() { Level = c.Level, Name = c.Name, Duty = c.Duty, Phone = c.Phone, Email = c.Email };

        internal EscalationContact Build(Side side) => new(Level, side, Name!.Trim(), Words(Duty), Words(Phone), Words(Email));

        private static string? Words(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
    }
}
