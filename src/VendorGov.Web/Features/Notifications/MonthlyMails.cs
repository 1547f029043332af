using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Analysis;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Insight;

namespace VendorGov.Web.Features.Notifications;

/// <summary>
/// Mails about a month: scorecards that were published, with the place in the ranking, and early warnings. In the receiver's language and
/// when the receiver wants it; figures and links, no attachment and no name of a person. What was written stands in the outbox under its key,
/// so that a second run writes nothing.
/// </summary>
public sealed class MonthlyMails(
    AppDb db, PaceReader pace, MonthStandings standings, IOptions<MailOptions> mail, PortalAddress address, TimeProvider clock)
{
    private const string CardsKey = "monthly.scorecards";
    private const int FirstWarningDay = 10, LastWarningDay = 12, MostListed = 12;
    private static readonly TimeSpan Back = TimeSpan.FromHours(48);

    public async Task<int> WriteAsync(CancellationToken cancel)
    {
        if (!mail.Value.IsConfigured)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var covers = await CoversAsync(cancel);
        var members = await Audience.MembersAsync(db, cancel);
        var since = now.AddDays(-20);
        var written = await db.Outbox.AsNoTracking()
            .Where(m => m.TenantId == db.Scope.Tenant && m.RobotId == null && m.FoldKey != null && m.CreatedAt >= since)
            .Select(m => new Written(m.Recipient, m.FoldKey!, m.CreatedAt)).ToListAsync(cancel);
        var mails = await PublishedAsync(members, covers, written, now, cancel);
        mails.AddRange(await WarningsAsync(members, covers, written, now, cancel));
        db.Outbox.AddRange(mails);
        await db.SaveChangesAsync(cancel);
        return mails.Count;
    }

    private async Task<List<OutboxMessage>> PublishedAsync(
        List<Listener> members, ILookup<Guid, Cover> covers, List<Written> written, DateTimeOffset now, CancellationToken cancel)
    {
        var begin = now - Back;
        var cards = await (
            from s in db.Scorecards.AsNoTracking()
            join v in db.Vendors on s.VendorId equals v.Id
            join c in db.Contracts on s.ContractId equals c.Id
            where s.State == ScorecardState.Published && s.PublishedAt >= begin
            orderby c.Number
            select new Card(s.ContractId.Value, s.VendorId, v.Code, v.Name, c.Number, s.Month, s.Score, s.Grade, s.PublishedAt!.Value)).ToListAsync(cancel);
        var mails = new List<OutboxMessage>();
        foreach (var month in cards.GroupBy(c => c.Month))
        {
            var standing = await standings.OfAsync(month.Key, true, null, cancel);
            foreach (var listener in members)
            {
                var key = $"{CardsKey}.{month.Key}";
                var last = written.Where(w => w.Recipient == listener.Email && w.Key == key).Select(w => (DateTimeOffset?)w.At).Max();
                var own = month.Where(c => Concerns(listener, c.Vendor, covers[c.Contract]) && !(c.PublishedAt <= last)).ToList();
                if (own.Count > 0 && listener.Settings.MailAt(NoticeKind.Scorecards, now) is { } due)
                {
                    var text = TextOf(listener);
                    mails.Add(Mail(listener, text["notices.monthly.published", text.Month(month.Key), own.Count], Body(text, listener, own, standing), now, due, key, text));
                }
            }
        }

        return mails;
    }

    private string Body(Text text, Listener listener, List<Card> cards, Standing standing)
    {
        var lines = cards.Take(MostListed).Select(c => text[
            "notices.monthly.card", c.VendorName, c.Number, text.Fixed(c.Score), c.Grade?.ToString() ?? text["notices.monthly.notGraded"]]).ToList();
        if (cards.Count > MostListed)
        {
            lines.Add(text["notices.monthly.more", cards.Count - MostListed]);
        }

        // A vendor learns its own place of how many; the others' names are for the buyer.
        if (listener.Side == Side.Vendor)
        {
            lines.AddRange(standing.Vendors.Where(v => v.VendorCode == cards[0].VendorCode && v.Rank is not null)
                .Select(v => text["notices.monthly.place", v.Rank, standing.Ranked]));
        }
        else if (listener.Role == Role.Headquarters && standing.Ranked > 1)
        {
            lines.Add(text["notices.monthly.first", string.Join(text.Pick("、", ", "), standing.Vendors.Where(v => v.Rank <= 3).Select(v => $"{v.Rank}. {v.VendorName}"))]);
        }

        var month = cards[0].Month;
        return string.Join('\n', lines) + "\n\n" + text["notices.monthly.cards", Link(text, $"/Scorecards?month={month}")]
            + "\n" + text["notices.monthly.ranking", Link(text, $"/Rankings?month={month}")];
    }

    private async Task<List<OutboxMessage>> WarningsAsync(
        List<Listener> members, ILookup<Guid, Cover> covers, List<Written> written, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            await db.Tenants.AsNoTracking().Where(t => t.Id == db.Scope.Tenant).Select(t => t.TimeZone).SingleAsync(cancel));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (today.Day is < FirstWarningDay or > LastWarningDay)
        {
            return [];
        }

        var lines = (await pace.ReadAsync(now, zone, peek: false, cancel)).Lines.Where(l => l.Warning.Outlook is Outlook.WillMiss or Outlook.Lost).ToList();
        var (month, mails) = (YearMonth.Of(today), new List<OutboxMessage>());
        var key = $"monthly.pace.{month}";
        foreach (var listener in members.Where(m => !written.Exists(w => w.Recipient == m.Email && w.Key == key)))
        {
            var own = lines.Where(l => Concerns(listener, l.VendorId, covers[l.Contract])).ToList();
            if (own.Count > 0 && listener.Settings.MailAt(NoticeKind.EarlyWarning, now) is { } due)
            {
                var text = TextOf(listener);
                var body = string.Join('\n', own.Take(MostListed).Select(l => Line(text, l))) + "\n\n" + text["notices.monthly.pace", Link(text, "/Analysis/Pace")];
                mails.Add(Mail(listener, text["notices.monthly.warning", text.Month(month), own.Count], body, now, due, key, text));
            }
        }

        return mails;
    }

    private static string Line(Text text, PaceLine line)
    {
        var metric = MetricCatalogue.Find(line.Code);
        var name = text.Pick(metric.Zh, metric.En);
        if (line.Days is { } days)
        {
            return line.Warning.Outlook == Outlook.Lost ? text["notices.monthly.lostDays", line.Vendor, line.Number, name]
                : text["notices.monthly.lineDays", line.Vendor, line.Number, name, line.Warning.Outlook, text.Percent((decimal)(100 * line.Warning.Chance), 0),
                    text.Measure(days.Needed, metric.Unit)];
        }

        return line.Warning.Allowed < 0
            ? text["notices.monthly.lost", line.Vendor, line.Number, name, -line.Warning.Allowed]
            : text["notices.monthly.line", line.Vendor, line.Number, name, line.Warning.Outlook, text.Percent((decimal)(100 * line.Warning.Chance), 0), line.Warning.Allowed];
    }

    /// <summary>Headquarters all, a region and an outlet what covers it, a vendor its own; reviewers, team leads and auditors read the portal.</summary>
    private static bool Concerns(Listener listener, VendorId vendor, IEnumerable<Cover> covers) => listener.Role switch
    {
        Role.Headquarters => true,
        Role.RegionalManager => covers.Any(c => c.Region == listener.Region),
        Role.OutletManager => covers.Any(c => c.Outlet == listener.Outlet),
        Role.VendorManager => listener.Vendor == vendor,
        _ => false,
    };

    private async Task<ILookup<Guid, Cover>> CoversAsync(CancellationToken cancel) => (await (
        from c in db.ContractOutlets.AsNoTracking()
        join o in db.Outlets on c.OutletId equals o.Id
        select new { c.ContractId, o.Id, o.RegionId }).ToListAsync(cancel)).ToLookup(c => c.ContractId.Value, c => new Cover(c.Id, c.RegionId));

    private static Text TextOf(Listener listener) =>
        Text.ForLanguage(listener.Language, TimeZoneInfo.FindSystemTimeZoneById(listener.Settings.TimeZone));

    private OutboxMessage Mail(Listener listener, string title, string body, DateTimeOffset now, DateTimeOffset due, string key, Text text)
    {
        var foot = address.Root.Length > 0 ? text["notices.mail.foot", address.Of("/Notifications/Settings")] : text["notices.mail.footPlain"];
        return OutboxMessage.Mail(db.Scope.Tenant, listener.Email, title, $"{body}\n\n-- \n{foot}\n", now, due: due, key: key);
    }

    private string Link(Text text, string path) => address.Root.Length > 0 ? address.Of(path) : text["notices.mail.signIn"];

    private sealed record Written(string Recipient, string Key, DateTimeOffset At);

    private sealed record Cover(OutletId Outlet, RegionId? Region);

    private sealed record Card(
        Guid Contract, VendorId Vendor, string VendorCode, string VendorName, string Number, YearMonth Month, decimal? Score, Grade? Grade,
        DateTimeOffset PublishedAt);
}
