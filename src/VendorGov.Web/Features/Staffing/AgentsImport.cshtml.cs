using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;
using VendorGov.Web.Shared.Uploads;
using Text = VendorGov.Web.Shared.Text;

namespace VendorGov.Web.Features.Staffing;

/// <summary>Agents from a table: a preview of what each row does, then apply.</summary>
[Permission(Permission.ManageStaffing)]
[RequestFormLimits(ValueLengthLimit = 16 * 1024 * 1024)]
public sealed class AgentsImportModel(
    AppDb db, StaffContracts contracts, AgentImport import, CurrentUser user, IDataProtectionProvider protection, Text text) : PageModel
{
    private const string Purpose = "agents-import";

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public IReadOnlyList<SheetProblem> Problems => import.Problems;

    public IReadOnlyList<AgentEffect> Effects => import.Effects;

    /// <summary>Set while a preview without problems waits to be applied.</summary>
    public string? Payload { get; private set; }

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Effects))));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpensAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        var channels = string.Join(';', Desk!.Contract.Channels.Select(c => text.Of(c)));
        var bytes = AgentImport.Form.Template(text, "staffing.note.Agents",
            [["1001", "王敏", "13812342097", channels, "理赔;冷链", Desk.Today.AddDays(-200), null, "客服上岗证", Desk.Today.AddDays(-190), Desk.Today.AddDays(175)]]);
        return File(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text.Pick("人员", "agents") + ".xlsx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        if (file is null || file.Length is 0 || file.Length > SheetForm.Limits.MaxBytes)
        {
            ModelState.AddModelError("file", file is { Length: > 0 } ? text["file.too-big", SheetForm.Limits.MaxBytes / (1024 * 1024)] : text["uploads.choose"]);
            return Page();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        if (await RunAsync(bytes.ToArray(), file.FileName, cancel) && Problems.Count == 0)
        {
            var name = Path.GetExtension(file.FileName).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? (byte)1 : (byte)0;
            Payload = SealedFile.Seal(protection, Purpose, Desk!.Id, [name, .. bytes.ToArray()]);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? payload, string? seen, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        if (SealedFile.Open(protection, Purpose, Desk!.Id, payload) is not { Length: > 1 } bytes)
        {
            ModelState.AddModelError("", text["uploads.old"]);
            return Page();
        }

        if (!await RunAsync(bytes[1..], bytes[0] == 1 ? "agents.csv" : "agents.xlsx", cancel) || Problems.Count > 0)
        {
            return Page();
        }

        if (Fingerprint != seen)
        {
            Payload = payload;
            ModelState.AddModelError("", text["uploads.changed"]);
            return Page();
        }

        return await SaveAsync(cancel);
    }

    private async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["uploads.changed"]);
            return Page();
        }

        TempData["Flash"] = text["staffing.agentsTaken", Effects.Count(e => e.Kind == AgentChange.New), Effects.Count(e => e.Kind == AgentChange.Changed)];
        return RedirectToPage("Agents", new { contract = Contract });
    }

    /// <summary>False, with a sentence, where the file cannot be read.</summary>
    private async Task<bool> RunAsync(byte[] bytes, string name, CancellationToken cancel)
    {
        try
        {
            using var file = TabularFile.Open(new MemoryStream(bytes), name, SheetForm.Limits);
            await import.RunAsync(Desk!, file, cancel);
            return true;
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
            return false;
        }
    }

    private async Task<bool> OpensAsync(CancellationToken cancel) =>
        user.Can(Permission.ManageStaffing) && (Desk = await contracts.ChooseAsync(Contract, cancel)) is not null;
}
