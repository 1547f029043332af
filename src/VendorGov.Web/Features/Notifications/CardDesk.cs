using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Mail;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// Turns the steps of scorecards into lines of inboxes and mails to come, once each: the mark of the step and the lines are saved together. What
/// is published has a mail of its own with figures and place (<see cref="MonthlyMails"/>), so its step is a line only.
/// </summary>
public sealed class CardDesk(AppDb db, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>How many steps were told.</summary>
    public async Task<int> TellAsync(CancellationToken cancel)
    {
        var told = 0;
        while (await db.ScorecardEvents.Where(e => e.ToldAt == null).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel) is { Count: > 0 } batch)
        {
            var now = clock.GetUtcNow();
            await TellAsync(batch, now, cancel);
            batch.ForEach(e => e.Told(now));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            told += batch.Count;
        }

        return told;
    }

    private async Task TellAsync(List<ScorecardEvent> batch, DateTimeOffset now, CancellationToken cancel)
    {
        var places = await WorkDesk.PlacesAsync(db, [.. batch.Select(e => e.ContractId).Distinct()], cancel);
        var ids = batch.Select(e => e.ScorecardId).Distinct().ToList();
        var months = await db.Scorecards.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Month }).ToDictionaryAsync(s => s.Id, s => s.Month, cancel);
        var members = await Audience.MembersAsync(db, cancel);
        Guid?[] subjects = [.. ids.Select(id => (Guid?)id.Value)];
        var since = batch[0].At - Notice.Window;
        var known = await db.Notices.Where(n => subjects.Contains(n.SubjectId) && n.ReadAt == null && n.At > since).ToListAsync(cancel);
        Inbox both = new(db, known, mail.Value.IsConfigured, now), linesOnly = new(db, known, false, now);
        foreach (var step in batch)
        {
            var (place, roles, news) = (places[step.ContractId], CardAudience.Of(step), WorkNews.Of(step));
            var inbox = step.Kind == CardEventKind.Published ? linesOnly : both;
            foreach (var listener in members.Where(m => roles.Contains(m.Role) && m.User != step.ActorId && m.Sees(place, null)))
            {
                inbox.Put(listener, news, $"{place.Number} {months[step.ScorecardId]}");
            }
        }
    }

    /// <summary>The deadlines of these scorecards.</summary>
    internal static async Task<Dictionary<Guid, CardDue>> DueAsync(AppDb db, List<Guid> cards, CancellationToken cancel)
    {
        var ids = cards.ConvertAll(c => new ScorecardId(c));
        return cards.Count == 0 ? [] : await db.Scorecards.AsNoTracking().Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, s.ReviewDueAt, s.RulingDueAt }).ToDictionaryAsync(s => s.Id.Value, s => new CardDue(s.ReviewDueAt, s.RulingDueAt), cancel);
    }
}

/// <summary>Until when the vendor may appeal, and headquarters rule.</summary>
internal sealed record CardDue(DateTimeOffset? Review, DateTimeOffset? Ruling)
{
    public DateTimeOffset? Of(string what) => what switch
    {
        $"Card{nameof(CardEventKind.ReviewOpened)}" => Review,
        $"Card{nameof(CardEventKind.AppealFiled)}" or $"Card{nameof(CardEventKind.ReviewClosed)}" => Ruling,
        _ => null,
    };
}

/// <summary>Whom a step concerns on either side. Outlets and regions see a card once it is published.</summary>
internal static class CardAudience
{
    public static IReadOnlyList<Role> Of(ScorecardEvent step) => step.Kind switch
    {
        CardEventKind.AppealFiled or CardEventKind.AppealWithdrawn or CardEventKind.CreditAgreed or CardEventKind.FactsMoved => [Role.Headquarters],
        CardEventKind.Commented => step.Side == Side.Vendor ? [Role.Headquarters] : [Role.VendorManager],
        CardEventKind.Published => [Role.VendorManager, Role.OutletManager, Role.RegionalManager, Role.Headquarters],
        CardEventKind.ReviewOpened or CardEventKind.ReviewClosed or CardEventKind.CreditClaimed or CardEventKind.CreditVoid => [Role.VendorManager, Role.Headquarters],
        _ => [Role.VendorManager],
    };
}
