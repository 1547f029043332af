using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>
/// Tells those concerned of each step of a scorecard, once: the mark and the mails are saved together. A mail names vendor, month, step and
/// deadline; no word that a person wrote leaves the portal, and no figure does.
/// </summary>
public sealed class ScorecardNews(AppDb db, IOptions<MailOptions> mail, PortalAddress address, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>How many steps were told.</summary>
    public async Task<int> TellAsync(CancellationToken cancel)
    {
        var told = 0;
        while (await db.ScorecardEvents.Where(e => e.ToldAt == null).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel) is { Count: > 0 } batch)
        {
            var now = clock.GetUtcNow();
            if (mail.Value.IsConfigured)
            {
                db.Outbox.AddRange(await MailsAsync(batch, now, cancel));
            }

            batch.ForEach(e => e.Told(now));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            told += batch.Count;
        }

        return told;
    }

    private async Task<List<OutboxMessage>> MailsAsync(List<ScorecardEvent> batch, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = batch.Select(e => e.ScorecardId).Distinct().ToList();
        var cards = await (from s in db.Scorecards.AsNoTracking()
                           join v in db.Vendors on s.VendorId equals v.Id
                           join c in db.Contracts on s.ContractId equals c.Id
                           where ids.Contains(s.Id)
                           select new Told(s.Id, s.VendorId, s.ContractId, v.Name, c.Number, s.Month, s.ReviewDueAt, s.RulingDueAt, c.TimeZone))
            .ToDictionaryAsync(c => c.Card, cancel);
        var members = await MembersAsync(cancel);
        var covered = (await db.ContractOutlets.AsNoTracking().ToListAsync(cancel)).ToLookup(o => o.ContractId, o => o.OutletId);
        return [.. batch.SelectMany(step => members
            .Where(m => m.User != step.ActorId && Concerns(step, cards[step.ScorecardId], m, covered))
            .Select(m => (Member: m, At: m.Settings.MailAt(NoticeKind.Decision, now)))
            .Where(m => m.At is not null)
            .Select(m => Mail(step, cards[step.ScorecardId], m.Member, m.At!.Value)))];
    }

    private static bool Concerns(ScorecardEvent step, Told card, Reader reader, ILookup<ContractId, OutletId> covered)
    {
        var vendor = reader.Role == Role.VendorManager && reader.Vendor == card.Vendor;
        var headquarters = reader.Role == Role.Headquarters;
        return step.Kind switch
        {
            CardEventKind.AppealFiled or CardEventKind.AppealWithdrawn or CardEventKind.CreditAgreed or CardEventKind.ReviewClosed => headquarters,
            CardEventKind.Commented => step.Side == Side.Vendor ? headquarters : vendor,
            CardEventKind.Published => vendor || (reader.Role == Role.OutletManager && reader.Outlet is { } outlet && covered[card.Contract].Contains(outlet)),
            _ => vendor,
        };
    }

    private OutboxMessage Mail(ScorecardEvent step, Told card, Reader reader, DateTimeOffset at)
    {
        var text = Text.For(
            reader.Language?.StartsWith("en", StringComparison.Ordinal) == true ? Text.English : Text.Chinese, TimeZoneInfo.FindSystemTimeZoneById(card.TimeZone));
        var until = step.Kind switch
        {
            CardEventKind.ReviewOpened => card.ReviewDueAt,
            CardEventKind.AppealFiled or CardEventKind.ReviewClosed => card.RulingDueAt,
            _ => null,
        };
        var lines = new[]
        {
            text[$"scorecards.news.{step.Kind}"],
            until is { } due ? text["scorecards.news.until", text.DayAndTime(due)] : null,
            address.Root.Length > 0 ? address.Of($"/Scorecards/Details/{card.Card.Value}") : text["scorecards.news.signIn"],
        };
        return OutboxMessage.Mail(
            db.Scope.Tenant, reader.Email, text["scorecards.news.title", card.VendorName, text.Month(card.Month), text.Of(step.Kind)],
            string.Join('\n', lines.OfType<string>()) + "\n", at);
    }

    private async Task<List<Reader>> MembersAsync(CancellationToken cancel)
    {
        var zone = await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => new { t.TimeZone, t.Language }).SingleAsync(cancel);
        var chosen = await db.NoticeSettings.AsNoTracking().ToDictionaryAsync(s => s.UserId, cancel);
        Role[] roles = [Role.Headquarters, Role.VendorManager, Role.OutletManager];
        var members = await db.Memberships.AsNoTracking().Where(m => m.DeactivatedAt == null && roles.Contains(m.Role)).ToListAsync(cancel);
        var ids = members.Select(m => m.UserId.Value).ToList();
        var languages = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Language, cancel);
        return members.ConvertAll(m => new Reader(
            m.UserId, m.Email, languages.GetValueOrDefault(m.UserId.Value) ?? zone.Language, m.Role, m.OutletId, m.VendorId,
            chosen.GetValueOrDefault(m.UserId) ?? new NoticeSettings(m.TenantId, m.UserId, zone.TimeZone)));
    }

    private sealed record Reader(UserId User, string Email, string? Language, Role Role, OutletId? Outlet, VendorId? Vendor, NoticeSettings Settings);

    private sealed record Told(
        ScorecardId Card, VendorId Vendor, ContractId Contract, string VendorName, string Number, YearMonth Month, DateTimeOffset? ReviewDueAt,
        DateTimeOffset? RulingDueAt, string TimeZone);
}
