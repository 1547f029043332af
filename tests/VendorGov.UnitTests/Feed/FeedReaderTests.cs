using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.UnitTests.Feed;

public sealed class FeedReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly VendorId Vendor = VendorId.New();
    private static readonly OutletId Outlet = OutletId.New();
    private static readonly BusinessCalendar Hotline = BusinessCalendar.Compile(DefaultCalendars.ChinaHotline);

    [Theory]
    [InlineData("2026-03-01T09:15:02+08:00")]
    [InlineData("2026-03-01T01:15:02Z")]
    [InlineData("2026-03-01T01:15:02.000Z")]
    [InlineData("2026-03-01T10:15:02+0900")]
    [InlineData("2026-02-28T20:15:02-05:00")]
    [InlineData("2026-03-01 09:15:02")]
    [InlineData("2026/3/1 9:15:02")]
    [InlineData("２０２６-03-01 09:15:02")]
    public void A_time_means_the_same_in_every_way_of_writing_it(string written)
    {
        var fact = (FeedContact)Read(FeedKind.Calls, Call(("started_at", written))).Fact!;
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 1, 15, 2, TimeSpan.Zero), fact.StartedAt);
        Assert.Equal(new DateOnly(2026, 3, 1), fact.Date);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-03-01T25:00:00Z")]
    [InlineData("1899-03-01T09:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("46082.5")]
    public void What_is_no_time_is_refused(string written) =>
        Assert.Equal("not-instant", Read(FeedKind.Calls, Call(("started_at", written))).Problem!.Code);

    [Theory]
    [InlineData("wait_s", "-1", "out-of-range")]
    [InlineData("wait_s", "86401", "out-of-range")]
    [InlineData("wait_s", "1.5", "not-whole")]
    [InlineData("wait_s", "1e3", "not-whole")]
    [InlineData("wait_s", "", "missing")]
    [InlineData("outcome", "lost", "not-choice")]
    [InlineData("id", null, "missing")]
    [InlineData("agent", "a\u0007b", "control-character")]
    public void A_wrong_cell_is_named_with_its_reason(string field, string? value, string code)
    {
        var problem = Read(FeedKind.Calls, Call((field, value))).Problem!;
        Assert.Equal((7, field, code), (problem.Line, problem.Field, problem.Code));
    }

    [Fact]
    public void Whole_numbers_may_carry_a_decimal_point_and_full_width_digits()
    {
        Assert.Equal(8, ((FeedContact)Read(FeedKind.Calls, Call(("wait_s", "8.0"))).Fact!).WaitSeconds);
        Assert.Equal(12, ((FeedContact)Read(FeedKind.Calls, Call(("wait_s", "１２"))).Fact!).WaitSeconds);
    }

    [Fact]
    public void Of_two_contracts_on_one_outlet_the_sender_names_one_unless_the_channel_tells()
    {
        var voice = Contract("C-1", Channel.Voice);
        var both = Contract("C-2", Channel.Voice, Channel.Chat);
        Assert.Equal("contract-needed", Read(FeedKind.Calls, Call(), voice, both).Problem!.Code);
        Assert.Equal(voice.Id, Read(FeedKind.Calls, Call(("contract", "c-1")), voice, both).Fact!.ContractId);
        Assert.Equal(both.Id, Read(FeedKind.Contacts, Chat(), voice, both).Fact!.ContractId);
        Assert.Equal("channel-not-contracted", Read(FeedKind.Contacts, Chat(), voice).Problem!.Code);
    }

    [Fact]
    public void A_conversation_counts_as_handled_once_a_person_replied_and_never_for_a_robot()
    {
        Assert.True(((FeedContact)Read(FeedKind.Contacts, Chat(("first_reply_s", "12"))).Fact!).Handled);
        Assert.False(((FeedContact)Read(FeedKind.Contacts, Chat()).Fact!).Handled);
        Assert.False(((FeedContact)Read(FeedKind.Contacts, Chat(("first_reply_s", "1"), ("handled_by", "bot"))).Fact!).Handled);
        Assert.Equal("more-than-rounds", Read(FeedKind.Contacts, Chat(("rounds", "3"), ("rounds_3m", "4"))).Problem!.Code);
    }

    [Fact]
    public void A_repeat_can_be_told_only_of_a_handled_contact_with_waybill_and_reason()
    {
        Assert.Equal(Now.AddDays(-1).AddHours(72), ((FeedContact)Read(FeedKind.Calls, Call(("started_at", "2026-03-01T02:00:00Z"))).Fact!).RepeatEndsAt);
        Assert.Null(((FeedContact)Read(FeedKind.Calls, Call(("waybill", null))).Fact!).RepeatEndsAt);
        Assert.Null(((FeedContact)Read(FeedKind.Calls, Call(("outcome", "abandoned"))).Fact!).RepeatEndsAt);
    }

    [Theory]
    [InlineData("4", null, true)]
    [InlineData("3", null, false)]
    [InlineData(null, "是", true)]
    [InlineData("5", "no", false)]
    [InlineData(null, null, null)]
    public void A_rating_satisfies_from_four_on_unless_the_sender_says_otherwise(string? score, string? satisfied, bool? expected)
    {
        var survey = (FeedSurvey)Read(FeedKind.Surveys, ("id", "V1"), ("outlet", "N1"), ("channel", "voice"), ("contact_at", "2026-03-01 09:00"), ("score", score), ("satisfied", satisfied)).Fact!;
        Assert.Equal(expected, survey.Satisfied);
    }

    [Fact]
    public void A_roster_may_lie_ahead_and_presence_may_not()
    {
        (string, string?)[] Span(string state) =>
            [("agent", "1"), ("outlet", "N1"), ("state", state), ("starts_at", "2026-03-20 09:00"), ("ends_at", "2026-03-20 18:00")];
        Assert.NotNull(Read(FeedKind.Presence, Span("scheduled")).Fact);
        Assert.Equal("in-future", Read(FeedKind.Presence, Span("present")).Problem!.Code);
    }

    [Theory]
    [InlineData("2026-03-01 09:00")]
    [InlineData("2026-03-01 08:00")]
    [InlineData("2026-03-02 09:01")]
    public void A_span_ends_after_it_begins_and_within_a_day(string ends) => Assert.Equal("ends-wrong", Read(
        FeedKind.Presence, ("agent", "1"), ("outlet", "N1"), ("state", "present"), ("starts_at", "2026-03-01 09:00"), ("ends_at", ends)).Problem!.Code);

    [Fact]
    public void Only_what_began_inside_the_service_hours_is_marked_so()
    {
        Assert.True(((FeedContact)Read(FeedKind.Calls, Call(("started_at", "2026-03-01 09:00"))).Fact!).InHours);
        Assert.False(((FeedContact)Read(FeedKind.Calls, Call(("started_at", "2026-03-01 03:00"))).Fact!).InHours);
    }

    [Fact]
    public void A_key_is_random_and_its_text_opens_it_by_hash_alone()
    {
        var party = new PartyKey(Vendor: Vendor);
        var (key, text) = ApiKey.Create(TenantId.New(), party, "a", [ApiScope.Calls, ApiScope.Calls], Now.AddDays(1), "hq", Now);
        var (_, other) = ApiKey.Create(TenantId.New(), party, "a", [ApiScope.Calls], Now.AddDays(1), "hq", Now);
        Assert.NotEqual(text, other);
        Assert.Equal(ApiKey.HashOf(text), key.SecretHash);
        Assert.StartsWith(key.Prefix + "_", text, StringComparison.Ordinal);
        Assert.Equal([ApiScope.Calls], key.Scopes);
        Assert.Equal((ApiKeyState.Active, ApiKeyState.Expired), (key.StateAt(Now), key.StateAt(Now.AddDays(1))));
    }

    [Fact]
    public void A_key_has_one_party_a_scope_and_an_end()
    {
        ApiKey Make(PartyKey party, ApiScope[] scopes, int days) => ApiKey.Create(TenantId.New(), party, "a", scopes, Now.AddDays(days), "hq", Now).Key;
        var vendor = new PartyKey(Vendor: Vendor);
        Assert.Throws<VendorGov.Domain.RuleViolationException>(() => Make(new PartyKey(), [ApiScope.Calls], 1));
        Assert.Throws<VendorGov.Domain.RuleViolationException>(() => Make(new PartyKey(Vendor: Vendor, Outlet: Outlet), [ApiScope.Calls], 1));
        Assert.Throws<VendorGov.Domain.RuleViolationException>(() => Make(vendor, [], 1));
        Assert.Throws<VendorGov.Domain.RuleViolationException>(() => Make(vendor, [ApiScope.Calls], 0));
        Assert.Throws<VendorGov.Domain.RuleViolationException>(() => Make(vendor, [ApiScope.Calls], 732));
    }

    private static (string, string?)[] Call(params (string Field, string? Value)[] changes) => Changed(
        [("id", "C1"), ("outlet", "N1"), ("started_at", "2026-03-01T09:15:02+08:00"), ("outcome", "answered"), ("wait_s", "8"), ("waybill", "YT1"), ("reason", "催件")], changes);

    private static (string, string?)[] Chat(params (string Field, string? Value)[] changes) =>
        Changed([("id", "S1"), ("outlet", "N1"), ("channel", "chat"), ("started_at", "2026-03-01T09:15:02+08:00")], changes);

    private static (string, string?)[] Changed((string Field, string? Value)[] row, (string Field, string? Value)[] changes) =>
        [.. row.Where(r => changes.All(c => c.Field != r.Field)), .. changes];

    private static FeedContract Contract(string number, params Channel[] channels) => new(
        ContractId.New(), number, Vendor, new HashSet<OutletId> { Outlet }, channels.ToHashSet(), new DateOnly(2026, 1, 1), null, Shanghai,
        [(new DateOnly(2026, 1, 1), Hotline)]);

    private static (FeedFact? Fact, FeedProblem? Problem) Read(FeedKind kind, params (string Field, string? Value)[] cells) =>
        Read(kind, cells, Contract("C-1", Channel.Voice, Channel.Chat));

    private static (FeedFact? Fact, FeedProblem? Problem) Read(FeedKind kind, (string Field, string? Value)[] cells, params FeedContract[] contracts)
    {
        var sender = new FeedSender(TenantId.New(), Vendor, null, FeedSource.Api, Guid.NewGuid(), "test");
        var batch = new FeedBatch(sender, kind, "json", null, 1, "", Now);
        var schema = FeedSchema.Of(kind);
        var values = new string?[schema.Fields.Count];
        foreach (var (field, value) in cells)
        {
            values[schema.IndexOf(field)] = value;
        }

        var directory = new FeedDirectory([("N1", Outlet)], [("V1", Vendor)], contracts);
        return new FeedReader(batch, directory, Now).Read(new FeedLine(7, values));
    }
}
