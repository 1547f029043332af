using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Reports;

/// <summary>A document that a contract's vendor owes for every month, or every week, from <see cref="From"/> on, by the Nth working day after it.</summary>
public sealed class DocumentDemand : IContractOwned, IAudited, IVersioned
{
    private DocumentDemand()
    {
    }

    /// <summary>Throws <see cref="RuleViolationException"/> for the data report, which the terms demand, and for days out of range.</summary>
    public DocumentDemand(Contract contract, ReportKind kind, ReportPeriod from, ReportSchedule schedule, DateTimeOffset now)
    {
        if (kind == ReportKind.Data || schedule.WorkingDay is < 1 or > 20 || !TimeOnly.TryParse(schedule.LocalTime, out _))
        {
            throw new RuleViolationException("document-demand");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Kind, From, WorkingDay, LocalTime, CreatedAt) = (kind, from, schedule.WorkingDay, schedule.LocalTime, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public ReportKind Kind { get; private set; }
    /// <summary>The first month or week; it tells the rhythm.</summary>
    public ReportPeriod From { get; private set; }
    public int WorkingDay { get; private set; }
    public string LocalTime { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From then on no further period is demanded; what is owed stays owed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public ReportRhythm Rhythm => From.Rhythm;

    public ReportSchedule Schedule => new(WorkingDay, LocalTime);

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
