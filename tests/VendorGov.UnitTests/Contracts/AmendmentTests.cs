using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using Xunit;
using static VendorGov.UnitTests.Contracts.Agreements;

namespace VendorGov.UnitTests.Contracts;

public sealed class AmendmentTests
{
    private readonly Contract _contract = Contract();
    private readonly TermsVersion _first;

    public AmendmentTests() => _first = First(_contract);

    [Fact]
    public void What_the_other_side_agrees_to_becomes_the_next_version()
    {
        var amendment = Propose(Seller);

        var second = amendment.Agree(_contract, _first, Buyer, Today, Now.AddDays(2));

        Assert.Equal((2, April, 50), (second.Number, second.EffectiveFrom, second.Terms.MinimumFacts));
        Assert.Equal((AmendmentState.Agreed, 2, "何青"), (amendment.State, amendment.AgreedNumber, amendment.DecidedBy));
        Assert.Equal(30, _first.Terms.MinimumFacts);
    }

    [Theory]
    [InlineData(Side.Buyer)]
    [InlineData(Side.Vendor)]
    public void Nobody_answers_what_its_own_side_proposed(Side side)
    {
        var (own, other) = side == Side.Buyer ? (Buyer, Seller) : (Seller, Buyer);

        Refused("own-proposal", () => Propose(own).Agree(_contract, _first, own, Today, Now));
        Refused("own-proposal", () => Propose(own).Refuse("不行", own, Now));
        Refused("not-own-proposal", () => Propose(own).Withdraw(other, Now));
    }

    [Fact]
    public void A_refusal_says_why_and_is_final()
    {
        var amendment = Propose(Buyer);
        Refused("reason-missing", () => amendment.Refuse("  ", Seller, Now));

        amendment.Refuse("权重过高", Seller, Now);

        Assert.Equal((AmendmentState.Refused, "权重过高"), (amendment.State, amendment.Reason));
        Refused("amendment-decided", () => amendment.Agree(_contract, _first, Seller, Today, Now));
        Refused("amendment-decided", () => amendment.Withdraw(Buyer, Now));
    }

    [Fact]
    public void Terms_never_reach_back_neither_when_proposed_nor_when_agreed_late()
    {
        var back = Wished(_first) with { EffectiveFrom = Today.AddDays(-1) };
        Refused("amendment-reaches-back", () => Amendment.Propose(_contract, _first, back, "早该如此", Buyer, Today, Now));

        Refused("amendment-reaches-back", () => Propose(Buyer).Agree(_contract, _first, Seller, April.AddDays(1), Now));
    }

    [Fact]
    public void A_proposal_that_other_terms_overtook_cannot_be_agreed()
    {
        var second = Propose(Buyer).Agree(_contract, _first, Seller, Today, Now);

        Refused("amendment-outdated", () => Propose(Buyer).Agree(_contract, second, Seller, Today, Now));
    }

    [Fact]
    public void A_proposal_that_only_moves_the_date_is_none() => Refused(
        "amendment-changes-nothing",
        () => Amendment.Propose(_contract, _first, _first.Agreed with { EffectiveFrom = April }, "重申", Buyer, Today, Now));

    [Fact]
    public void Terms_write_down_charge_and_channels_so_that_a_later_contract_does_not_reach_back()
    {
        _contract.Change(_contract.Title, _contract.StartsOn, null, 50_000m, "CNY", [Channel.Chat]);

        Assert.Equal((92_000m, Channel.Voice), (_first.Terms.MonthlyCharge!.Value, _first.Terms.Channels!.Single()));
    }

    private Amendment Propose(Author by) => Amendment.Propose(_contract, _first, Wished(_first), "样本太小", by, Today, Now);

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).Rule);
}
