using System.Globalization;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Feed;

/// <summary>Turns lines into facts, one by one: a line gives a fact or a problem, never both.</summary>
public sealed class FeedReader(FeedBatch batch, FeedDirectory directory, DateTimeOffset now)
{
    private enum Outcome
    {
        Answered,
        Abandoned,
    }

    private enum HandledBy
    {
        Agent,
        Bot,
    }

    private static readonly TimeSpan LongestPresence = TimeSpan.FromHours(24);

    /// <summary>How far ahead a roster may be sent.</summary>
    private static readonly TimeSpan RosterAhead = TimeSpan.FromDays(92);

    private readonly FeedSchema _schema = FeedSchema.Of(batch.Kind);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public (FeedFact? Fact, FeedProblem? Problem) Read(FeedLine line)
    {
        var cells = new FeedCells(_schema, line);
        if (cells.Problem is not null)
        {
            return (null, cells.Problem);
        }

        FeedFact? fact = batch.Kind switch
        {
            FeedKind.Calls => Call(cells),
            FeedKind.Contacts => Contact(cells),
            FeedKind.Surveys => Survey(cells),
            FeedKind.Presence => Presence(cells),
            _ => throw new InvalidOperationException($"{batch.Kind} has no reader."),
        };
        if (fact is not null && !_seen.TryAdd(fact.ExternalId, line.Number))
        {
            cells.Refuse(_schema.Fields[0].Name, "repeated", _seen[fact.ExternalId].ToString(CultureInfo.InvariantCulture));
        }

        return cells.Problem is { } problem ? (null, problem) : (fact, null);
    }

    private FeedContact? Call(FeedCells cells)
    {
        var (id, outcome, wait) = (cells.Text("id"), cells.Choice<Outcome>("outcome"), cells.Count("wait_s"));
        var (talk, hold, wrap) = (cells.Count("talk_s"), cells.Count("hold_s"), cells.Count("acw_s"));
        var place = directory.Find(cells, "started_at", Channel.Voice, now);
        if (outcome == Outcome.Abandoned && (talk > 0 || hold > 0 || wrap > 0))
        {
            cells.Refuse("outcome", "abandoned-with-talk");
        }

        var answered = outcome == Outcome.Answered;
        var details = new ContactDetails(
            Channel.Voice, answered, false, cells.Text("agent"), wait, null, null, null, answered ? talk : null, answered ? hold : null,
            answered ? wrap : null, cells.Text("waybill"), cells.Text("reason"));
        return cells.Problem is null ? new FeedContact(batch, place!, id!, details) : null;
    }

    private FeedContact? Contact(FeedCells cells)
    {
        var (id, channel, by) = (cells.Text("id"), cells.Choice<Channel>("channel"), cells.Choice<HandledBy>("handled_by"));
        var (reply, rounds, inTime) = (cells.Count("first_reply_s"), cells.Count("rounds"), cells.Count("rounds_3m"));
        if (inTime > (rounds ?? 0))
        {
            cells.Refuse("rounds_3m", "more-than-rounds");
        }

        var place = directory.Find(cells, "started_at", channel, now);
        var bot = by == HandledBy.Bot;
        var details = new ContactDetails(
            channel.GetValueOrDefault(), !bot && reply is not null, bot, cells.Text("agent"), null, reply, rounds, inTime,
            cells.Count("talk_s"), null, cells.Count("acw_s"), cells.Text("waybill"), cells.Text("reason"));
        return cells.Problem is null ? new FeedContact(batch, place!, id!, details) : null;
    }

    private FeedSurvey? Survey(FeedCells cells)
    {
        var (id, channel, contact) = (cells.Text("id"), cells.Choice<Channel>("channel"), cells.Text("contact"));
        var (responded, score, satisfied) = (cells.Instant("responded_at"), cells.Count("score"), cells.Flag("satisfied"));
        if (score == 0)
        {
            cells.Refuse("score", "score-range");
        }

        if (responded is not null && score is null && satisfied is null)
        {
            cells.Refuse("responded_at", "answer-missing");
        }

        var place = directory.Find(cells, "contact_at", channel, now);
        return cells.Problem is null
            ? new FeedSurvey(batch, place!, id!, channel!.Value, contact, responded?.In(place!.Contract.Zone), score, satisfied)
            : null;
    }

    private FeedPresence? Presence(FeedCells cells)
    {
        var (agent, state, channel) = (cells.Text("agent"), cells.Choice<PresenceState>("state"), cells.Choice<Channel>("channel"));
        var ends = cells.Instant("ends_at");
        var place = directory.Find(cells, "starts_at", channel, state == PresenceState.Scheduled ? now + RosterAhead : now);
        var endsAt = place is null ? default : ends.GetValueOrDefault().In(place.Contract.Zone);
        if (place is not null && (endsAt <= place.At || endsAt - place.At > LongestPresence))
        {
            cells.Refuse("ends_at", "ends-wrong");
        }

        return cells.Problem is null
            ? new FeedPresence(batch, place!, KeyOf(agent!, state!.Value, place!.At), agent!, state!.Value, endsAt, channel)
            : null;
    }

    /// <summary>Presence has no id of its own: an agent has one span of a state that begins at an instant.</summary>
    private static string KeyOf(string agent, PresenceState state, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{agent}|{state}|{at.UtcDateTime:yyyyMMddTHHmmss}");
}
