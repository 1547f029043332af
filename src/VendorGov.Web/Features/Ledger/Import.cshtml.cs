using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Documents.Reading;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Ledger;

/// <summary>
/// A ledger from Excel or csv: preview, then all of it or nothing. The file travels with the preview, sealed for an hour to this tenant
/// and person, so that no upload waits on the server.
/// </summary>
[Permission(Permission.JudgeIssue)]
[RequestFormLimits(ValueLengthLimit = 12 * 1024 * 1024)]
public sealed class ImportModel(LedgerImport import, CurrentUser user, IDataProtectionProvider protection, Text text) : PageModel
{
    private static readonly TabularLimits Limits = new(MaxBytes: 4 * 1024 * 1024, MaxInflatedBytes: 64 * 1024 * 1024, MaxRows: 20_000, MaxColumns: 60);

    public LedgerImport? Outcome { get; private set; }

    /// <summary>Set while a preview without problems waits to be applied.</summary>
    public string? Payload { get; private set; }

    public string FileName { get; private set; } = "";

    public void OnGet()
    {
    }

    public IActionResult OnGetTemplate() => File(
        LedgerSheet.Template(text), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text["ledger.templateFile"] + ".xlsx");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0 || file.Length > Limits.MaxBytes)
        {
            ModelState.AddModelError("file", file is { Length: > 0 } ? text["file.too-big", Limits.MaxBytes / (1024 * 1024)] : text["cases.chooseFile"]);
            return Page();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        FileName = Path.GetFileName(file.FileName);
        if (await RunAsync(bytes.ToArray(), cancel) && Outcome!.Problems.Count == 0)
        {
            Payload = Convert.ToBase64String(Protector().Protect(bytes.ToArray(), TimeSpan.FromHours(1)));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? payload, string? seen, string? name, CancellationToken cancel)
    {
        FileName = Path.GetFileName(name ?? "ledger.xlsx");
        byte[] bytes;
        try
        {
            bytes = Protector().Unprotect(Convert.FromBase64String(payload ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            ModelState.AddModelError("", text["cases.previewOld"]);
            return Page();
        }

        if (!await RunAsync(bytes, cancel) || Outcome!.Problems.Count > 0)
        {
            return Page();
        }

        try
        {
            if (Outcome.Fingerprint == seen)
            {
                await import.ApplyAsync(FileName, cancel);
                TempData["Flash"] = text["ledger.imported", Outcome.Count(RowEffect.New), Outcome.Count(RowEffect.Completed), Outcome.Count(RowEffect.Unchanged)];
                return RedirectToPage("Index");
            }
        }
        catch (DbUpdateException)
        {
            Outcome = null;
        }

        Payload = Outcome is null ? null : payload;
        ModelState.AddModelError("", text["cases.changedMeanwhile"]);
        return Page();
    }

    /// <summary>False, with a sentence, where the file cannot be read.</summary>
    private async Task<bool> RunAsync(byte[] bytes, CancellationToken cancel)
    {
        try
        {
            using var file = TabularFile.Open(new MemoryStream(bytes), FileName, Limits);
            await import.RunAsync(file, cancel);
            Outcome = import;
            return true;
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
            return false;
        }
    }

    private ITimeLimitedDataProtector Protector() => protection
        .CreateProtector("ledger-import", user.TenantId.Value.ToString("N"), user.Id.Value.ToString("N")).ToTimeLimitedDataProtector();
}
