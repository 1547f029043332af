using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Retention;

/// <summary>
/// A person asks what the network knows of them, or wants it gone. Looking is a post, since it shows personal data and is written to the trail; the
/// number never stands in an address.
/// </summary>
[Permission(Permission.ManageNetwork)]
public sealed class PersonModel(AppDb db, PersonFile file, Text text) : PageModel
{
    private const int Shortest = 2;
    private const int ShortestNumber = 7;

    public string Who { get; private set; } = "";

    /// <summary>Null before anybody was looked for.</summary>
    public IReadOnlyList<Trace>? Traces { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostFindAsync(string? who, CancellationToken cancel)
    {
        if (Taken(who))
        {
            Traces = await file.FindAsync(Who, text, cancel);
            await NoteAsync("revealed", Traces.Count, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(string? who, string? format, CancellationToken cancel)
    {
        if (!Taken(who))
        {
            return Page();
        }

        var traces = await file.FindAsync(Who, text, cancel);
        await NoteAsync("exported", traces.Count, cancel);
        string[] head = ["sort", "number", "at", "name", "phone", "words"];
        return ListDownload.Of("personal-data", head.Select(h => text[$"retention.column.{h}"]), traces.Select(t => (IReadOnlyList<object?>)
            [t.Sort, t.Number, text.Instant(t.At), t.Name, t.Phone, t.Words]), format);
    }

    public async Task<IActionResult> OnPostEraseAsync(string? who, CancellationToken cancel)
    {
        if (Taken(who))
        {
            TempData["Flash"] = text["retention.erased", await file.EraseAsync(Who, cancel)];
            return RedirectToPage();
        }

        return Page();
    }

    /// <summary>Too little would find half of the network.</summary>
    private bool Taken(string? who)
    {
        Who = who?.Trim() ?? "";
        var number = Who.Any(char.IsDigit);
        if (Who.Length is >= Shortest and <= 120 && (!number || Who.Count(char.IsDigit) >= ShortestNumber) && !Who.Contains("**", StringComparison.Ordinal))
        {
            return true;
        }

        ModelState.AddModelError("who", text["retention.whoWrong"]);
        return false;
    }

    private Task NoteAsync(string action, int count, CancellationToken cancel)
    {
        db.AddBatchEntry(action, "PersonalData", "person", new { count });
        return db.SaveChangesAsync(cancel);
    }
}
