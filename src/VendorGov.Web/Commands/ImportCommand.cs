using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Imports;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Commands;

/// <summary>Imports an event log of another system.</summary>
internal static class ImportCommand
{
    public static readonly Command Spec = new(
        "import", "imports the history of another system from an event log",
        """
        VendorGov.Web import --tenant T --profile P [--create] [--data DIR] FILE
          FILE is csv, csv.gz or xlsx. --create makes the tenant, vendors, outlets and contracts that are missing.
          P is the name of a profile of the tenant, or a profile in a file that ends in .json, which is kept in the tenant.
          The profile servicenow-incident-log comes with the product.
        """,
        ["--tenant", "--profile", "--data"], ["--create"], "FILE", RunAsync);

    private const int RefusedShown = 20;

    private static async Task<int> RunAsync(Call call)
    {
        var profile = call.Demand("--profile");
        var json = profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? await ProfileFile.ReadAsync(profile) : null;
        await using (call.OpenFile())
        {
        }

        await using var app = PortalHost.ForCommand(call);
        await PortalHost.MigrateAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        var tenant = await TenantAsync(call, scope.ServiceProvider);
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant, actorName: "command import");
        if (json is not null)
        {
            profile = await ProfileFile.KeepAsync(json, scope.ServiceProvider);
        }

        var watch = Stopwatch.StartNew();
        var batch = await scope.ServiceProvider.GetRequiredService<EventLogImport>()
            .RunAsync(profile, call.Has("--create"), call.File!, null, CancellationToken.None);
        watch.Stop();
        await RefusedAsync(batch, scope.ServiceProvider.GetRequiredService<AppDb>());
        return Tell(batch, watch.Elapsed);
    }

    private static async Task<TenantId> TenantAsync(Call call, IServiceProvider services)
    {
        var code = call.Demand("--tenant");
        var db = services.GetRequiredService<AppDb>();
        var found = await db.Tenants.Where(t => t.Code == code).Select(t => t.Id).SingleOrDefaultAsync();
        if (found != default)
        {
            return found;
        }

        if (!call.Has("--create"))
        {
            throw new CommandException($"There is no tenant with the code {code}. --create makes it.");
        }

        var tenant = new Tenant(TenantId.New(), code, code, "Asia/Shanghai", "zh-CN", services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Tenants.Add(tenant);
        await db.SaveChangesAsync();
        return tenant.Id;
    }

    /// <summary>The first refused rows with their reasons; all of them are listed on the page of the import.</summary>
    private static async Task RefusedAsync(ImportBatch batch, AppDb db)
    {
        var rows = await db.ImportRefusedRows.AsNoTracking().Where(r => r.BatchId == batch.Id).OrderBy(r => r.Row).Take(RefusedShown).ToListAsync();
        foreach (var row in rows)
        {
            await Console.Error.WriteLineAsync($"row {row.Row}, {row.Column} '{row.Value}': {Text.Operator[$"imports.reason.{row.Reason}"]}");
        }

        if (batch.Counts.RowsRefused > rows.Count)
        {
            await Console.Error.WriteLineAsync($"... and {batch.Counts.RowsRefused - rows.Count} more, listed on the page of this import.");
        }
    }

    private static int Tell(ImportBatch batch, TimeSpan took)
    {
        var c = batch.Counts;
        if (batch.State == ImportState.Failed)
        {
            var problem = batch.Problem is { } key && Text.Operator.Has(key) ? key : "imports.problem.unreadable";
            throw new CommandException(Text.Operator[problem, [.. (batch.ProblemArgument ?? "").Split('|')]]);
        }

        var rate = took.TotalSeconds > 0 ? c.RowsRead / took.TotalSeconds : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {c.RowsRead} rows read in {took.TotalSeconds:0.0} s ({rate:0} rows/s): {c.RowsNew} new, {c.RowsKnown} known, {c.RowsIdentical} identical, {c.RowsRefused} refused.
            {c.Incidents} incidents: {c.IncidentsAdded} added, {c.IncidentsUpdated} updated, {c.IncidentsUnchanged} unchanged, {c.IncidentsRefused} refused.
            Made: {c.VendorsCreated} vendors, {c.OutletsCreated} outlets, {c.ContractsCreated} contracts.
            """));
        return 0;
    }
}
