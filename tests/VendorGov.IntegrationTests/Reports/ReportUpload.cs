using Microsoft.EntityFrameworkCore;
using VendorGov.Domain;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>The first contract's vendor at the upload page of one month or week.</summary>
internal sealed class ReportUpload(Portal portal, ReportPeriod period) : IDisposable
{
    private Visitor? _vendor;

    public Network Network => portal.Networks.Own;

    public string Path => $"/Reports/Upload?contract={Network.Contracts[0].Id.Value}&period={period}";

    /// <summary>Signs in anew after the clock was moved: a session does not outlive days.</summary>
    public async Task<Visitor> VendorAsync(bool anew = false)
    {
        if (anew)
        {
            _vendor?.Dispose();
            _vendor = null;
        }

        return _vendor ??= await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
    }

    public async Task<byte[]> TemplateAsync() =>
        await (await VendorAsync()).Http.GetByteArrayAsync($"/Reports/Template?contract={Network.Contracts[0].Id.Value}&period={period}");

    public async Task<Screen> SendAsync(string name, byte[] bytes)
    {
        var vendor = await VendorAsync();
        var page = await vendor.GetAsync(Path);
        return await vendor.SubmitAsync(page, page.Form("form:has(input[type=file])"), [], [("Files", name, bytes)]);
    }

    /// <summary>The latest version, the duty of the period (null until something was uploaded), and how many rows are stored.</summary>
    public Task<(VendorReport? Report, Obligation? Owed, int Rows)> StateAsync() => portal.InTenantAsync(Network.Tenant, async db =>
    {
        var contract = Network.Contracts[0].Id;
        var report = await db.VendorReports.Where(r => r.ContractId == contract && r.Period == period)
            .OrderByDescending(r => r.VersionNumber).FirstOrDefaultAsync();
        var owed = await db.Obligations.SingleOrDefaultAsync(o => o.ContractId == contract && o.ReportPeriod == period
            && o.Kind == ObligationKind.DeliverReport && o.ReportKind == ReportKind.Data);
        var rows = report is null ? 0 : await db.VendorReportRows.CountAsync(r => r.ReportId == report.Id);
        return (report, owed, rows);
    });

    public void Dispose() => _vendor?.Dispose();
}
