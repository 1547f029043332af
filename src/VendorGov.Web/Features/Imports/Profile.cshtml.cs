using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Imports;

/// <summary>One profile as JSON, checked when it is saved; a new one starts as a copy.</summary>
[Permission(Permission.ImportHistory)]
public sealed class ProfileModel(AppDb db, TenantScope scope, TimeProvider clock, Text text) : PageModel
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The profile that is edited; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>The profile that a new one starts from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Copy { get; set; }

    [BindProperty]
    public Edit Input { get; set; } = new();

    public IReadOnlyList<ProfileProblem> Problems { get; private set; } = [];

    /// <summary>Whether the tenant holds its own version of this profile.</summary>
    public bool Stored { get; private set; }

    public bool ReplacesShipped => Name == ImportProfile.ServiceNow;

    public sealed class Edit
    {
        [Required, StringLength(StoredImportProfile.MaxLength)]
        public string Json { get; set; } = "";

        /// <summary>Version that the page showed; 0 where the tenant had none.</summary>
        public int Version { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var json = await ImportProfiles.FindJsonAsync(db, Name ?? Copy ?? "", cancellation);
        if (json is null) return NotFound();
        Input.Json = Name is null ? await RenamedAsync(json, cancellation) : json;
        Input.Version = (await FindAsync(cancellation))?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var stored = await FindAsync(cancellation);
        if (ModelState.IsValid && Checked() is { } profile && await MayBeNamedAsync(profile.Name, cancellation))
        {
            try
            {
                if (stored is not null && stored.Version != Input.Version) throw new DbUpdateConcurrencyException();
                if (stored is null) db.ImportProfiles.Add(new StoredImportProfile(scope.Tenant, Input.Json, clock.GetUtcNow()));
                else stored.Change(Input.Json, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellation);
                TempData["Flash"] = text["imports.profile.saved", profile.Name];
                return RedirectToPage("Profiles");
            }
            catch (RuleViolationException e)
            {
                ModelState.AddModelError("", text.Rule(e));
            }
            catch (DbUpdateConcurrencyException)
            {
                ModelState.AddModelError("", text["shared.conflict"]);
            }
        }
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } stored) return NotFound();
        db.ImportProfiles.Remove(stored);
        await db.SaveChangesAsync(cancellation);
        TempData["Flash"] = text[ReplacesShipped ? "imports.profile.restored" : "imports.profile.removed", stored.Name];
        return RedirectToPage("Profiles");
    }

    private ImportProfile? Checked()
    {
        var problems = new List<ProfileProblem>();
        var profile = ImportProfileReader.Read(Input.Json, problems);
        Problems = problems;
        if (profile is null) ModelState.AddModelError("Input.Json", text["imports.profile.problems", problems.Count]);
        return profile;
    }

    /// <summary>A name is the key of what was imported: it stays, and a new one must be free.</summary>
    private async Task<bool> MayBeNamedAsync(string name, CancellationToken cancellation)
    {
        if (Name is not null && name == Name) return true;
        var taken = name == ImportProfile.ServiceNow || await db.ImportProfiles.AnyAsync(p => p.Name == name, cancellation);
        if (Name is null && !taken) return true;
        ModelState.AddModelError("Input.Json", Name is null ? text["imports.profile.taken", name] : text["imports.profile.fixed", Name]);
        return false;
    }

    private async Task<StoredImportProfile?> FindAsync(CancellationToken cancellation)
    {
        var stored = Name is null ? null : await db.ImportProfiles.FirstOrDefaultAsync(p => p.Name == Name, cancellation);
        Stored = stored is not null;
        return stored;
    }

    private async Task<string> RenamedAsync(string json, CancellationToken cancellation)
    {
        var names = await ImportProfiles.NamesAsync(db, cancellation);
        var node = JsonNode.Parse(json)!.AsObject();
        var free = Enumerable.Range(2, 1000).Select(i => $"{Copy}-{i}").First(name => !names.Contains(name));
        node["name"] = free[Math.Max(0, free.Length - 60)..];
        return node.ToJsonString(Indented);
    }
}
