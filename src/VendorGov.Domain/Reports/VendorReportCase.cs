using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>What a row of the sheets cases and tickets stands for.</summary>
public enum CaseKind
{
    Complaint,
    Emergency,

    /// <summary>A raw ticket of the sheet <c>tickets</c>, from which some are drawn to be traced.</summary>
    Ticket,
}

/// <summary>One case or ticket as a row of the sheets <c>cases</c> and <c>tickets</c> states it. Instants are UTC.</summary>
public sealed record ReportedCase(
    CaseKind Kind, int Row, ReportOutlet Outlet, string Waybill, string? Ticket, Channel? Channel, DateTimeOffset ReceivedAt,
    DateTimeOffset? ReportedAt, DateTimeOffset? ClosedAt, DateTimeOffset? ToldAt, bool? Escalated, string? Reason);

/// <summary>A case of an accepted report; its key is the report and <see cref="Number"/>.</summary>
public sealed class VendorReportCase : IOutletOwned
{
    private VendorReportCase()
    {
    }

    public VendorReportCase(VendorReport report, int number, ReportedCase stated)
    {
        (ReportId, TenantId, VendorId, ContractId) = (report.Id, report.TenantId, report.VendorId, report.ContractId);
        (Number, OutletId, Kind, SheetRow) = (number, stated.Outlet.Id, stated.Kind, stated.Row);
        (Waybill, Ticket, Channel, Reason) = (stated.Waybill, stated.Ticket, stated.Channel, stated.Reason);
        (ReceivedAt, ReportedAt, ClosedAt, ToldAt) = (stated.ReceivedAt, stated.ReportedAt, stated.ClosedAt, stated.ToldAt);
        Escalated = stated.Escalated;
    }

    public VendorReportId ReportId { get; private set; }

    /// <summary>1, 2, 3 ... through both sheets of the report.</summary>
    public int Number { get; private set; }

    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId OutletId { get; private set; }
    public CaseKind Kind { get; private set; }

    /// <summary>The row number as the spreadsheet shows it.</summary>
    public int SheetRow { get; private set; }

    /// <summary>The waybill number without spaces, in capitals; blank for a ticket without one.</summary>
    public string Waybill { get; private set; } = "";

    /// <summary>The number of a ticket; null for cases.</summary>
    public string? Ticket { get; private set; }

    public Channel? Channel { get; private set; }

    /// <summary>For a ticket, when it was opened.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset? ToldAt { get; private set; }
    public bool? Escalated { get; private set; }
    public string? Reason { get; private set; }
}
