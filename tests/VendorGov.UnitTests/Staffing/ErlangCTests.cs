using VendorGov.Domain;
using VendorGov.Domain.Staffing;
using Xunit;

namespace VendorGov.UnitTests.Staffing;

public sealed class ErlangCTests
{
    /// <summary>
    /// Offered traffic at which a share of calls is delayed, from a published Erlang C table ("Table C" of a textbook on mobile radio, worked
    /// example of a TETRA system): 8 channels carry 3.87 E with 5 % delayed, 10 channels 4.08 E with 1 %. Wolfram's reference page of
    /// ErlangC: 30 calls an hour of 5 minutes (2.5 E), nine in ten undelayed, need 6 servers.
    /// </summary>
    [Theory]
    [InlineData(3.87, 8, 0.05)]
    [InlineData(4.08, 10, 0.01)]
    public void The_share_that_waits_is_that_of_the_published_table(double load, int agents, double published) =>
        Assert.Equal(published, ErlangC.WaitProbability(load, agents), 3);

    [Fact]
    public void Six_are_the_fewest_of_whom_nine_in_ten_callers_never_wait()
    {
        Assert.True(ErlangC.WaitProbability(2.5, 6) <= 0.1);
        Assert.True(ErlangC.WaitProbability(2.5, 5) > 0.1);
    }

    /// <summary>The same table's example goes on: of the delayed calls 0.016 wait longer than a mean call with 8 channels, 0.0022 with 10.</summary>
    [Theory]
    [InlineData(3.87, 8, 0.016)]
    [InlineData(3.87, 10, 0.0022)]
    public void The_delayed_wait_as_long_as_the_published_example_says(double load, int agents, double published)
    {
        var late = 1 - ErlangC.ServiceLevel(load, agents, 120, 120);
        Assert.Equal(published, late / ErlangC.WaitProbability(load, agents), 3);
    }

    /// <summary>
    /// The worked example of Call Centre Helper ("Erlang C formula made simple"): 100 calls in half an hour of 180 s each are 10 E; 13 agents
    /// answer 79.6 % within 20 s and 14 answer 88.8 %, so 80/20 takes 14.
    /// </summary>
    [Fact]
    public void A_hundred_calls_of_three_minutes_in_half_an_hour_take_fourteen_agents()
    {
        var usual = new StaffAssumption(180);
        Assert.Equal(10, ErlangC.Load(100, usual), 9);
        Assert.Equal(0.7956, ErlangC.ServiceLevel(10, 13, 180, 20), 3);
        Assert.Equal(0.888, ErlangC.ServiceLevel(10, 14, 180, 20), 3);
        Assert.Equal(14, ErlangC.Required(100, usual));
        Assert.Equal(20, ErlangC.Required(100, usual with { ShrinkagePercent = 30 }));
    }

    [Fact]
    public void A_queue_that_grows_without_end_makes_everybody_wait()
    {
        Assert.Equal(1, ErlangC.WaitProbability(10, 10));
        Assert.Equal(0, ErlangC.ServiceLevel(12, 10, 180, 20));
        Assert.Equal(0, ErlangC.Required(0, new StaffAssumption(180)));
    }

    [Fact]
    public void A_desk_of_thousands_is_computed_without_overflow()
    {
        var wait = ErlangC.WaitProbability(2900, 3000);
        Assert.InRange(wait, 0.01, 0.2);
        Assert.InRange(ErlangC.Required(10_000, new StaffAssumption(500)), 2778, 2900);
    }

    [Fact]
    public void One_agent_more_never_makes_anybody_wait_longer()
    {
        for (var agents = 41; agents < 80; agents++)
        {
            Assert.True(ErlangC.WaitProbability(40, agents + 1) < ErlangC.WaitProbability(40, agents));
        }
    }

    [Fact]
    public void An_assumption_that_no_desk_could_work_by_is_refused() =>
        Assert.Equal("staff-assumption", Assert.Throws<RuleViolationException>(() => new StaffAssumption(0).Demand()).Rule);
}
