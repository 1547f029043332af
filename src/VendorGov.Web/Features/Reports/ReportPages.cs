using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Features.Reports;

/// <summary>What the pages of one contract and period share.</summary>
public sealed class ReportPages(AppDb db, DutyList duties, TimeProvider clock)
{
    /// <summary>The contract with its outlets, or null where the caller may not see it.</summary>
    public Task<Contract?> ContractAsync(Guid id, CancellationToken cancellation)
    {
        var contract = new ContractId(id);
        return db.Contracts.Include(c => c.Outlets).SingleOrDefaultAsync(c => c.Id == contract, cancellation);
    }

    public async Task<ReportHead> HeadAsync(Contract contract, ReportPeriod period, string title, CancellationToken cancellation)
    {
        var vendor = await db.Vendors.AsNoTracking().Where(v => v.Id == contract.VendorId).Select(v => v.Name).SingleAsync(cancellation);
        var found = duties.Find(new DutyFilter([period], null, null, null, null), clock.GetUtcNow()).Where(r => r.Contract.Id == contract.Id);
        var duty = await duties.ReadAsync(found, cancellation);
        return new ReportHead(contract.Id.Value, contract.Number, vendor, contract.Outlets.Count, period, duty.SingleOrDefault(), title);
    }

    public async Task<IReadOnlyList<VersionLine>> VersionsAsync(
        Contract contract, ReportPeriod period, Guid? shown, CancellationToken cancellation) =>
        await db.VendorReports.AsNoTracking()
            .Where(r => r.ContractId == contract.Id && r.Period == period)
            .OrderByDescending(r => r.VersionNumber)
            .Select(r => new VersionLine(
                r.Id.Value, r.VersionNumber, r.State, r.UploadedAt, r.UploadedByName, r.RejectCount, r.ExplainCount, r.Id.Value == shown,
                db.Scope.WholeTenant || db.Scope.IsVendor))
            .ToListAsync(cancellation);
}
