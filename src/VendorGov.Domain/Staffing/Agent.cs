using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>A contract that an agent works for, from a date on; the next one ends it.</summary>
public sealed record Placement(Guid Contract, DateOnly From);

/// <summary>
/// When somebody was employed and for which contracts, as it was known from <paramref name="At"/> on. <paramref name="LeftOn"/> is the last working day.
/// </summary>
public sealed record Tenure(DateTimeOffset At, DateOnly JoinedOn, DateOnly? LeftOn, IReadOnlyList<Placement> Placements)
{
    /// <summary>Works for the contract at the end of that day. Who leaves on a day is gone at its end.</summary>
    public bool Holds(ContractId contract, DateOnly day) =>
        JoinedOn <= day && !(LeftOn <= day) && Placements.LastOrDefault(p => p.From <= day)?.Contract == contract.Value;

    /// <summary>The contract of the last working day.</summary>
    public bool Leaves(ContractId contract, DateOnly from, DateOnly to) =>
        LeftOn is { } last && last >= from && last <= to && Placements.LastOrDefault(p => p.From <= last)?.Contract == contract.Value;
}

/// <summary>Why an agent left the contract.</summary>
public enum LeaveReason
{
    Resigned,
    Dismissed,
    ContractEnded,
    Transferred,
    Other,
}

/// <summary>What a vendor says of an agent, beside when he works.</summary>
public sealed record AgentDetails(string Number, string Name, string? Phone, IReadOnlyList<Channel> Channels, IReadOnlyList<string> Skills);

/// <summary>
/// A person who takes contacts for a contract. <see cref="Number"/> is unique at the vendor and is what the direct feed names. What was
/// known of the employment when is appended, never changed, so that a month can be counted again as it was counted then.
/// </summary>
public sealed class Agent : IContractOwned, IAudited, IVersioned
{
    public const int LongestNumber = 40;
    public const int LongestName = 80;

    private Agent()
    {
    }

    public Agent(Contract contract, AgentDetails details, DateOnly joinedOn, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        Change(details);
        Record(new Tenure(now, joinedOn, null, [new Placement(contract.Id.Value, joinedOn)]));
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }

    /// <summary>The contract that the agent works for now.</summary>
    public ContractId ContractId { get; private set; }
    public string Number { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string? Phone { get; private set; }
    public IReadOnlyList<Channel> Channels { get; private set; } = [];
    public IReadOnlyList<string> Skills { get; private set; } = [];
    public DateOnly JoinedOn { get; private set; }

    /// <summary>The last working day; null while employed.</summary>
    public DateOnly? LeftOn { get; private set; }
    public LeaveReason? LeaveReason { get; private set; }
    public IReadOnlyList<Tenure> Tenures { get; private set; } = [];
    public int Version { get; private set; } = 1;

    public Tenure Tenure => Tenures[^1];

    /// <summary>What was known at an instant; null before the agent was entered.</summary>
    public Tenure? TenureAt(DateTimeOffset at) => Tenures.LastOrDefault(t => t.At <= at);

    public bool WorksOn(DateOnly day) => JoinedOn <= day && !(LeftOn < day);

    public void Change(AgentDetails details)
    {
        if (details.Number.Length is 0 or > LongestNumber || details.Name.Length is 0 or > LongestName)
        {
            throw new RuleViolationException("agent-number-name");
        }

        if (details.Channels.Count == 0)
        {
            throw new RuleViolationException("agent-channel");
        }

        (Number, Name, Phone) = (details.Number, details.Name, details.Phone);
        (Channels, Skills) = (details.Channels, details.Skills);
    }

    /// <summary>
    /// The name and number of somebody who left are masked for good; figures stay. Refused (<c>agent-still-here</c>) while employed.
    /// </summary>
    public void Erase()
    {
        if (LeftOn is null)
        {
            throw new RuleViolationException("agent-still-here", Number);
        }

        (Name, Phone) = (Issues.PersonalData.MaskName(Name)!, Issues.PersonalData.MaskPhone(Phone));
    }

    /// <summary>Corrects the first working day.</summary>
    public void Join(DateOnly on, DateTimeOffset now)
    {
        if (LeftOn < on)
        {
            throw new RuleViolationException("agent-left-before-joining");
        }

        if (on != JoinedOn)
        {
            Placement[] moved = [Tenure.Placements[0] with { From = on }, .. Tenure.Placements.Skip(1).Where(p => p.From > on)];
            Record(Tenure with { At = now, JoinedOn = on, Placements = moved });
        }
    }

    public void Leave(DateOnly lastDay, LeaveReason reason, DateTimeOffset now)
    {
        if (lastDay < JoinedOn)
        {
            throw new RuleViolationException("agent-left-before-joining");
        }

        LeaveReason = reason;
        if (LeftOn != lastDay)
        {
            Record(Tenure with { At = now, LeftOn = lastDay });
        }
    }

    /// <summary>Takes a leaving back that was entered in error.</summary>
    public void Stay(DateTimeOffset now)
    {
        if (LeftOn is not null)
        {
            LeaveReason = null;
            Record(Tenure with { At = now, LeftOn = null });
        }
    }

    /// <summary>To another contract of the same vendor: no leaving, no joining.</summary>
    public void Move(Contract contract, DateOnly from, DateTimeOffset now)
    {
        if (contract.VendorId != VendorId || contract.TenantId != TenantId)
        {
            throw new RuleViolationException("agent-other-vendor");
        }

        if (from < JoinedOn || LeftOn < from || Tenure.Placements[^1].From > from)
        {
            throw new RuleViolationException("agent-move-date");
        }

        if (contract.Id != ContractId)
        {
            ContractId = contract.Id;
            Record(Tenure with { At = now, Placements = [.. Tenure.Placements.Where(p => p.From < from), new Placement(contract.Id.Value, from)] });
        }
    }

    private void Record(Tenure tenure)
    {
        Tenures = [.. Tenures, tenure];
        (JoinedOn, LeftOn) = (tenure.JoinedOn, tenure.LeftOn);
    }
}
