using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>
/// One workbook for a whole network: preview of what will change, then apply. The file travels with the preview, sealed for an
/// hour to this tenant, so that no upload waits on the server.
/// </summary>
[Permission(Permission.ManageNetwork)]
[RequestFormLimits(ValueLengthLimit = 8 * 1024 * 1024)]
public sealed class ImportModel(
    AppDb db, CurrentUser user, TimeProvider clock, AccountLinks links, AccountMail mail, IDataProtectionProvider protection, Text text) : PageModel
{
    private static readonly TabularLimits Limits = new(MaxBytes: 2 * 1024 * 1024, MaxInflatedBytes: 64 * 1024 * 1024, MaxRows: 20_000, MaxColumns: 60);

    public NetworkOutcome? Outcome { get; private set; }

    /// <summary>Set while a preview without problems waits to be applied.</summary>
    public string? Payload { get; private set; }

    public bool Applied { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnGetTemplate() => File(
        NetworkSheets.Template(text), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text["network.templateFile"] + ".xlsx");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", text["network.chooseFile"]);
            return Page();
        }

        if (file.Length > Limits.MaxBytes)
        {
            ModelState.AddModelError("file", text["file.too-big", Limits.MaxBytes / (1024 * 1024)]);
            return Page();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        if (await RunAsync(bytes.ToArray(), file.FileName, cancel) is not null && Outcome!.Problems.Count == 0)
        {
            Payload = Convert.ToBase64String(Protector().Protect(bytes.ToArray(), TimeSpan.FromHours(1)));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string payload, string seen, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = Protector().Unprotect(Convert.FromBase64String(payload ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            ModelState.AddModelError("", text["network.previewOld"]);
            return Page();
        }

        if (await RunAsync(bytes, "network.xlsx", cancel) is not { } import || Outcome!.Problems.Count > 0)
        {
            return Page();
        }

        if (Outcome.Fingerprint != seen)
        {
            Payload = payload;
            ModelState.AddModelError("", text["network.changedMeanwhile"]);
            return Page();
        }

        try
        {
            await import.ApplyAsync(cancel);
            Applied = true;
        }
        catch (DbUpdateException)
        {
            Outcome = null;
            ModelState.AddModelError("", text["network.changedMeanwhile"]);
        }

        return Page();
    }

    /// <summary>Null, with a sentence, where the file cannot be read.</summary>
    private async Task<NetworkImport?> RunAsync(byte[] bytes, string name, CancellationToken cancel)
    {
        try
        {
            using var file = TabularFile.Open(new MemoryStream(bytes), name, Limits);
            var import = new NetworkImport(db, user, clock, links, mail, text);
            Outcome = await import.RunAsync(file, cancel);
            return import;
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector() =>
        protection.CreateProtector("network-import", user.TenantId.Value.ToString("N")).ToTimeLimitedDataProtector();
}
