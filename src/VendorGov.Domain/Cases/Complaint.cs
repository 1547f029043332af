using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Cases;

/// <summary>By which way a complaint came in.</summary>
public enum ComplaintChannel
{
    Hotline,
    Chat,
    /// <summary>The regulator, 12305.</summary>
    Regulator,
    /// <summary>An online shop or its platform.</summary>
    Platform,
    Media,
    Visit,
    Other,
}

/// <summary>What a customer complains of, as the trade counts it.</summary>
public enum ComplaintCategory
{
    Lost,
    Damaged,
    Delayed,
    /// <summary>Signed for by nobody or by the wrong person.</summary>
    FalseSigning,
    Misdelivered,
    Attitude,
    Charge,
    Other,
}

/// <summary>What the ledger says of a complaint beside its issue. <paramref name="Compensation"/> is in the contract's currency.</summary>
public sealed record ComplaintFacts(
    ComplaintChannel Channel, ComplaintCategory? Category = null, string? Demand = null, string? Result = null, decimal? Compensation = null,
    string? Remark = null);

/// <summary>
/// The ledger's line of an issue (投诉台账): one to one. Issues of type P2 are complaints without one; any other issue becomes a
/// complaint with it.
/// </summary>
public sealed class Complaint : IOutletOwned, IAudited, IVersioned
{
    private Complaint()
    {
    }

    public Complaint(Issue issue, ComplaintFacts facts)
    {
        (IssueId, TenantId, VendorId, OutletId) = (issue.Id, issue.TenantId, issue.VendorId, issue.OutletId);
        Change(facts);
    }

    public IssueId IssueId { get; private set; }

    public TenantId TenantId { get; private set; }

    public VendorId VendorId { get; private set; }

    public OutletId OutletId { get; private set; }

    public ComplaintChannel Channel { get; private set; }

    public ComplaintCategory? Category { get; private set; }

    /// <summary>What the customer asks for.</summary>
    public string? Demand { get; private set; }

    public string? Result { get; private set; }

    /// <summary>Paid to the customer, in the contract's currency.</summary>
    public decimal? Compensation { get; private set; }

    public string? Remark { get; private set; }

    public int Version { get; private set; } = 1;

    public ComplaintFacts Facts => new(Channel, Category, Demand, Result, Compensation, Remark);

    public void Change(ComplaintFacts facts)
    {
        if (facts.Compensation < 0)
        {
            throw new RuleViolationException("compensation-negative");
        }

        (Channel, Category, Demand, Result) = (facts.Channel, facts.Category, facts.Demand, facts.Result);
        (Compensation, Remark) = (facts.Compensation, facts.Remark);
    }

    /// <summary>What a newer file says, where it says something; blanks erase nothing. False where nothing is new.</summary>
    public bool Complete(ComplaintFacts said)
    {
        var whole = new ComplaintFacts(
            said.Channel == ComplaintChannel.Other ? Channel : said.Channel, said.Category ?? Category, said.Demand ?? Demand,
            said.Result ?? Result, said.Compensation ?? Compensation, said.Remark ?? Remark);
        if (whole == Facts)
        {
            return false;
        }

        Change(whole);
        return true;
    }
}
