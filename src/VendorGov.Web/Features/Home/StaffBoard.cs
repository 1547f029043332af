using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Home;

/// <summary>One line of what staff and training ask for, with where to go.</summary>
public sealed record StaffRow(string Url, string What, string When, bool Late);

/// <summary>Shortfalls, vacancies, certificates, brand packs, briefings, orders and articles of the contracts that the reader sees; two queries.</summary>
public sealed class StaffBoard(AppDb db, CurrentUser user, Text text, TimeProvider clock)
{
    private const int Shown = 8;
    private const int DaysAhead = 30;
    private const int BriefingDays = 14;

    private static readonly ObligationKind[] Kinds = [ObligationKind.FillVacancy, ObligationKind.Training, ObligationKind.ApproveKnowledge];
    private static readonly ClockState[] Open = [ClockState.Running, ClockState.Paused, ClockState.Breached];

    /// <summary>Late ones first.</summary>
    public async Task<IReadOnlyList<StaffRow>> ReadAsync(CancellationToken cancel)
    {
        if (!user.Can(Permission.ViewStaffing))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return [.. (await StandingAsync(now, cancel)).Concat(await OwedAsync(now, cancel)).OrderBy(r => !r.Late).Take(Shown)];
    }

    /// <summary>What stands open in each contract.</summary>
    private async Task<List<StaffRow>> StandingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, user.Zone).DateTime);
        var (since, soon, read) = (now.AddHours(-24), today.AddDays(DaysAhead), today.AddDays(-BriefingDays));
        var rows = await db.Contracts.AsNoTracking().OrderBy(c => c.Number).Select(c => new
        {
            c.Id, c.Number,
            Short = db.ShortfallAlarms.Count(a => a.ContractId == c.Id && a.Answer == null && a.RaisedAt >= since),
            Expiring = db.Agents.Count(a => a.ContractId == c.Id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today)
                && db.Certificates.Any(x => x.AgentId == a.Id && x.Kind == CertificateKind.Contacts && x.WithdrawnFrom == null && x.ValidUntil >= today)
                && !db.Certificates.Any(x => x.AgentId == a.Id && x.Kind == CertificateKind.Contacts && x.WithdrawnFrom == null && x.ValidUntil >= soon)),
            Pack = db.BrandPacks.Where(p => p.ContractId == c.Id && p.SignedAt == null && p.SupersededAt == null)
                .Select(p => new { p.Id, p.Number, p.SignBy }).FirstOrDefault(),
            Unread = db.Briefings.Count(b => b.ContractId == c.Id && b.ReadBy >= read
                && db.Agents.Any(a => a.ContractId == c.Id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today)
                    && !db.BriefingReceipts.Any(r => r.BriefingId == b.Id && r.AgentId == a.Id))),
            Overdue = db.Briefings.Any(b => b.ContractId == c.Id && b.ReadBy >= read && b.ReadBy < today
                && db.Agents.Any(a => a.ContractId == c.Id && a.JoinedOn <= today && (a.LeftOn == null || a.LeftOn >= today)
                    && !db.BriefingReceipts.Any(r => r.BriefingId == b.Id && r.AgentId == a.Id))),
        }).ToListAsync(cancel);
        var found = new List<StaffRow>();
        foreach (var c in rows)
        {
            var of = $"contract={c.Id.Value}";
            Add(c.Short > 0, $"/Staffing/Alarms?{of}", text["home.staff.short", c.Number, c.Short], text["home.staff.shortNote"], true);
            Add(c.Pack is not null, $"/Training/BrandPack/{c.Pack?.Id}", text["home.staff.unsigned", c.Number, c.Pack?.Number],
                text["home.staff.by", text.ShortDay(c.Pack?.SignBy ?? today)], c.Pack?.SignBy < today);
            Add(c.Unread > 0, $"/Training/Briefings?{of}", text["home.staff.unread", c.Number, c.Unread], text["home.staff.unreadNote"], c.Overdue);
            Add(c.Expiring > 0, $"/Staffing/Agents?{of}", text["home.staff.expiring", c.Number, c.Expiring], text["home.staff.expiringNote"], false);
        }

        return found;

        void Add(bool stands, string url, string what, string when, bool late)
        {
            if (stands)
            {
                found.Add(new StaffRow(url, what, when, late));
            }
        }
    }

    /// <summary>Vacancies, training and articles with a clock, the nearest first.</summary>
    private async Task<List<StaffRow>> OwedAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await (
            from o in db.Obligations.AsNoTracking()
            join c in db.Contracts on o.ContractId equals c.Id
            where Kinds.Contains(o.Kind) && Open.Contains(o.State)
            orderby o.DueAt
            select new
            {
                o.Kind, o.DueAt, o.ContractId, c.Number,
                Order = db.TrainingOrders.Where(t => t.ObligationId == o.Id).Select(t => new { t.Id, t.Topic }).FirstOrDefault(),
                Article = db.KnowledgeVersions.Where(v => v.ObligationId == o.Id).Select(v => new { v.ArticleId, v.Title }).FirstOrDefault(),
            }).Take(Shown).ToListAsync(cancel);
        return [.. rows.Select(r =>
        {
            var (url, what) = r.Kind switch
            {
                ObligationKind.FillVacancy => ($"/Staffing/Replacements?contract={r.ContractId.Value}&state={ReplacementState.Open}", text["home.staff.vacancy", r.Number]),
                ObligationKind.ApproveKnowledge => ($"/Training/Article/{r.Article?.ArticleId}", text["home.staff.article", r.Article?.Title]),
                _ when r.Order is { } order => ($"/Training/Order/{order.Id}", text["home.staff.order", order.Topic]),
                _ => ($"/Training/Brand?contract={r.ContractId.Value}", text["home.staff.quarter", r.Number]),
            };
            return new StaffRow(url, what, text["home.dueAt", text.Instant(r.DueAt, now)], r.DueAt < now);
        })];
    }
}
