using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// A month's scorecards as files, for the command <c>scorecards</c>: one PDF and one workbook per contract and language, what is sealed as canonical
/// JSON, and <c>scorecards.json</c>. A run that was killed goes on where it stood: a card's sealed JSON is written after its documents, so what has
/// one with the same bytes is done. Each file appears whole or not at all.
/// </summary>
public sealed class ScorecardExport(AppDb db, ScorecardRun run, SealChain seals, ScorecardFiles files, TimeProvider clock)
{
    private const int PublishedAtOnce = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Drafts the month anew, publishes it if asked, then writes every scorecard of it; what is published already is written as it is.</summary>
    /// <param name="month">The month.</param>
    /// <param name="directory">Made if it is not there.</param>
    /// <param name="publish">Publishes and seals the drafts.</param>
    /// <param name="progress">Told of the month, then of each step that is done and of each file that stands.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>How many scorecards there are, and how many of them had been written before.</returns>
    public async Task<(int Cards, int Kept)> WriteAsync(
        YearMonth month, string directory, bool publish, Action<string> progress, CancellationToken cancellationToken)
    {
        progress($"drafting {month}");
        var outcome = await run.RunAsync(month, new RunOptions(), cancellationToken);
        progress($"drafted {outcome.Drafted}, kept {outcome.Kept}");
        if (publish)
        {
            await PublishAsync(month, progress, cancellationToken);
        }

        var cards = await CardsAsync(month, cancellationToken);
        Directory.CreateDirectory(directory);
        var (kept, written) = (0, 0);
        await Parallel.ForEachAsync(cards, cancellationToken, async (card, token) =>
        {
            if (!await WriteAsync(card, directory, progress, token))
            {
                Interlocked.Increment(ref kept);
            }

            progress($"card {Interlocked.Increment(ref written)} of {cards.Count}");
        });
        await PutAsync(Path.Combine(directory, "scorecards.json"), JsonSerializer.SerializeToUtf8Bytes(cards.Select(c => ScorecardLine.Of(c.Content, c.Seal)), Json), cancellationToken);
        return (cards.Count, kept);
    }

    private async Task PublishAsync(YearMonth month, Action<string> progress, CancellationToken cancellationToken)
    {
        var ids = await db.Scorecards.Where(s => s.Month == month && s.State == ScorecardState.Draft)
            .OrderBy(s => s.ContractId).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var part in ids.Chunk(PublishedAtOnce))
        {
            var drafts = await db.Scorecards.Where(s => part.Contains(s.Id)).ToListAsync(cancellationToken);
            await seals.PublishAsync(drafts, ScorecardLife.ByItself, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            progress($"published {part.Length}");
        }
    }

    private async Task<List<Scorecard>> CardsAsync(YearMonth month, CancellationToken cancellationToken)
    {
        var cards = await db.Scorecards.AsNoTracking().Where(s => s.Month == month).ToListAsync(cancellationToken);
        return [.. cards.GroupBy(c => c.ContractId).Select(g => g.MaxBy(c => c.Revision)!)
            .OrderBy(c => c.Content.VendorName, StringComparer.Ordinal).ThenBy(c => c.Content.ContractNumber, StringComparer.Ordinal)];
    }

    /// <summary>False where the card had been written before.</summary>
    private async Task<bool> WriteAsync(Scorecard card, string directory, Action<string> progress, CancellationToken cancellationToken)
    {
        var content = card.Content;
        var done = Path.Combine(directory, ScorecardFiles.Name(content, card.Seal is null ? "draft" : "sealed", "json"));
        var sealedJson = Encoding.UTF8.GetBytes(ScorecardSeal.Json(card));
        var before = File.Exists(done) ? await File.ReadAllBytesAsync(done, cancellationToken) : [];
        if (sealedJson.AsSpan().SequenceEqual(before))
        {
            return false;
        }

        var seal = SealedAs.Of(card.Seal, card.CheckCode);
        foreach (var language in ScorecardFiles.Languages)
        {
            await TellAsync(Path.Combine(directory, ScorecardFiles.Name(content, language, "pdf")), files.RenderPdf(content, language, seal));
            await TellAsync(Path.Combine(directory, ScorecardFiles.Name(content, language, "xlsx")), files.RenderXlsx(content, language));
        }

        await TellAsync(done, sealedJson);
        return true;

        async Task TellAsync(string path, byte[] bytes)
        {
            await PutAsync(path, bytes, cancellationToken);
            progress($"wrote {Path.GetFileName(path)}");
        }
    }

    private static async Task PutAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        await File.WriteAllBytesAsync(part, bytes, cancellationToken);
        File.Move(part, path, overwrite: true);
    }
}

/// <summary>One scorecard in <c>scorecards.json</c>; figures are exact.</summary>
public sealed record ScorecardLine(
    string Vendor, string Contract, string Month, decimal? Score, Grade? Grade, string? Seal, IReadOnlyList<MetricLine> Metrics)
{
    public static ScorecardLine Of(ScorecardContent content, string? seal) => new(
        content.VendorName, content.ContractNumber, content.Month, content.Score, content.Grade, seal,
        [.. content.Metrics.Select(m => new MetricLine(m.Code, m.Numerator, m.Denominator, m.Value, m.Score, m.Points))]);
}

public sealed record MetricLine(string Code, decimal? Numerator, decimal? Denominator, decimal? Value, decimal? Score, int? Points);
