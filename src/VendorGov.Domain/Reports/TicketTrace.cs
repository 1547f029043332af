using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>What the raw record of a drawn ticket shows.</summary>
public enum TraceResult
{
    /// <summary>The raw record agrees with the report.</summary>
    Agrees,

    /// <summary>There is a raw record, and it says something else.</summary>
    Differs,

    /// <summary>There is no raw record.</summary>
    Missing,
}

/// <summary>One ticket of an accepted report that was drawn by lot to be traced to its raw record.</summary>
public sealed class TicketTrace : IOutletOwned, IVersioned
{
    /// <summary>Tickets drawn from a report; all, if it has fewer.</summary>
    public const int Drawn = 30;

    private TicketTrace()
    {
    }

    public TicketTrace(VendorReportCase ticket, int place)
    {
        (ReportId, TenantId, VendorId, OutletId) = (ticket.ReportId, ticket.TenantId, ticket.VendorId, ticket.OutletId);
        (Number, Place) = (ticket.Number, place);
    }

    public VendorReportId ReportId { get; private set; }

    /// <summary><see cref="VendorReportCase.Number"/> of the ticket.</summary>
    public int Number { get; private set; }

    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public OutletId OutletId { get; private set; }

    /// <summary>1 to 30 in the order of the draw.</summary>
    public int Place { get; private set; }

    public TraceResult? Result { get; private set; }
    public string? Note { get; private set; }
    public string? TracedBy { get; private set; }
    public DateTimeOffset? TracedAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>What the trace found; a difference needs a note. Throws <see cref="RuleViolationException"/>.</summary>
    public void Find(TraceResult result, string? note, string by, DateTimeOffset now)
    {
        if (result != TraceResult.Agrees && string.IsNullOrWhiteSpace(note))
        {
            throw new RuleViolationException("trace-note");
        }

        (Result, Note, TracedBy, TracedAt) = (result, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by, now);
    }

    /// <summary>
    /// The draw: the same seed and tickets give the same ones on every machine. <paramref name="numbers"/> in ascending order.
    /// </summary>
    public static IReadOnlyList<int> Draw(IReadOnlyList<int> numbers, string seed)
    {
        // A digest per ticket in place of a generator: nobody can say that the order of a list chose the tickets.
        string Lot(int number) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{number}"))));
        return [.. numbers.OrderBy(Lot, StringComparer.Ordinal).Take(Drawn)];
    }
}
