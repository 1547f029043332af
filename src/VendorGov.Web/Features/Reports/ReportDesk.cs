using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Documents.Reading;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Receives reports: checks a file against its contract and period, keeps the version, and if it is accepted stores its rows,
/// replaces the version before it and settles what was owed, all in one transaction.
/// </summary>
public sealed class ReportDesk(
    AppDb db, WriteGate gate, TenantScope scope, ReportFiles files, ReportContexts contexts, ReportObligations duties,
    ReconciliationRun reconciliation, TimeProvider clock)
{
    private const int RowsPerSave = 2000;

    /// <summary>
    /// Throws <see cref="TabularRefusedException"/> for a file that cannot be read (nothing is kept of it in the database) and
    /// <see cref="RuleViolationException"/> where no report is owed.
    /// </summary>
    public async Task<VendorReport> ReceiveAsync(
        Contract contract, ReportPeriod period, UploadedFile file, UploadedFile? monthly, CancellationToken cancellation,
        Action<ReportProgress>? tell = null)
    {
        var owed = await duties.OfAsync(contract, period, cancellation);
        var outcome = await CheckAsync(contract, period, file, monthly, cancellation, tell);
        var number = await Versions(contract, period).Select(r => (int?)r.VersionNumber).MaxAsync(cancellation) ?? 0;
        var report = new VendorReport(contract, period, number + 1, file, monthly, outcome, scope.ActorName, clock.GetUtcNow());
        db.VendorReports.Add(report);
        await SaveAsync(report, contract, outcome, owed, cancellation, tell);
        tell?.Invoke(new ReportProgress(ReportStage.Reconciling, outcome.RowCount, outcome.RowCount));
        await reconciliation.RunAsync(report.Id, cancellation);
        return report;
    }

    /// <summary>Adds the reasons that were owed: the kept file is checked once more, as the contract may have changed since.</summary>
    public async Task ExplainAsync(
        VendorReport report, Contract contract, IReadOnlyDictionary<string, string> reasons, CancellationToken cancellation)
    {
        var owed = await duties.OfAsync(contract, report.Period, cancellation);
        var outcome = await CheckAsync(contract, report.Period, FileOf(report), SecondFileOf(report), cancellation);
        var explained = outcome.Explained(reasons);
        report.Answer(explained, clock.GetUtcNow());
        await SaveAsync(report, contract, explained, owed, cancellation);
        await reconciliation.RunAsync(report.Id, cancellation);
    }

    /// <summary>Checks a kept version once more, to show what could be read of it.</summary>
    public Task<ReportOutcome> CheckAsync(Contract contract, VendorReport report, CancellationToken cancellation) =>
        CheckAsync(contract, report.Period, FileOf(report), SecondFileOf(report), cancellation);

    /// <summary>Removes files of an upload that became no version, unless a version holds the same content.</summary>
    public async Task DropUnusedAsync(IReadOnlyList<UploadedFile> uploads, CancellationToken cancellation)
    {
        foreach (var hash in uploads.Select(u => u.Sha256))
        {
            if (!await db.VendorReports.AnyAsync(r => r.FileSha256 == hash || r.SecondFileSha256 == hash, cancellation))
            {
                files.Remove(hash);
            }
        }
    }

    public static UploadedFile FileOf(VendorReport report) => new(report.FileName, report.FileSha256, report.FileSize);

    public static UploadedFile? SecondFileOf(VendorReport report) =>
        report.SecondFileSha256 is { } hash ? new UploadedFile(report.SecondFileName!, hash, report.SecondFileSize!.Value) : null;

    private IQueryable<VendorReport> Versions(Contract contract, ReportPeriod period) =>
        db.VendorReports.Where(r => r.ContractId == contract.Id && r.Period == period);

    private async Task<ReportOutcome> CheckAsync(
        Contract contract, ReportPeriod period, UploadedFile file, UploadedFile? monthly, CancellationToken cancellation,
        Action<ReportProgress>? tell = null)
    {
        var context = await contexts.OfAsync(contract, period, clock.GetUtcNow(), cancellation);
        await using var first = files.Open(file.Sha256);
        await using var second = monthly is null ? null : files.Open(monthly.Sha256);
        List<(UploadedFile, Stream)> uploads = [(file, first)];
        if (second is not null)
        {
            uploads.Add((monthly!, second));
        }

        return ReportReading.Check(context, uploads, tell);
    }

    private async Task SaveAsync(
        VendorReport report, Contract contract, ReportOutcome outcome, Obligation owed, CancellationToken cancellation,
        Action<ReportProgress>? tell = null)
    {
        using var turn = await gate.EnterAsync(db.Database, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (report.State == VendorReportState.Accepted)
        {
            var before = await db.VendorReports.SingleOrDefaultAsync(
                r => r.ContractId == contract.Id && r.Period == report.Period
                    && r.State == VendorReportState.Accepted && r.Id != report.Id,
                cancellation);
            ReportDelivery.Settle(report, before, owed, await duties.FacesAsync(contract, report.Period, cancellation));
            await duties.SettleAgainAsync(contract, report.Period, report.AcceptedAt!.Value, cancellation);
        }
        else if (report.State == VendorReportState.Refused && owed.IsOpen && owed.DueAt < report.UploadedAt)
        {
            await duties.DemandAgainAsync(contract, report.Period, report.UploadedAt, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var rows in report.RowsOf(outcome).Chunk(RowsPerSave))
        {
            tell?.Invoke(new ReportProgress(ReportStage.Storing, rows[0].Number - 1, outcome.RowCount));
            db.VendorReportRows.AddRange(rows);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var cases in report.CasesOf(outcome).Chunk(RowsPerSave))
        {
            db.VendorReportCases.AddRange(cases);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellation);
    }
}
