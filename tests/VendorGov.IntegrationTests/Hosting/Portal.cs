using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VendorGov.Data;
using VendorGov.Data.Saving;
using VendorGov.Domain.Tenancy;
using Xunit;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>
/// The real portal on Kestrel with a database of its own (see <see cref="TestDatabase"/>), a clock that tests move and the
/// two networks of <see cref="Networks"/>. One per test class: <c>IClassFixture&lt;Portal&gt;</c>.
/// </summary>
public class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.OfTheRun();
    private readonly WriteGate _gate = new();

    public FakeClock Clock { get; } = new();

    public QueryCounter Queries { get; } = new();

    /// <summary>Errors that the portal logged.</summary>
    public ErrorLog Log { get; } = new();

    public TestDatabase Database => _database;

    public Networks Networks { get; private set; } = null!;

    /// <summary>Settings under which another process works on the same database.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["VendorGov__DataDirectory"] = _database.Directory,
        ["VendorGov__Jobs"] = "false",
        ["VendorGov__Engine"] = _database.Engine.Name,
        ["ConnectionStrings__VendorGov"] = _database.ConnectionString,
    };

    public Uri Address => ClientOptions.BaseAddress;

    public virtual async Task InitializeAsync()
    {
        await _database.PrepareAsync();
        UseKestrel(0);
        StartServer();
        Networks = await Networks.FoundAsync(this);
    }

    /// <summary>Does work below the pages, as headquarters of the tenant.</summary>
    public async Task<T> InTenantAsync<T>(TenantId tenant, Func<AppDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(tenant, actorName: "test");
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider);
    }

    public Task<T> InTenantAsync<T>(TenantId tenant, Func<AppDb, Task<T>> work) => InTenantAsync(tenant, (db, _) => work(db));

    /// <summary>Everything in the database as it is; of one tenant where it is given.</summary>
    public async Task<List<DatabaseContent.Row>> ContentAsync(TenantId? tenant = null)
    {
        await using var db = new AppDb(_database.OptionsOf(_database.UnwalledConnectionString), new TenantScope(), _gate, Clock);
        return await DatabaseContent.RowsAsync(db, tenant);
    }

    public Visitor Anonymous(string? language = null) => new(Address, language);

    /// <summary>A visitor who has signed in by the page.</summary>
    public async Task<Visitor> SignedInAsync(Person person)
    {
        var visitor = Anonymous();
        try
        {
            await visitor.SignInAsync(person.Email, Networks.Password);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{string.Join('\n', Log.Errors)}", e);
        }

        return visitor;
    }

    Task IAsyncLifetime.DisposeAsync() => EndAsync();

    protected virtual async Task EndAsync()
    {
        await base.DisposeAsync();
        _gate.Dispose();
        await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Outside of production a text key that does not exist is an error instead of itself.
        builder.UseEnvironment("Testing");
        builder.UseSetting("VendorGov:DataDirectory", _database.Directory);
        // Jobs are called by the tests that want them, never by the clock on the wall.
        builder.UseSetting("VendorGov:Jobs", "false");
        builder.UseSetting("VendorGov:Engine", _database.Engine.Name);
        builder.UseSetting("ConnectionStrings:VendorGov", _database.ConnectionString);
        // Many sign-ins come from one address here; the limit has a test of its own.
        builder.UseSetting("Accounts:AttemptsPerMinute", "10000");
        builder.UseSetting("Accounts:RequestsPerMinute", "1000000");
        builder.UseSetting("Accounts:RequestsAtOnce", "1000");
        builder.UseSetting("Site:MomentSeconds", "0");
        builder.UseSetting("Api:RequestsPerMinute", "1000000");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IInterceptor>(Queries);
        });
    }
}
