using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>
/// A training plan for an item that the whole team scores under 85 %, with the rate before and after the training (d12).
/// </summary>
public sealed class ItemPlan : IContractOwned, IAudited, IVersioned
{
    /// <summary>Share of full scores under which an item opens a plan.</summary>
    public const decimal Floor = 0.85m;

    /// <summary>Fewer scores of an item than this say nothing about a team.</summary>
    public const int LeastScores = 20;

    private ItemPlan()
    {
    }

    public ItemPlan(Contract contract, string code, YearMonth month, Rate before, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Code, Month, BeforeFull, BeforeScored, OpenedAt) = (code, month, before.Numerator, before.Denominator, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public string Code { get; private set; } = "";
    public YearMonth Month { get; private set; }
    public int BeforeFull { get; private set; }
    public int BeforeScored { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What the vendor trains, and when; contacts from the day after on are the comparison.</summary>
    public string? Measure { get; private set; }
    public DateOnly? TrainedOn { get; private set; }
    public string? PlannedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int AfterFull { get; private set; }
    public int AfterScored { get; private set; }
    public int Version { get; private set; } = 1;

    public Rate Before => new(BeforeFull, BeforeScored);

    public Rate After => new(AfterFull, AfterScored);

    /// <summary>Whether a month's rate of an item asks for a plan.</summary>
    public static bool Needed(Rate rate) => rate.Denominator >= LeastScores && rate.Value < Floor;

    public void Plan(string? measure, DateOnly? trainedOn, string by)
    {
        if (ClosedAt is not null || string.IsNullOrWhiteSpace(measure) || trainedOn is null)
        {
            throw new RuleViolationException("plan-measure");
        }

        (Measure, TrainedOn, PlannedBy) = (measure.Trim(), trainedOn, by);
    }

    /// <summary>The rate since the training; the plan ends when enough scores reach the floor.</summary>
    public void Compare(Rate after, DateTimeOffset now)
    {
        if (TrainedOn is not null && ClosedAt is null)
        {
            (AfterFull, AfterScored) = (after.Numerator, after.Denominator);
            ClosedAt = after.Denominator >= LeastScores && after.Value >= Floor ? now : null;
        }
    }
}
