using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>What must work before a shift takes contacts (c1, c2).</summary>
public enum ShiftCheckItem
{
    Telephony,
    Tracking,
    TicketSystem,
    Recording,
    Network,
    Headset,
    Briefing,
    Attendance,
}

/// <summary>One item of a check. <paramref name="Note"/> says what is wrong.</summary>
public sealed record ShiftCheckLine(ShiftCheckItem Item, bool Works, string? Note);

/// <summary>A team lead's check before a shift. What does not work opens a technical issue (P4) at once.</summary>
public sealed class ShiftCheck : IContractOwned, IAudited
{
    private ShiftCheck()
    {
    }

    /// <summary>Throws <see cref="RuleViolationException"/> where an item is missing, or fails without a note.</summary>
    public ShiftCheck(Contract contract, IReadOnlyList<ShiftCheckLine> lines, DateOnly date, string by, DateTimeOffset now)
    {
        if (lines.Select(l => l.Item).Distinct().Count() != Enum.GetValues<ShiftCheckItem>().Length)
        {
            throw new RuleViolationException("check-incomplete");
        }

        if (lines.FirstOrDefault(l => !l.Works && string.IsNullOrWhiteSpace(l.Note)) is { } silent)
        {
            throw new RuleViolationException("check-note", silent.Item);
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Lines, Date, CheckedBy, CheckedAt) = (lines, date, by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public DateOnly Date { get; private set; }
    public IReadOnlyList<ShiftCheckLine> Lines { get; private set; } = [];
    public string CheckedBy { get; private set; } = "";
    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>The issue that its failures opened.</summary>
    public IssueId? IssueId { get; private set; }

    public IEnumerable<ShiftCheckLine> Failures => Lines.Where(l => !l.Works);

    public void Opened(IssueId issue) => IssueId = issue;
}
