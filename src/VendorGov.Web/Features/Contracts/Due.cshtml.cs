using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>When an issue that is filed now, or at another time, would be due: per severity, by the terms and calendars of that day.</summary>
[Permission(Permission.ViewContracts)]
public sealed class DueModel(AppDb db, ClockFacesLoader clocks, TimeProvider clock, Text text) : PageModel
{
    /// <summary>Wall-clock time of the contract, <c>yyyy-MM-ddTHH:mm</c>; now without it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>Whose playbook counts; none: the severity targets of the contract alone.</summary>
    [BindProperty(SupportsGet = true)]
    public ProblemType? Type { get; set; }

    public Contract Contract { get; private set; } = null!;

    public TermsVersion Terms { get; private set; } = null!;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Filed { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        if (await db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == key, cancel) is not { } contract
            || !await db.TermsVersions.AnyAsync(t => t.ContractId == key, cancel))
        {
            return NotFound();
        }

        Contract = contract;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(contract.TimeZone);
        Filed = Read();
        Terms = await clocks.TermsOnAsync(key, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Filed, Zone).DateTime), cancel);
        var faces = await clocks.OfAsync(key, Terms.Id, cancel);
        try
        {
            Rows = [.. Enum.GetValues<Severity>().Select(s => new Row(s, [.. TermsModel.Kinds.Select(k => Of(s, k, faces))]))];
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }

        return Page();
    }

    private DateTimeOffset Read()
    {
        var now = clock.GetUtcNow();
        if (!DateTime.TryParseExact(At, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) || Zone.IsInvalidTime(wall))
        {
            At = TimeZoneInfo.ConvertTime(now, Zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
            return now;
        }

        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    private Cell? Of(Severity severity, ObligationKind kind, ClockFaces faces)
    {
        var terms = Terms.Terms;
        var target = Type is { } type ? Issue.TargetOf(kind, type, severity, terms) : terms.Severities.GetValueOrDefault(severity)?.Of(kind);
        if (target is null)
        {
            return null;
        }

        var owner = new ObligationOwner(Contract.TenantId, Contract.VendorId, Contract.Id);
        var due = Obligation.Start(owner, kind, target, Filed, faces, Filed).DueAt!.Value;
        return new Cell(target, due, target.Unit == TargetUnit.WorkingDays && faces.Office.IsProvisional(due, clock.GetUtcNow()));
    }

    public sealed record Row(Severity Severity, IReadOnlyList<Cell?> Cells);

    public sealed record Cell(Target Target, DateTimeOffset Due, bool Provisional);
}
