using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using Xunit;
using static VendorGov.UnitTests.Contracts.Agreements;

namespace VendorGov.UnitTests.Contracts;

public sealed class ExemptRequestTests
{
    private readonly Contract _contract = Contract();

    [Fact]
    public void The_other_side_approves_and_a_window_comes_of_it()
    {
        var request = Ask(Seller, false);

        var window = request.Approve(_contract, " 同意 ", Buyer, headquarters: true, Now);

        Assert.Equal((request.From, request.To, "台风停运", "何青"), (window.From, window.To, window.Reason, window.ApprovedBy));
        Assert.Equal((ExemptState.Approved, window.Id, "同意"), (request.State, request.WindowId!.Value, request.DecisionNote));
    }

    [Theory]
    [InlineData(Side.Vendor, false, Side.Vendor, false, false)]
    [InlineData(Side.Vendor, false, Side.Buyer, true, true)]
    [InlineData(Side.Buyer, false, Side.Buyer, true, true)]
    [InlineData(Side.Buyer, false, Side.Vendor, false, true)]
    [InlineData(Side.Buyer, true, Side.Buyer, true, false)]
    [InlineData(Side.Buyer, true, Side.Vendor, false, true)]
    public void Who_decides_is_the_other_side_or_headquarters_over_an_outlet(Side asks, bool asHeadquarters, Side decides, bool headquarters, bool may) =>
        Assert.Equal(may, Ask(asks == Side.Buyer ? Buyer : Seller, asHeadquarters).MayDecide(decides, headquarters));

    [Fact]
    public void Nobody_decides_the_own_request_or_a_decided_one_and_a_refusal_says_why()
    {
        var request = Ask(Seller, false);
        Refused("own-request", () => request.Approve(_contract, null, Seller, false, Now));
        Refused("not-own-request", () => request.Withdraw(Buyer, Now));
        Refused("reason-missing", () => request.Refuse(" ", Buyer, true, Now));

        request.Refuse("没有证明", Buyer, true, Now);

        Refused("request-decided", () => request.Approve(_contract, null, Buyer, true, Now));
        Refused("request-decided", () => request.Withdraw(Seller, Now));
    }

    [Fact]
    public void A_window_has_a_reason_an_end_after_its_start_and_a_limit()
    {
        Refused("reason-missing", () => Ask(Seller, false, reason: " "));
        Refused("window-ends-before-start", () => Ask(Seller, false, hours: 0));
        Refused("window-too-long", () => Ask(Seller, false, hours: 24 * 93));
    }

    private ExemptRequest Ask(Author by, bool headquarters, string reason = "台风停运", int hours = 6) => new(
        _contract, new ExemptAsk(Now, Now.AddHours(hours), ExemptCause.ForceMajeure, reason, null, null), by, headquarters, Now);

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).Rule);
}
