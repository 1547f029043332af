using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Domain;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Imports;

namespace VendorGov.IntegrationTests.Imports;

/// <summary>A tenant on the engine of the run into which logs are imported, each time through a context of its own.</summary>
internal sealed class ImportPortal : IAsyncDisposable
{
    private readonly TestDatabase database = TestDatabase.OfTheRun();
    private readonly WriteGate gate = new();
    private readonly FakeClock clock = new();
    private readonly CalendarCache calendars = new();
    private readonly TenantId tenant = TenantId.New();

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    public static async Task<ImportPortal> CreateAsync()
    {
        var portal = new ImportPortal();
        await using var db = portal.Open();
        await db.Database.EnsureCreatedAsync();
        db.Tenants.Add(new Tenant(portal.tenant, "log", "Log", "UTC", "en", portal.clock.Now));
        await db.SaveChangesAsync();
        return portal;
    }

    public string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(database.Directory, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    public string PathOf(string name) => Path.Combine(database.Directory, name);

    public AppDb Open()
    {
        var scope = new TenantScope();
        scope.EnterTenant(tenant, actorName: "test");
        return new AppDb(database.Options(), scope, gate, clock);
    }

    public async Task<ImportBatch> ImportAsync(string path, bool create = true, string profile = ImportProfile.ServiceNow)
    {
        await using var db = Open();
        return await new EventLogImport(db, db.Scope, new ClockFacesLoader(db, calendars), clock).RunAsync(profile, create, path, null, CancellationToken.None);
    }

    /// <summary>Due instant and verdict of both obligations of every issue, by external key.</summary>
    public async Task<Dictionary<string, (DateTimeOffset? AckDue, ClockState Ack, DateTimeOffset? ResDue, ClockState Res)>> ClocksAsync()
    {
        await using var db = Open();
        var rows = await db.Issues.AsNoTracking().Select(issue => new
        {
            issue.ExternalKey,
            Clocks = issue.Obligations.Select(o => new { o.Kind, o.DueAt, o.State }).ToList(),
        }).ToListAsync();
        return rows.ToDictionary(row => row.ExternalKey!, row =>
        {
            var ack = row.Clocks.Single(c => c.Kind == ObligationKind.Acknowledge);
            var res = row.Clocks.Single(c => c.Kind == ObligationKind.Resolve);
            return (ack.DueAt, ack.State, res.DueAt, res.State);
        });
    }

    /// <summary>Met and due of a month by vendor, as the stored obligations have it.</summary>
    public async Task<SortedDictionary<string, (int AckMet, int AckDue, int ResMet, int ResDue)>> ByVendorAsync(YearMonth month)
    {
        await using var db = Open();
        var vendors = await db.Vendors.AsNoTracking().ToDictionaryAsync(vendor => vendor.Id, vendor => vendor.Name);
        var from = new DateTimeOffset(month.FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
        var to = new DateTimeOffset(month.AddMonths(1).FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
        var due = await db.Obligations.AsNoTracking().Where(o => o.DueAt >= from && o.DueAt < to)
            .Select(o => new { o.VendorId, o.Kind, o.State }).ToListAsync();
        var table = due.GroupBy(o => vendors[o.VendorId]).ToDictionary(group => group.Key, group => (
            group.Count(o => o.Kind == ObligationKind.Acknowledge && o.State == ClockState.Met),
            group.Count(o => o.Kind == ObligationKind.Acknowledge),
            group.Count(o => o.Kind == ObligationKind.Resolve && o.State == ClockState.Met),
            group.Count(o => o.Kind == ObligationKind.Resolve)));
        return new(table, StringComparer.Ordinal);
    }

    /// <summary>How many rows each table holds that an import writes to, but for batches and their audit.</summary>
    public async Task<(int Issues, int Obligations, int Events, int Incidents, int Parties, int Contracts, int Covered)> SizeAsync()
    {
        await using var db = Open();
        return (
            await db.Issues.CountAsync(), await db.Obligations.CountAsync(), await db.IssueEvents.CountAsync(),
            await db.ImportedIncidents.CountAsync(), await db.Vendors.CountAsync() + await db.Outlets.CountAsync(),
            await db.Contracts.CountAsync() + await db.TermsVersions.CountAsync() + await db.CalendarVersions.CountAsync(),
            await db.ContractOutlets.CountAsync());
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        await database.DisposeAsync();
    }
}
