using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>
/// One row of an accepted report; its key is the report and <see cref="Number"/>. Sheet <c>daily</c> has a date and a channel,
/// sheet <c>monthly</c> has neither.
/// </summary>
public sealed class VendorReportRow : IOutletOwned
{
    private VendorReportRow()
    {
    }

    public VendorReportRow(
        VendorReport report, int number, OutletId outletId, string sheet, int sheetRow,
        DateOnly? date, Channel? channel, IReadOnlyDictionary<string, decimal> figures)
    {
        ReportId = report.Id;
        TenantId = report.TenantId;
        VendorId = report.VendorId;
        ContractId = report.ContractId;
        Number = number;
        OutletId = outletId;
        Sheet = sheet;
        SheetRow = sheetRow;
        Date = date;
        Channel = channel;
        Figures = figures;
    }

    public VendorReportId ReportId { get; private set; }

    /// <summary>1, 2, 3 ... through all sheets of the report.</summary>
    public int Number { get; private set; }

    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId OutletId { get; private set; }
    public string Sheet { get; private set; } = "";

    /// <summary>The row number as the spreadsheet shows it.</summary>
    public int SheetRow { get; private set; }

    public DateOnly? Date { get; private set; }
    public Channel? Channel { get; private set; }

    /// <summary>By field name of the vendor report; an absent field was blank, never 0. Stored as JSON text.</summary>
    public IReadOnlyDictionary<string, decimal> Figures { get; private set; } = new Dictionary<string, decimal>();
}
