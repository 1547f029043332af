using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues.History;

/// <summary>A refusal as it is kept with its batch; <see cref="Row"/> is the row's number in the file, the head being 1.</summary>
public sealed class ImportRefusedRow : IHeadquartersOwned
{
    private ImportRefusedRow()
    {
    }

    public ImportRefusedRow(ImportBatch batch, ImportRefusal refusal)
    {
        Id = Keys.Next();
        TenantId = batch.TenantId;
        BatchId = batch.Id;
        Row = refusal.Row;
        Column = refusal.Column;
        Value = refusal.Value;
        Reason = refusal.Reason;
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public Guid BatchId { get; private set; }

    public int Row { get; private set; }

    public string Column { get; private set; } = "";

    public string Value { get; private set; } = "";

    /// <summary>The end of the text key <c>imports.reason.{Reason}</c>.</summary>
    public string Reason { get; private set; } = "";
}
