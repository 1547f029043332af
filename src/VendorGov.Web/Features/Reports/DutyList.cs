using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Reports;

/// <summary>One contract and period: what is owed and what came in.</summary>
public sealed record DutyRow(
    ContractId ContractId, string ContractNumber, string ContractTitle, VendorId VendorId, string VendorName, ReportPeriod Period,
    DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? StoppedAt, ClockState Clock, long ElapsedSeconds, long TargetSeconds,
    VendorReportId? ReportId, int? VersionNumber, VendorReportState? State, DateTimeOffset? UploadedAt, int Rejects, int RowCount)
{
    /// <summary>The stored state is as old as the last sweep; a deadline that has passed since counts at once.</summary>
    public ClockState ClockAt(DateTimeOffset now) => Clock == ClockState.Running && DueAt < now ? ClockState.Breached : Clock;

    public bool IsDueSoon(DateTimeOffset now) => Clock == ClockState.Running && DueAt is { } due
        && (due - now) < TimeSpan.FromDays(1);
}

/// <summary>What the list is narrowed to; nulls do not narrow.</summary>
public sealed record DutyFilter(IReadOnlyList<ReportPeriod>? Periods, VendorId? Vendor, DutyState? State, string? Search, string? Sort);

/// <summary>The views of the list.</summary>
public enum DutyState
{
    /// <summary>Nothing accepted yet.</summary>
    Open,
    Overdue,
    OnTime,
    Late,
}

/// <summary>Reads the duties to report with the latest version of each, in three queries.</summary>
public sealed class DutyList(AppDb db)
{
    public IQueryable<Joined> Find(DutyFilter filter, DateTimeOffset now)
    {
        var rows =
            from owed in db.Obligations.AsNoTracking().Where(o => o.Kind == ObligationKind.DeliverReport
            && o.ReportKind == ReportKind.Data && o.ReportPeriod != null)
            join contract in db.Contracts.AsNoTracking() on owed.ContractId equals contract.Id
            join vendor in db.Vendors.AsNoTracking() on owed.VendorId equals vendor.Id
            select new Joined { Owed = owed, Contract = contract, Vendor = vendor };
        return Sorted(Narrowed(rows, filter, now), filter.Sort);
    }

    public async Task<IReadOnlyList<DutyRow>> ReadAsync(IQueryable<Joined> rows, CancellationToken cancellation)
    {
        var found = await rows.Select(r => new
        {
            r.Owed.ContractId, r.Contract.Number, r.Contract.Title, r.Owed.VendorId, r.Vendor.Name, r.Owed.ReportPeriod,
            r.Owed.StartedAt, r.Owed.DueAt, r.Owed.StoppedAt, r.Owed.State, r.Owed.ElapsedSeconds, r.Owed.TargetSeconds,
        }).ToListAsync(cancellation);
        var contracts = found.Select(f => f.ContractId).Distinct().ToList();
        var periods = found.Select(f => f.ReportPeriod!.Value).Distinct().ToList();
        var versions = await db.VendorReports.AsNoTracking()
            .Where(r => contracts.Contains(r.ContractId) && periods.Contains(r.Period))
            .Select(r => new { r.Id, r.ContractId, r.Period, r.VersionNumber, r.State, r.UploadedAt, r.RejectCount, r.RowCount })
            .ToListAsync(cancellation);
        var latest = versions.GroupBy(v => (v.ContractId, v.Period))
            .ToDictionary(g => g.Key, g => g.FirstOrDefault(v => v.State == VendorReportState.Accepted) ?? g.MaxBy(v => v.VersionNumber)!);
        return [.. found.Select(f =>
        {
            var version = latest.GetValueOrDefault((f.ContractId, f.ReportPeriod!.Value));
            return new DutyRow(
                f.ContractId, f.Number, f.Title, f.VendorId, f.Name, f.ReportPeriod!.Value, f.StartedAt, f.DueAt, f.StoppedAt, f.State,
                f.ElapsedSeconds, f.TargetSeconds, version?.Id, version?.VersionNumber, version?.State, version?.UploadedAt,
                version?.RejectCount ?? 0, version?.RowCount ?? 0);
        })];
    }

    private static IQueryable<Joined> Narrowed(IQueryable<Joined> rows, DutyFilter filter, DateTimeOffset now)
    {
        if (filter.Periods is { } periods)
        {
            rows = rows.Where(r => periods.Contains(r.Owed.ReportPeriod!.Value));
        }

        if (filter.Vendor is { } vendor)
        {
            rows = rows.Where(r => r.Owed.VendorId == vendor);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var part = filter.Search.Trim();
            rows = rows.Where(r => r.Contract.Number.Contains(part) || r.Contract.Title.Contains(part) || r.Vendor.Name.Contains(part));
        }

        return filter.State switch
        {
            DutyState.Open => rows.Where(r => r.Owed.State == ClockState.Running || r.Owed.State == ClockState.Breached),
            DutyState.Overdue => rows.Where(r => r.Owed.State == ClockState.Breached || (r.Owed.State == ClockState.Running && r.Owed.DueAt < now)),
            DutyState.OnTime => rows.Where(r => r.Owed.State == ClockState.Met),
            DutyState.Late => rows.Where(r => r.Owed.State == ClockState.Missed),
            _ => rows,
        };
    }

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, string? sort) => sort switch
    {
        "vendor" => rows.OrderBy(r => r.Vendor.Name).ThenByDescending(r => r.Owed.DueAt),
        "-vendor" => rows.OrderByDescending(r => r.Vendor.Name).ThenByDescending(r => r.Owed.DueAt),
        "contract" => rows.OrderBy(r => r.Contract.Number).ThenByDescending(r => r.Owed.DueAt),
        "-contract" => rows.OrderByDescending(r => r.Contract.Number).ThenByDescending(r => r.Owed.DueAt),
        "due" => rows.OrderBy(r => r.Owed.DueAt).ThenBy(r => r.Contract.Number),
        _ => rows.OrderByDescending(r => r.Owed.DueAt).ThenBy(r => r.Contract.Number),
    };

    /// <summary>A duty with its contract and vendor, before it is read.</summary>
    public sealed class Joined
    {
        public required Obligation Owed { get; init; }
        public required Contract Contract { get; init; }
        public required Vendor Vendor { get; init; }
    }
}
