using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>Something that every agent of a contract must know before the next shift: a briefing or a bulletin, from either side (c3).</summary>
public sealed class Briefing : IContractOwned, IAudited
{
    private Briefing()
    {
    }

    public Briefing(Contract contract, string title, string body, DateOnly readBy, Author by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(body))
        {
            throw new RuleViolationException("briefing-empty");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Title, Body, ReadBy) = (title.Trim(), body.Trim(), readBy);
        (Side, PublishedBy, PublishedAt) = (by.Side, by.Name, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>The last day on which it may be read in time.</summary>
    public DateOnly ReadBy { get; private set; }
    public Side Side { get; private set; }
    public string PublishedBy { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }
}

/// <summary>An agent has read a briefing, as the team lead witnesses.</summary>
public sealed class BriefingReceipt : IContractOwned
{
    private BriefingReceipt()
    {
    }

    public BriefingReceipt(Briefing briefing, Agent agent, string witness, DateTimeOffset now)
    {
        if (agent.ContractId != briefing.ContractId)
        {
            throw new RuleViolationException("result-agent", agent.Number);
        }

        (TenantId, VendorId, ContractId) = (briefing.TenantId, briefing.VendorId, briefing.ContractId);
        (BriefingId, AgentId, Witness, ReadAt) = (briefing.Id, agent.Id, witness, now);
    }

    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Guid BriefingId { get; private set; }
    public Guid AgentId { get; private set; }
    public string Witness { get; private set; } = "";
    public DateTimeOffset ReadAt { get; private set; }
}
