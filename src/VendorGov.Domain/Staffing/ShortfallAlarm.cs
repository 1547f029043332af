using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Staffing;

/// <summary>
/// Fewer were there than required while the half hour ran. One alarm per contract, channel, date and half hour, however often it is
/// looked at; the vendor may say what it does about it.
/// </summary>
public sealed class ShortfallAlarm : IContractOwned, IVersioned
{
    private ShortfallAlarm()
    {
    }

    public ShortfallAlarm(Contract contract, CoverageDay day, int interval, int present, DateTimeOffset now)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Channel, Date, Interval) = (day.Channel, day.Date, interval);
        (Required, Scheduled, Present, RaisedAt) = (day.Required[interval], day.Scheduled[interval], present, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public Channel Channel { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>The half hour, from 0.</summary>
    public int Interval { get; private set; }
    public int Required { get; private set; }
    public int Scheduled { get; private set; }

    /// <summary>Heads there at the moment of the alarm.</summary>
    public int Present { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; private set; } = 1;

    public int Missing => Required - Present;

    public void Respond(string? answer, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new RuleViolationException("alarm-answer");
        }

        (Answer, AnsweredBy, AnsweredAt) = (answer.Trim(), by, now);
    }
}
