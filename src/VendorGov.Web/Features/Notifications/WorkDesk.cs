using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Notifications;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Mail;

namespace VendorGov.Web.Features.Notifications;

/// <summary>Turns what happened to inspections and corrective actions into lines of inboxes and mails to come; groups are told of issues only.</summary>
public sealed class WorkDesk(AppDb db, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task<int> TellAsync(CancellationToken cancel)
    {
        var told = 0;
        while (await db.WorkNews.OrderBy(e => e.At).ThenBy(e => e.Id).Take(Batch).ToListAsync(cancel) is { Count: > 0 } batch)
        {
            await TellAsync(batch, cancel);
            db.WorkNews.RemoveRange(batch);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            told += batch.Count;
        }

        return told;
    }

    private async Task TellAsync(List<WorkNews> batch, CancellationToken cancel)
    {
        var places = await PlacesAsync(db, [.. batch.Select(e => e.ContractId).Distinct()], cancel);
        var numbers = await NumbersAsync([.. batch.Select(e => e.SubjectId).Distinct()], cancel);
        var members = await Audience.MembersAsync(db, cancel);
        Guid?[] subjects = [.. batch.Select(e => (Guid?)e.SubjectId).Distinct()];
        var since = batch[0].At - Notice.Window;
        var known = await db.Notices.Where(n => subjects.Contains(n.SubjectId) && n.ReadAt == null && n.At > since).ToListAsync(cancel);
        var inbox = new Inbox(db, known, mail.Value.IsConfigured, clock.GetUtcNow());
        foreach (var happened in batch)
        {
            var roles = WorkAudience.Of(happened);
            foreach (var listener in members.Where(m => roles.Contains(m.Role) && m.User != happened.ActorId && m.Sees(places[happened.ContractId], happened.OutletId)))
            {
                inbox.Put(listener, happened, numbers.GetValueOrDefault(happened.SubjectId, ""));
            }
        }
    }

    /// <summary>The contact's number of an evaluation, the number of an action.</summary>
    private async Task<Dictionary<Guid, string>> NumbersAsync(List<Guid> ids, CancellationToken cancel)
    {
        var contacts = await db.Evaluations.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Join(db.QaContacts, e => e.ContactId, c => c.Id, (e, c) => new { e.Id, Number = c.ExternalId }).ToListAsync(cancel);
        var actions = await db.CorrectiveActions.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToListAsync(cancel);
        return contacts.Concat(actions).ToDictionary(x => x.Id, x => x.Number);
    }

    public static async Task<Dictionary<ContractId, WorkPlace>> PlacesAsync(AppDb db, List<ContractId> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var contracts = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.VendorId }).ToListAsync(cancel);
        var outlets = await db.ContractOutlets.AsNoTracking().Where(o => ids.Contains(o.ContractId))
            .Join(db.Outlets, o => o.OutletId, o => o.Id, (c, o) => new { c.ContractId, o.Id, o.RegionId }).ToListAsync(cancel);
        return contracts.ToDictionary(c => c.Id, c => new WorkPlace(
            c.Id, c.Number, c.VendorId, [.. outlets.Where(o => o.ContractId == c.Id).Select(o => (o.Id, (RegionId?)o.RegionId))]));
    }
}

/// <summary>Whom such news concern; who caused them and who may not see them are left out.</summary>
internal static class WorkAudience
{
    private static readonly Role[] Vendors = [Role.VendorManager, Role.VendorAgentLead];

    public static IReadOnlyList<Role> Of(WorkNews happened) => happened.What switch
    {
        "EvaluationFatal" => [.. Vendors, Role.OutletManager, Role.Headquarters],
        "AppealFiled" => [Role.OutletReviewer, Role.OutletManager],
        "AppealUpheld" or "AppealRefused" or "AppealSettled" => [.. Vendors, Role.OutletReviewer],
        "AppealFinal" => [Role.Headquarters],
        "AppealClimbed" => [Role.Headquarters, Role.RegionalManager, Role.OutletManager],
        "ActionPlanned" or "ActionReported" => happened.OutletId is null ? [Role.Headquarters, Role.RegionalManager] : [Role.Headquarters, Role.RegionalManager, Role.OutletManager],
        "ActionClimbed" => OfLevel(happened),
        _ => Vendors,
    };

    /// <summary>L2 outlet manager and project manager, L3 region, L4 headquarters; each level adds to those below.</summary>
    private static List<Role> OfLevel(WorkNews happened)
    {
        List<Role> roles = [.. Vendors];
        roles.AddRange(happened is { Mark: >= 2, OutletId: not null } ? [Role.OutletManager] : []);
        roles.AddRange(happened.Mark >= 3 ? [Role.RegionalManager] : []);
        roles.AddRange(happened.Mark >= 4 ? [Role.Headquarters] : []);
        return roles;
    }
}
