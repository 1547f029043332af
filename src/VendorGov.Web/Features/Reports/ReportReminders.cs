using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Reports;

/// <summary>One day before a report is due its vendor's managers are told by mail, once (requirements 4, playbook P6).</summary>
public sealed class ReportReminders(AppDb db, TimeProvider clock)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>Returns how many duties were reminded of; running it again reminds of none.</summary>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var until = now + Before;
        var owed = await db.Obligations
            .Where(o => (o.Kind == ObligationKind.DeliverReport || o.Kind == ObligationKind.ResubmitReport)
                && o.State == ClockState.Running && o.DueAt > now && o.DueAt <= until && o.RemindedAt == null)
            .ToListAsync(cancellation);
        var vendors = owed.Select(o => o.VendorId).Distinct().ToList();
        var managers = await ManagersAsync(vendors, cancellation);
        var contracts = owed.Select(o => o.ContractId).Distinct().ToList();
        var known = await db.Contracts.AsNoTracking().Where(c => contracts.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => (c.Number, c.TimeZone), cancellation);
        foreach (var duty in owed)
        {
            duty.Remind(now);
            var (number, zone) = known[duty.ContractId];
            db.Outbox.AddRange(managers[duty.VendorId].Select(m => Mail(duty, m, number, TimeZoneInfo.FindSystemTimeZoneById(zone), now)));
        }

        await db.SaveChangesAsync(cancellation);
        return owed.Count;
    }

    private static OutboxMessage Mail(Obligation duty, Addressee addressee, string contract, TimeZoneInfo zone, DateTimeOffset now)
    {
        var text = Text.ForLanguage(addressee.Language, zone);
        object?[] args = [duty.ReportPeriod, contract, text.DayAndTime(duty.DueAt!.Value)];
        return OutboxMessage.Mail(duty.TenantId, addressee.Email, text["reports.mail.title", args], text["reports.mail.body", args], now);
    }

    private async Task<ILookup<VendorId, Addressee>> ManagersAsync(List<VendorId> vendors, CancellationToken cancellation)
    {
        var members = await db.Memberships.AsNoTracking()
            .Where(m => m.Role == Role.VendorManager && m.VendorId != null && vendors.Contains(m.VendorId.Value) && m.DeactivatedAt == null)
            .Select(m => new { Vendor = m.VendorId!.Value, m.UserId, m.Email }).ToListAsync(cancellation);
        var ids = members.Select(m => m.UserId.Value).ToList();
        var languages = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Language, cancellation);
        return members.ToLookup(m => m.Vendor, m => new Addressee(m.Email, languages.GetValueOrDefault(m.UserId.Value)));
    }

    private sealed record Addressee(string Email, string? Language);
}
