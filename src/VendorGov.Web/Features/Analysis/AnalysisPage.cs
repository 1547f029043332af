using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Analysis;

/// <summary>What issues the analysis is cut down to; null: all that the reader may see.</summary>
public sealed record AnalysisFilter(RegionId? Region, VendorId? Vendor, ProblemType? Type);

public sealed record Choice(Guid Id, string Name);

/// <summary>Months, region, vendor and problem type: what the pages about issues are filtered by.</summary>
public abstract class AnalysisPage(AppDb db) : PageModel
{
    public static readonly int[] Spans = [1, 3, 6, 12];

    [BindProperty(SupportsGet = true)]
    public int Months { get; set; } = 6;

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Vendor { get; set; }

    [BindProperty(SupportsGet = true)]
    public ProblemType? Type { get; set; }

    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public IReadOnlyList<Choice> Vendors { get; private set; } = [];

    public DateOnly From { get; private protected set; }

    /// <summary>The day after the last one.</summary>
    public DateOnly Until { get; private protected set; }

    public bool Filtered => Region is not null || Vendor is not null || Type is not null;

    protected AppDb Db => db;

    protected AnalysisFilter Filter => new(
        Region is { } r ? new RegionId(r) : null, Vendor is { } v ? new VendorId(v) : null, Type);

    protected async Task ReadChoicesAsync(IssueHistory history, CancellationToken cancel)
    {
        Months = Spans.Contains(Months) ? Months : 6;
        Regions = await db.Regions.AsNoTracking().OrderBy(r => r.Code).Select(r => new Choice(r.Id.Value, r.Name)).ToListAsync(cancel);
        Vendors = await db.Vendors.AsNoTracking().Where(v => !v.Unassigned).OrderBy(v => v.Code).Select(v => new Choice(v.Id.Value, v.Name)).ToListAsync(cancel);
        (From, Until) = await history.SpanAsync(Months, cancel);
    }
}
