using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Api;

namespace VendorGov.Web.Features.Feed;

/// <summary>A page of rows that the key's party has sent, under the names by which it sent them; instants in UTC.</summary>
public sealed record FeedPage(int Page, int Size, int Total, DateOnly From, DateOnly To, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

/// <summary>Reads back what a key's party has sent, a span of dates at a time.</summary>
public sealed class FeedRows(AppDb db, CurrentKey key, TimeProvider clock)
{
    private const int Largest = 1000;
    private const int Days = 31;

    private Dictionary<OutletId, string> _outlets = [];
    private Dictionary<ContractId, string> _contracts = [];

    public async Task WriteAsync(FeedKind kind, HttpContext http, DateOnly? from, DateOnly? to, int? page, int? size)
    {
        var last = to ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        var first = from ?? last.AddDays(-Days);
        if (first > last || page < 1 || size is < 1 or > Largest)
        {
            await ApiProblem.WriteAsync(http, StatusCodes.Status400BadRequest, "page");
            return;
        }

        var answer = await ReadAsync(kind, first, last, page ?? 1, size ?? 500, http.RequestAborted);
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.Body, answer, ApiProblem.Json, http.RequestAborted);
    }

    private async Task<FeedPage> ReadAsync(FeedKind kind, DateOnly from, DateOnly to, int page, int size, CancellationToken cancel)
    {
        _outlets = await db.Outlets.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Code, cancel);
        _contracts = await db.Contracts.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        var (total, rows) = kind switch
        {
            FeedKind.Surveys => await PageAsync(db.FeedSurveys, kind, from, to, page, size, Survey, cancel),
            FeedKind.Presence => await PageAsync(db.FeedPresences, kind, from, to, page, size, Presence, cancel),
            FeedKind.Calls => await PageAsync(db.FeedContacts, kind, from, to, page, size, Call, cancel),
            _ => await PageAsync(db.FeedContacts, kind, from, to, page, size, Contact, cancel),
        };
        return new FeedPage(page, size, total, from, to, rows);
    }

    private async Task<(int Total, List<Dictionary<string, object?>> Rows)> PageAsync<T>(
        IQueryable<T> set, FeedKind kind, DateOnly from, DateOnly to, int page, int size,
        Action<T, Dictionary<string, object?>> tell, CancellationToken cancel) where T : FeedFact
    {
        var holder = key.Demanded;
        var sender = holder.Vendor?.Value ?? holder.Outlet!.Value.Value;
        var own = set.AsNoTracking().Where(f => f.SenderId == sender && f.Kind == kind && f.Date >= from && f.Date <= to);
        var total = await own.CountAsync(cancel);
        var facts = await own.OrderBy(f => f.Date).ThenBy(f => f.ExternalId).Skip((page - 1) * size).Take(size).ToListAsync(cancel);
        return (total, [.. facts.Select(f => Row(f, tell))]);
    }

    private Dictionary<string, object?> Row<T>(T fact, Action<T, Dictionary<string, object?>> tell) where T : FeedFact
    {
        var row = new Dictionary<string, object?>();
        tell(fact, row);
        row["outlet"] = _outlets.GetValueOrDefault(fact.OutletId);
        row["contract"] = _contracts.GetValueOrDefault(fact.ContractId);
        (row["date"], row["batch"], row["received_at"]) = (fact.Date, fact.BatchId, fact.ReceivedAt);
        return row;
    }

    private static void Call(FeedContact call, Dictionary<string, object?> row)
    {
        (row["id"], row["started_at"], row["outcome"]) = (call.ExternalId, call.StartedAt, call.Handled ? "answered" : "abandoned");
        (row["wait_s"], row["talk_s"], row["hold_s"], row["acw_s"]) =
            (call.WaitSeconds, call.TalkSeconds, call.HoldSeconds, call.WrapSeconds);
        (row["agent"], row["waybill"], row["reason"]) = (call.Agent, call.Waybill, call.Reason);
    }

    private static void Contact(FeedContact contact, Dictionary<string, object?> row)
    {
        (row["id"], row["channel"], row["started_at"]) = (contact.ExternalId, Name(contact.Channel), contact.StartedAt);
        (row["handled_by"], row["first_reply_s"]) = (contact.ByBot ? "bot" : "agent", contact.FirstReplySeconds);
        (row["rounds"], row["rounds_3m"], row["talk_s"], row["acw_s"]) =
            (contact.Rounds, contact.RoundsInTime, contact.TalkSeconds, contact.WrapSeconds);
        (row["agent"], row["waybill"], row["reason"]) = (contact.Agent, contact.Waybill, contact.Reason);
    }

    private static void Survey(FeedSurvey survey, Dictionary<string, object?> row)
    {
        (row["id"], row["channel"], row["contact_at"]) = (survey.ExternalId, Name(survey.Channel), survey.ContactAt);
        (row["contact"], row["responded_at"]) = (survey.ContactExternalId, survey.RespondedAt);
        (row["score"], row["satisfied"]) = (survey.Score, survey.Satisfied);
    }

    private static void Presence(FeedPresence span, Dictionary<string, object?> row)
    {
        (row["agent"], row["state"], row["channel"]) = (span.Agent, span.State.ToString().ToLowerInvariant(), Name(span.Channel));
        (row["starts_at"], row["ends_at"]) = (span.StartsAt, span.EndsAt);
    }

    private static string? Name(Channel? channel) => channel?.ToString().ToLowerInvariant();
}
