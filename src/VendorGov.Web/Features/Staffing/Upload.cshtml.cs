using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Staffing;

public enum StaffUpload
{
    Roster,
    Presence,
    Requirement,
}

/// <summary>A roster or presence from the vendor, or required headcount from an outlet, as a table: taken whole or not at all.</summary>
[Permission(Permission.ViewStaffing)]
[RequestSizeLimit(9 * 1024 * 1024)]
public sealed class UploadModel(StaffContracts contracts, RosterDesk roster, RequirementDesk requirements, CurrentUser user, Text text) : PageModel
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public StaffUpload Kind { get; set; }

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public List<SheetProblem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpensAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        var allowed = new Dictionary<string, IReadOnlyList<string>> { ["channel"] = [.. Desk!.Contract.Channels.Select(c => text.Of(c))] };
        return File(Form.Template(text, $"staffing.note.{Kind}", Examples(), allowed), Excel, text.Pick(Form.Zh, Form.En) + ".xlsx");
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", text["uploads.choose"]);
            return Page();
        }

        try
        {
            await using var stream = file.OpenReadStream();
            using var table = TabularFile.Open(stream, file.FileName, SheetForm.Limits);
            var changed = await TakeAsync(table, file.FileName, cancel);
            if (Problems.Count == 0)
            {
                TempData["Flash"] = text["staffing.taken", changed];
                return RedirectToPage(Kind == StaffUpload.Requirement ? "Forecast" : Kind == StaffUpload.Roster ? "Roster" : "Index", new { contract = Contract });
            }
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private SheetForm Form => Kind switch
    {
        StaffUpload.Roster => RosterSheets.Roster,
        StaffUpload.Presence => RosterSheets.Presence,
        _ => RosterSheets.Requirement,
    };

    /// <summary>Nothing is written while there is a problem.</summary>
    private async Task<int> TakeAsync(TabularFile table, string name, CancellationToken cancel)
    {
        var rows = Form.Rows(table, Problems, text);
        if (Kind == StaffUpload.Requirement)
        {
            var outlets = (await contracts.OutletsAsync(Desk!.Contract, cancel)).ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);
            var entries = RosterSheets.Requirements(rows, outlets, Desk);
            return Problems.Count > 0 ? 0 : await requirements.WriteAsync(Desk, entries, name, cancel);
        }

        var agents = await roster.AgentsAsync(Desk!, Desk!.Today.AddDays(-62), cancel);
        if (Kind == StaffUpload.Presence)
        {
            var there = RosterSheets.Presences(rows, agents, Desk);
            return Problems.Count > 0 ? 0 : await roster.ReportAsync(Desk, there, name, cancel);
        }

        var shifts = RosterSheets.Shifts(rows, agents, Desk);
        return Problems.Count > 0 ? 0 : await roster.PlanAsync(Desk, shifts, name, cancel);
    }

    private IReadOnlyList<IReadOnlyList<object?>> Examples()
    {
        var (day, channel) = (Desk!.Today.AddDays(1), text.Of(Desk.Contract.Channels.FirstOrDefault()));
        return Kind switch
        {
            StaffUpload.Roster => [["1001", day, "08:00-12:00, 13:00-17:00", channel], ["1002", day, "22:00-06:00", channel]],
            StaffUpload.Presence => [["1001", day, "07:58-12:03, 13:01-17:00", "10:30-10:45"]],
            _ => [["W0101", channel, day, "09:00", 46, null, 240], ["W0101", channel, day, "09:30", null, 9, null]],
        };
    }

    private async Task<bool> OpensAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        return Desk is not null && user.Can(Kind == StaffUpload.Requirement ? Permission.PlanStaffing : Permission.ManageStaffing);
    }
}
