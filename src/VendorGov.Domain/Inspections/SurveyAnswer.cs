using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>How a customer was asked, or where the customer wrote without being asked.</summary>
public enum SurveySource
{
    Phone,
    Sms,
    Mail,

    /// <summary>A review on a platform, such as a shop's page or a map.</summary>
    Platform,
}

/// <summary>What the row of a survey says. <paramref name="Score"/> is 1 to 5.</summary>
public sealed record SurveyFacts(
    OutletId Outlet, SurveySource Source, Channel Channel, DateTimeOffset ContactAt, int Score, string? Contact, string? Agent, string? Waybill, string? Comment);

/// <summary>
/// A customer's rating that the buyer's side gathered itself and brought as a file (a17, c17). A low one draws its contact for inspection; it
/// never counts in CSAT, whose source is the contract's.
/// </summary>
public sealed class SurveyAnswer : IBuyerOwned, IAudited
{
    public const int LongestComment = 400;

    private SurveyAnswer()
    {
    }

    public SurveyAnswer(Contract contract, SurveyFacts facts, TimeZoneInfo zone, string externalId, string by, DateTimeOffset now)
    {
        Must(externalId.Length is > 0 and <= QaContact.LongestId, "survey-id");
        Must(facts.Score is >= 1 and <= 5, "survey-score");
        Must(facts.ContactAt <= now, "contact-ahead");
        Must(contract.Outlets.Any(o => o.OutletId == facts.Outlet), "outlet-not-in-contract");
        // Without either nobody could find out whom to inspect.
        Must(facts.Score >= FeedSurvey.SatisfiedFrom || facts.Contact is not null || facts.Agent is not null, "survey-nameless");
        Id = Keys.Next();
        (TenantId, VendorId, ContractId, OutletId) = (contract.TenantId, contract.VendorId, contract.Id, facts.Outlet);
        (ExternalId, Source, Channel, ContactAt, Score) = (externalId, facts.Source, facts.Channel, facts.ContactAt, facts.Score);
        (ContactExternalId, Agent, Waybill, Comment) = (facts.Contact, facts.Agent, facts.Waybill, facts.Comment);
        Date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(facts.ContactAt, zone).DateTime);
        (AddedBy, AddedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public OutletId OutletId { get; private set; }

    /// <summary>Unique within contract and source.</summary>
    public string ExternalId { get; private set; } = "";
    public SurveySource Source { get; private set; }
    public Channel Channel { get; private set; }
    public DateTimeOffset ContactAt { get; private set; }

    /// <summary>The local date of the contact.</summary>
    public DateOnly Date { get; private set; }
    public int Score { get; private set; }

    /// <summary>The contact's own number, where the survey knows it.</summary>
    public string? ContactExternalId { get; private set; }
    public string? Agent { get; private set; }
    public string? Waybill { get; private set; }
    public string? Comment { get; private set; }

    /// <summary>The inspection that it drew.</summary>
    public Guid? EvaluationId { get; private set; }
    public string AddedBy { get; private set; } = "";
    public DateTimeOffset AddedAt { get; private set; }

    public bool IsLow => Score < FeedSurvey.SatisfiedFrom;

    public void Drew(Guid evaluation) => EvaluationId ??= evaluation;

    private static void Must(bool fits, string rule)
    {
        if (!fits)
        {
            throw new RuleViolationException(rule);
        }
    }
}
