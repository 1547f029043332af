using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// A month's scorecards as files, for the command <c>scorecards</c>: one PDF and one workbook per contract and language, and
/// <c>scorecards.json</c>.
/// </summary>
public sealed class ScorecardExport(AppDb db, ScorecardRun run, ScorecardFiles files)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Drafts the month anew, then writes every scorecard of it; published ones are written as they are.</summary>
    /// <returns>How many scorecards were written.</returns>
    public async Task<int> WriteAsync(YearMonth month, string directory, CancellationToken cancellationToken)
    {
        await run.RunAsync(month, new RunOptions(), cancellationToken);
        var contents = await ContentsAsync(month, cancellationToken);
        Directory.CreateDirectory(directory);
        await Parallel.ForEachAsync(contents, cancellationToken, async (card, token) => await WriteAsync(card.Content, card.Seal, directory, token));
        await File.WriteAllBytesAsync(
            Path.Combine(directory, "scorecards.json"),
            JsonSerializer.SerializeToUtf8Bytes(contents.Select(c => ScorecardLine.Of(c.Content)), Json),
            cancellationToken);
        return contents.Count;
    }

    private async Task<List<(ScorecardContent Content, SealedAs? Seal)>> ContentsAsync(YearMonth month, CancellationToken cancellationToken)
    {
        var cards = await db.Scorecards.AsNoTracking().Where(s => s.Month == month)
            .Select(s => new { s.ContractId, s.Revision, s.Content, s.Seal, s.CheckCode }).ToListAsync(cancellationToken);
        return [.. cards.GroupBy(c => c.ContractId).Select(g => g.MaxBy(c => c.Revision)!).Select(c => (c.Content, SealedAs.Of(c.Seal, c.CheckCode)))
            .OrderBy(c => c.Content.VendorName, StringComparer.Ordinal).ThenBy(c => c.Content.ContractNumber, StringComparer.Ordinal)];
    }

    private async Task WriteAsync(ScorecardContent content, SealedAs? seal, string directory, CancellationToken cancellationToken)
    {
        foreach (var language in ScorecardFiles.Languages)
        {
            var pdf = Path.Combine(directory, ScorecardFiles.Name(content, language, "pdf"));
            var xlsx = Path.Combine(directory, ScorecardFiles.Name(content, language, "xlsx"));
            await File.WriteAllBytesAsync(pdf, files.RenderPdf(content, language, seal), cancellationToken);
            await File.WriteAllBytesAsync(xlsx, files.RenderXlsx(content, language), cancellationToken);
        }
    }
}

/// <summary>One scorecard in <c>scorecards.json</c>; figures are exact.</summary>
public sealed record ScorecardLine(
    string Vendor, string Contract, string Month, decimal? Score, Grade? Grade, IReadOnlyList<MetricLine> Metrics)
{
    public static ScorecardLine Of(ScorecardContent content) => new(
        content.VendorName, content.ContractNumber, content.Month, content.Score, content.Grade,
        [.. content.Metrics.Select(m => new MetricLine(m.Code, m.Numerator, m.Denominator, m.Value, m.Score, m.Points))]);
}

public sealed record MetricLine(string Code, decimal? Numerator, decimal? Denominator, decimal? Value, decimal? Score, int? Points);
