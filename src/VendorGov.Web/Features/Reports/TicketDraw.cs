using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>Draws the tickets of a report that are traced; the report's own hash is the seed, so that the draw can be repeated.</summary>
public sealed class TicketDraw(AppDb db)
{
    /// <summary>Draws once; a second call changes nothing. Returns how many there are.</summary>
    public async Task<int> DrawAsync(VendorReport report, CancellationToken cancellation)
    {
        if (await db.TicketTraces.CountAsync(t => t.ReportId == report.Id, cancellation) is > 0 and var drawn)
        {
            return drawn;
        }

        var tickets = await db.VendorReportCases.AsNoTracking()
            .Where(c => c.ReportId == report.Id && c.Kind == CaseKind.Ticket).OrderBy(c => c.Number).ToListAsync(cancellation);
        var chosen = TicketTrace.Draw([.. tickets.Select(t => t.Number)], report.FileSha256);
        var byNumber = tickets.ToDictionary(t => t.Number);
        db.TicketTraces.AddRange(chosen.Select((number, i) => new TicketTrace(byNumber[number], i + 1)));
        await db.SaveChangesAsync(cancellation);
        return chosen.Count;
    }
}
