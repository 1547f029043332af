using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>Makes an API key for one vendor or one outlet. The key is shown on the answer to this form and never again.</summary>
[Permission(Permission.ManageKeys)]
public sealed class NewKeyModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    /// <summary>Days for which a key may be made.</summary>
    public static readonly int[] Lives = [30, 90, 180, 365, ApiKey.LongestLifeInDays - 1];

    [BindProperty]
    public Form Input { get; set; } = new();

    public KeyParties Parties { get; private set; } = null!;

    public bool Chooses => user.Role == Role.Headquarters;

    /// <summary>The key that was made, with its text; null before that.</summary>
    public (ApiKey Key, string Text)? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Parties = await KeyParties.ReadAsync(db, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Parties = await KeyParties.ReadAsync(db, cancel);
        var party = Parties.Choose(user, Input.Party);
        if (party is null)
        {
            ModelState.AddModelError("Input.Party", text["feed.key.chooseParty"]);
        }

        if (Input.Scopes.Count == 0)
        {
            ModelState.AddModelError("Input.Scopes", text["rule.key-scope"]);
        }

        if (ModelState.IsValid)
        {
            await MakeAsync(party!, cancel);
        }

        return Page();
    }

    private async Task MakeAsync(PartyKey party, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        try
        {
            Made = ApiKey.Create(user.TenantId, party, Input.Name.Trim(), Input.Scopes, now.AddDays(Input.Days), user.Name, now);
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("Input.Days", text.Rule(violation));
            return;
        }

        db.ApiKeys.Add(Made.Value.Key);
        await db.SaveChangesAsync(cancel);
    }

    public sealed class Form
    {
        [Required, StringLength(80), Display(Name = "feed.key.name")]
        public string Name { get; set; } = "";

        /// <summary><c>vendor:key</c> or <c>outlet:key</c>; headquarters alone choose.</summary>
        public string? Party { get; set; }

        public List<ApiScope> Scopes { get; set; } = [];

        [Range(1, ApiKey.LongestLifeInDays - 1), Display(Name = "feed.key.expires")]
        public int Days { get; set; } = 365;
    }
}
