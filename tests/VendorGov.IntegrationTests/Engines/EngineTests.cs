using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Engines;

public sealed class EngineTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.OfTheRun();
    private readonly WriteGate _gate = new();

    [Fact]
    public async Task The_model_can_be_created_and_an_empty_portal_answers()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        Assert.Equal(0, await db.Tenants.CountAsync());
    }

    [Fact]
    public async Task Without_a_scope_no_row_of_a_tenant_can_be_read()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Outlets.ToListAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _gate.Dispose();
        await _database.DisposeAsync();
    }

    private AppDb Open()
    {
        return new AppDb(_database.Options(), new TenantScope(), _gate, new FakeClock());
    }
}
