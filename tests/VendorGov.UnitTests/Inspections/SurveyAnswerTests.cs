using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Tenancy;
using VendorGov.UnitTests.Staffing;
using Xunit;
using static VendorGov.UnitTests.Cases.Given;

namespace VendorGov.UnitTests.Inspections;

public sealed class SurveyAnswerTests
{
    private static readonly SurveyFacts Low = new(Desk.Outlet, SurveySource.Sms, Channel.Voice, Desk.Now.AddDays(-1), 2, "call-1", null, null, "没人回电");

    private static SurveyAnswer Of(SurveyFacts facts) => new(Desk.Contract, facts, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), "sv-1", "周敏", Desk.Now);

    [Fact]
    public void Three_and_lower_are_low_and_name_whom_to_inspect()
    {
        Assert.True(Of(Low with { Score = 3 }).IsLow);
        Assert.False(Of(Low with { Score = 4, Contact = null }).IsLow);
        Assert.Equal("survey-nameless", Refusal(() => Of(Low with { Contact = null })));
        Assert.True(Of(Low with { Contact = null, Agent = "1001" }).IsLow);
    }

    [Fact]
    public void A_rating_lies_in_the_past_of_an_outlet_of_the_contract_and_between_one_and_five()
    {
        Assert.Equal("survey-score", Refusal(() => Of(Low with { Score = 6 })));
        Assert.Equal("contact-ahead", Refusal(() => Of(Low with { ContactAt = Desk.Now.AddMinutes(1) })));
        Assert.Equal("outlet-not-in-contract", Refusal(() => Of(Low with { Outlet = OutletId.New() })));
    }

    [Fact]
    public void One_inspection_stays_the_one_that_it_drew()
    {
        var (survey, first) = (Of(Low), Guid.NewGuid());
        survey.Drew(first);
        survey.Drew(Guid.NewGuid());
        Assert.Equal(first, survey.EvaluationId);
    }
}
