using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Training;

/// <summary>Contacts taken, and shifts planned, without a valid certificate.</summary>
[Permission(Permission.ViewTraining)]
public sealed class ViolationsModel(StaffContracts contracts, ViolationReader reader, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public YearMonth Shown { get; private set; }

    public CertificateReport Report { get; private set; } = new(null, [], new Dictionary<Guid, string>());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return Contract is null ? Page() : NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        var rows = (Report.Month?.Violations ?? []).Select(v => (Violation: v, What: "training.taken"))
            .Concat(Report.Ahead.Select(v => (Violation: v, What: "training.ahead")))
            .SelectMany(x => x.Violation.Days.Select(d => (IReadOnlyList<object?>)[
                x.Violation.Number, Name(x.Violation), d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text[x.What]]));
        return ListDownload.Of($"certificates-{Shown}", [text["training.number"], text["training.agent"], text["training.date"], text["training.what"]], rows, format);
    }

    public string? Name(CertificateViolation violation) => violation.AgentId is { } id ? Report.Names.GetValueOrDefault(id) : null;

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        Shown = YearMonth.TryParse(Month, out var month) ? month : Desk.Month;
        Report = await reader.ReadAsync(Desk, Shown, cancel);
        return true;
    }
}
