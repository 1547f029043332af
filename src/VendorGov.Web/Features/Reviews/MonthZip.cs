using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Documents.Excel;
using VendorGov.Documents.Pdf;
using VendorGov.Domain;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reviews;

/// <summary>The scorecards of a month as one archive, PDF and Excel of each, written as they are rendered: one is in memory at a time.</summary>
public sealed class MonthZip(AppDb db, CurrentUser user, IOptions<SiteOptions> site, PortalAddress address)
{
    /// <summary>The latest revision of each contract that the reader may see.</summary>
    public async Task<List<ScorecardId>> CardsAsync(YearMonth month, CancellationToken cancel)
    {
        var drafts = user.Role is Role.Headquarters or Role.RegionalManager or Role.Auditor;
        var rows = await db.Scorecards.AsNoTracking().Where(s => s.Month == month && (drafts || s.State == ScorecardState.Published))
            .Select(s => new { s.Id, s.ContractId, s.Revision }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.ContractId).Select(g => g.MaxBy(r => r.Revision)!.Id)];
    }

    public async Task WriteAsync(Stream target, IReadOnlyList<ScorecardId> cards, string language, CancellationToken cancel)
    {
        var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await using (zip)
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var id in cards)
            {
                var card = await db.Scorecards.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.Content, s.Seal, s.CheckCode }).SingleAsync(cancel);
                var seal = card is { Seal: { } hash, CheckCode: { } code } ? new DocumentSeal(hash, code, address.Of($"/Check?code={code}")) : null;
                var name = Name(card.Content, language, names);
                var imprint = new DocumentImprint(site.Value.SourceCodeAddress, "VendorGov", seal);
                await AddAsync(zip, name + ".pdf", ScorecardPdf.Render(card.Content, language, imprint), cancel);
                await AddAsync(zip, name + ".xlsx", ScorecardWorkbook.Render(card.Content, language), cancel);
            }
        }
    }

    /// <summary>
    /// Readable, and safe on every system: letters (Chinese ones too), digits, dash and dot; no path, no leading dot; a name that is taken
    /// gets a number.
    /// </summary>
    public static string Name(ScorecardContent content, string language, ISet<string> taken)
    {
        var raw = $"{content.VendorName}-{content.ContractNumber}-{content.Month}-{language}";
        var safe = string.Concat(raw.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '-')).Trim('.', '-');
        safe = safe.Length > 120 ? safe[..120] : safe;
        var name = safe;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = $"{safe}-{i}";
        }

        return name;
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancel)
    {
        // PDF and Excel are compressed already.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        await using var stream = await entry.OpenAsync(cancel);
        await stream.WriteAsync(bytes, cancel);
    }
}
