using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>A new version of a contract's terms, drawn up from the one before. Versions are never edited: past months keep theirs.</summary>
[Permission(Permission.ManageContracts)]
public sealed class TermsModel(AppDb db, TimeProvider clock, Text text) : PageModel
{
    public static readonly ObligationKind[] Kinds =
        [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.NextUpdate, ObligationKind.Contain, ObligationKind.Resolve];

    [BindProperty]
    public TermsForm Input { get; set; } = new();

    public Contract Contract { get; private set; } = null!;

    public int NextNumber { get; private set; }

    public IReadOnlyList<CalendarVersion> Calendars { get; private set; } = [];

    public decimal WeightSum => Input.Metrics.Where(m => m.Included).Sum(m => m.Weight ?? 0);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } latest)
        {
            return NotFound();
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(Contract.TimeZone);
        var nextMonth = YearMonth.Of(clock.GetUtcNow(), zone).AddMonths(1).FirstDay;
        Input = TermsForm.Of(latest.Terms?.Terms ?? DefaultTerms.Create());
        Input.EffectiveFrom = latest.Terms is null ? Contract.StartsOn : nextMonth;
        Input.ServiceCalendar = Current(latest.Terms?.ServiceCalendarId);
        Input.OfficeCalendar = Current(latest.Terms?.OfficeCalendarId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } latest)
        {
            return NotFound();
        }

        Check(latest.Terms);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            db.TermsVersions.Add(new TermsVersion(
                Contract, NextNumber, Input.EffectiveFrom!.Value, Input.Build(latest.Terms?.Terms), CalendarVersionId.From(Input.ServiceCalendar!.Value),
                CalendarVersionId.From(Input.OfficeCalendar!.Value), clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text["contracts.termsSaved", NextNumber];
            return RedirectToPage("Details", new { id, version = NextNumber });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
        }
        catch (DbUpdateException)
        {
            // Somebody else wrote the same version number meanwhile: the unique index decided.
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        return Page();
    }

    private void Check(TermsVersion? latest)
    {
        if (Input.EffectiveFrom < Contract.StartsOn || Input.EffectiveFrom < latest?.EffectiveFrom)
        {
            ModelState.AddModelError("Input.EffectiveFrom", text["contracts.effectiveTooEarly", latest?.EffectiveFrom ?? Contract.StartsOn]);
        }

        var known = Calendars.Select(c => c.Id.Value).ToHashSet();
        if (Input.ServiceCalendar is not { } service || !known.Contains(service))
        {
            ModelState.AddModelError("Input.ServiceCalendar", text["shared.required", text["contracts.serviceCalendar"]]);
        }

        if (Input.OfficeCalendar is not { } office || !known.Contains(office))
        {
            ModelState.AddModelError("Input.OfficeCalendar", text["shared.required", text["contracts.officeCalendar"]]);
        }

        for (var i = 0; i < Input.Metrics.Count; i++)
        {
            CheckMetric(Input.Metrics[i], i);
        }
    }

    private void CheckMetric(MetricLine line, int index)
    {
        if (!MetricCatalogue.TryFind(line.Code, out var metric))
        {
            ModelState.AddModelError("", text["contracts.unknownMetric"]);
        }
        else if (line.Included && (line.Target is null || line.Minimum is null || line.Weight is not > 0))
        {
            ModelState.AddModelError($"Input.Metrics[{index}].Weight", text["contracts.metricIncomplete", text.Pick(metric.Zh, metric.En)]);
        }
        else if (line.Included && (metric.Direction == MetricDirection.Up ? line.Minimum > line.Target : line.Minimum < line.Target))
        {
            ModelState.AddModelError($"Input.Metrics[{index}].Minimum", text["contracts.minimumBeyondTarget", text.Pick(metric.Zh, metric.En)]);
        }
    }

    private Guid? Current(CalendarVersionId? used) =>
        Calendars.FirstOrDefault(c => c.Id == used)?.Id.Value ?? (Calendars.Count > 0 ? Calendars[0].Id.Value : null);

    /// <summary>Null where there is no such contract for the caller.</summary>
    private async Task<Latest?> ReadAsync(Guid id, CancellationToken cancel)
    {
        var key = ContractId.From(id);
        if (await db.Contracts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == key, cancel) is not { } contract)
        {
            return null;
        }

        Contract = contract;
        var latest = await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == key).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel);
        NextNumber = (latest?.Number ?? 0) + 1;
        var calendars = await ContractCalendars.LatestAsync(db, cancel);
        var used = await db.CalendarVersions.AsNoTracking()
            .Where(c => latest != null && (c.Id == latest.ServiceCalendarId || c.Id == latest.OfficeCalendarId)).ToListAsync(cancel);
        Calendars = [.. calendars.Concat(used).DistinctBy(c => c.Id)];
        return new Latest(latest);
    }

    private sealed record Latest(TermsVersion? Terms);
}

public sealed class MetricLine
{
    public string Code { get; set; } = "";

    public bool Included { get; set; }

    [Range(-1_000_000, 1_000_000)]
    public decimal? Target { get; set; }

    [Range(-1_000_000, 1_000_000)]
    public decimal? Minimum { get; set; }

    [Range(0, 100)]
    public decimal? Weight { get; set; }
}

public sealed class TargetLine
{
    [Range(1, 100_000)]
    public int? Amount { get; set; }

    public string Unit { get; set; } = "h";
}
