using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>The facts behind one figure: obligations, or rows of the vendor's report.</summary>
[Permission(Permission.ViewScorecards)]
public sealed class FactsModel(AppDb db, CurrentUser user, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>A metric's code; without one, the missed obligations of the month (or all of them).</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>Of obligations: all, numerator, denominator, missed or left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "all";

    [BindProperty(SupportsGet = true)]
    public int? P { get; set; }

    /// <summary>The parts that can be shown, with how many obligations each has.</summary>
    public IReadOnlyList<(string Part, int Count)> Parts { get; private set; } = [];

    public Guid Contract { get; private set; }

    public IReadOnlyList<Correction> Correction => [.. (Sheet.Corrections ?? []).Where(c => c.Code == Code)];

    /// <summary>How far reports may lie from what was observed, of the fields that the metric is counted from; null where none is reconciled.</summary>
    public string? ToleranceOf(MetricResult metric)
    {
        var fields = ScorecardContent.FieldsOf(metric).DefaultIfEmpty(metric.Code == "CSAT" ? Tolerances.Csat : "");
        return fields.Select(Tolerances.Of).FirstOrDefault(t => t is not null) is not { } tolerance ? null
            : tolerance.Kind == ToleranceKind.Exact ? text["scorecards.toleranceExact"]
            : text[tolerance.Kind == ToleranceKind.Percent ? "scorecards.tolerancePercent" : "scorecards.tolerancePoints", text.Number(tolerance.Value)];
    }

    public ScorecardContent Sheet { get; private set; } = null!;

    public MetricResult? Metric { get; private set; }

    public MetricDefinition? Definition { get; private set; }

    public IReadOnlyList<ObligationFact> Obligations { get; private set; } = [];

    public IReadOnlyList<ReportFact> Rows { get; private set; } = [];

    /// <summary>What the portal counted itself (UPG); the rows hold what it is set against.</summary>
    public IReadOnlyList<EscalationFact> Escalations { get; private set; } = [];

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>The vendor, while its review is open.</summary>
    public bool MayAppeal { get; private set; }

    /// <summary>A field by the name that its column has in the vendor's report, or by the portal's own.</summary>
    public string Label(string field) =>
        text.OfField(field) ?? text[$"scorecards.field.{field}"];

    public string Heading => Metric is null
        ? text[View == "missed" ? "scorecards.missed" : "scorecards.allObligations"]
        : text.Name(Metric);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        Paging = Paging.Of(P, Obligations.Count + Rows.Count);
        Obligations = [.. Obligations.Skip(Paging.Skip).Take(Paging.Size)];
        Rows = [.. Rows.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var name = $"facts-{Sheet.Month}-{Code ?? View ?? "all"}";
        return Rows.Count > 0 ? RowsFile(name, format) : ObligationsFile(name, format);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var card = await db.Scorecards.AsNoTracking().VisibleTo(user).Where(s => s.Id == new Domain.Tenancy.ScorecardId(Id))
            .Select(s => new { s.Content, s.State, s.ContractId, s.TermsVersionId }).SingleOrDefaultAsync(cancellationToken);
        if (card is null)
        {
            return false;
        }

        (Sheet, Contract) = (card.Content, card.ContractId.Value);
        MayAppeal = Code is not null && card.State == ScorecardState.Review && user.Can(Permission.AnswerScorecard);
        return (Code is null ? ReadMonth() : ReadMetric(Code)) && Narrow();
    }

    private bool Narrow()
    {
        if (Obligations.Count == 0 || View == "missed")
        {
            return true;
        }

        (string Name, Func<ObligationFact, bool> Fits)[] parts =
        [
            ("all", _ => true), ("numerator", o => o.Met), ("denominator", o => o.Counted), ("missed", o => o is { Counted: true, Met: false }),
            ("excluded", o => o.Excluded is not null),
        ];
        Parts = [.. parts.Select(p => (p.Name, Obligations.Count(p.Fits)))];
        var (name, fits) = Array.Find(parts, p => p.Name == Part);
        Part = name ?? "all";
        Obligations = [.. Obligations.Where(fits ?? (_ => true))];
        return true;
    }

    private bool ReadMonth()
    {
        Obligations = View == "missed" ? [.. Sheet.Obligations.Where(o => o.Counted && !o.Met)] : Sheet.Obligations;
        return true;
    }

    private bool ReadMetric(string code)
    {
        Metric = Sheet.Metrics.FirstOrDefault(m => m.Code == code);
        if (Metric is null)
        {
            return false;
        }

        Definition = MetricCatalogue.Find(code);
        Obligations = [.. ObligationMetrics.FactsOf(code, Sheet.Obligations)];
        Rows = Obligations.Count > 0 ? [] : Sheet.RowsOf(Metric);
        Fields = ScorecardContent.FieldsOf(Metric);
        Escalations = Metric is { Code: "UPG", Source: Domain.Contracts.Provenance.Portal } ? Sheet.Escalations ?? [] : [];
        return true;
    }

    private FileContentResult RowsFile(string name, string? format) => ListDownload.Of(
        name,
        [text["scorecards.date"], text["scorecards.outlet"], text["scorecards.channel"], .. Fields.Select(Label)],
        Rows.Select(r => (IReadOnlyList<object?>)
            [r.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), r.OutletCode, r.Channel,
            .. Fields.Select(f => r.Figures.TryGetValue(f, out var v) ? (object?)v : null)]),
        format);

    private FileContentResult ObligationsFile(string name, string? format) => ListDownload.Of(
        name,
        [text["scorecards.reference"], text["scorecards.obligation"], text["scorecards.what"], text["scorecards.outlet"],
            text["scorecards.due"], text["scorecards.stopped"], text["scorecards.targetSeconds"], text["scorecards.elapsedSeconds"],
            text["scorecards.result"]],
        Obligations.Select(o => (IReadOnlyList<object?>)
            [o.Reference, text.Of(o.Kind), o.Title, o.OutletName, text.Instant(o.DueAt), text.Instant(o.StoppedAt),
            o.TargetSeconds, o.ElapsedSeconds, o.Excluded is { } e ? text.Of(e) : text.Of(o.State)]),
        format);
}
