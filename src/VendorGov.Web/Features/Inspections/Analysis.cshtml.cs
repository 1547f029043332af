using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Rates with their intervals, what fails most, whether it is chance, and which agent misses which item.</summary>
[Permission(Permission.ViewInspections)]
public sealed class AnalysisModel(AppDb db, AnalysisReader reader, StaffContracts contracts, Text text) : PageModel
{
    private const int MostAgents = 24;

    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public RateBy By { get; set; }

    /// <summary>How many months back from now.</summary>
    [BindProperty(SupportsGet = true)]
    public int Months { get; set; } = 3;

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public QaFormBody Form { get; private set; } = DefaultQaForm.Body;

    public Rate All { get; private set; } = new(0, 0);

    public Rate Fatal { get; private set; } = new(0, 0);

    public IReadOnlyList<RateLine> Rates { get; private set; } = [];

    public IReadOnlyList<ParetoBar> Pareto { get; private set; } = [];

    public IReadOnlyList<ChartPoint> Chart { get; private set; } = [];

    public decimal Centre { get; private set; }

    public IReadOnlyList<(string Agent, IReadOnlyDictionary<string, Rate> Items)> Heat { get; private set; } = [];

    private Dictionary<string, string> _names = [];

    /// <summary>What a line is about, in the reader's words.</summary>
    public string NameOf(string key) => By switch
    {
        RateBy.Item => Form.Find(key) is { } item ? $"{key} {text.Pick(item.Zh, item.En)}" : key,
        RateBy.Vendor or RateBy.Outlet => _names.GetValueOrDefault(key, key),
        RateBy.Channel => text.Of(Enum.Parse<Channel>(key)),
        RateBy.Hour => $"{key}:00",
        _ => key.Length == 0 ? text["inspections.noReason"] : key,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : Contract is null ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        string[] head = ["key", "good", "of", "rate", "low", "high"];
        return ListDownload.Of($"quality-by-{By}".ToLowerInvariant(), head.Select(h => text[$"inspections.column.{h}"]), Rates.Select(l => (IReadOnlyList<object?>)[
            NameOf(l.Key), l.Rate.Numerator, l.Rate.Denominator, Rounded(l.Rate.Value), Rounded(l.Rate.Interval?.Low), Rounded(l.Rate.Interval?.High)]), format);
    }

    private static decimal? Rounded(decimal? share) => share is { } value ? Math.Round(100 * value, 2) : null;

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        Months = Math.Clamp(Months, 1, 12);
        Form = await db.QaForms.AsNoTracking().Where(f => f.PublishedAt != null).OrderByDescending(f => f.Number).Select(f => f.Body).FirstOrDefaultAsync(cancel) ?? Form;
        // Vendors are compared over all contracts; everything else is the chosen contract's.
        var scored = await reader.ReadAsync(By == RateBy.Vendor ? null : Desk.Id, Desk.Month.AddMonths(-Months + 1), Desk.Month, cancel);
        _names = By switch
        {
            RateBy.Vendor => contracts.All.ToDictionary(c => c.Id.ToString(), c => c.Name),
            RateBy.Outlet => (await db.Outlets.AsNoTracking().ToListAsync(cancel)).ToDictionary(o => o.Id.Value.ToString(), o => o.Name),
            _ => [],
        };
        (All, Fatal) = (new Rate(scored.Count(s => s.Evaluation.Passed), scored.Count), new Rate(scored.Count(s => s.Evaluation.HasFatal), scored.Count));
        (Rates, Pareto, Chart) = (reader.Rates(scored, By, Form), reader.Pareto(scored), AnalysisReader.Chart(scored));
        Centre = scored.Count == 0 ? 0 : (decimal)scored.Count(s => !s.Evaluation.Passed) / scored.Count;
        Heat = reader.Heat(scored, Form, MostAgents);
        return true;
    }
}
