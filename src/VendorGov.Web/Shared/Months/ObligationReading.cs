using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Shared.Months;

/// <summary>Obligations that may belong to a month, and those named, with what a scorecard says about each. Not judged yet.</summary>
internal static class ObligationReading
{
    private const int IdsAtOnce = 500;

    public static async Task<ILookup<ContractId, ObligationFact>> ReadAsync(
        AppDb db, YearMonth month, IReadOnlyList<ContractId> contracts, IReadOnlySet<Guid> named, CancellationToken cancellationToken)
    {
        var (first, end) = MonthBounds.Widest(month);
        var rows = await RowsAsync(db, db.Obligations.Where(o => contracts.Contains(o.ContractId)
            && ((o.DueAt >= first && o.DueAt < end) || (o.DueAt == null && o.StoppedAt >= first && o.StoppedAt < end))), cancellationToken);
        var read = rows.Select(r => r.Id.Value).ToHashSet();
        foreach (var part in named.Where(id => !read.Contains(id)).Select(id => new ObligationId(id)).Chunk(IdsAtOnce))
        {
            rows.AddRange(await RowsAsync(db, db.Obligations.Where(o => part.Contains(o.Id)), cancellationToken));
        }

        return rows.ToLookup(r => r.Contract, r => r.ToFact());
    }

    private static Task<List<Row>> RowsAsync(AppDb db, IQueryable<Obligation> obligations, CancellationToken cancellationToken) => (
            from o in obligations.AsNoTracking()
            join i in db.Issues on o.IssueId equals (IssueId?)i.Id into issues
            from i in issues.DefaultIfEmpty()
            join a in db.CorrectiveActions on o.Id equals a.ActionOwedId into actions
            from a in actions.DefaultIfEmpty()
            join x in db.Outlets on o.OutletId equals (OutletId?)x.Id into outlets
            from x in outlets.DefaultIfEmpty()
            select new Row(
                o.ContractId, o.Id, o.Kind, o.IssueId, o.ReportPeriod, o.StartedAt, o.DueAt, o.StoppedAt, o.CurrentTargetSeconds,
                o.ElapsedSeconds, o.State, i != null ? i.Number : a != null ? a.Number : null, i != null ? i.Title : a != null ? a.Title : null,
                i == null ? null : i.Severity, i == null ? null : i.ProblemType, x == null ? null : x.Code, x == null ? null : x.Name,
                i == null ? null : i.Attribution))
        .ToListAsync(cancellationToken);

    private sealed record Row(
        ContractId Contract, ObligationId Id, ObligationKind Kind, IssueId? Issue, ReportPeriod? ReportPeriod, DateTimeOffset StartedAt,
        DateTimeOffset? DueAt, DateTimeOffset? StoppedAt, long TargetSeconds, long ElapsedSeconds, ClockState State, string? Number,
        string? Title, Severity? Severity, ProblemType? ProblemType, string? OutletCode, string? OutletName, Attribution? Attribution)
    {
        public ObligationFact ToFact() => new(
            Id.Value, Kind, Number ?? ReportPeriod?.ToString() ?? "", Issue?.Value, Title, Severity, ProblemType, OutletCode, OutletName,
            StartedAt, DueAt, StoppedAt, TargetSeconds, ElapsedSeconds, State, Counted: false, Met: false, Excluded: null, Attribution);
    }
}
