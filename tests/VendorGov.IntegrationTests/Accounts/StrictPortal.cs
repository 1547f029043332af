using Microsoft.AspNetCore.Hosting;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>Limits that a test can reach, behind a proxy that names the callers.</summary>
public sealed class StrictPortal : Portal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Accounts:RequestsPerMinute", "600");
        builder.UseSetting("Accounts:RequestsAtOnce", "6");
        builder.UseSetting("Accounts:AttemptsPerMinute", "30");
        builder.UseSetting("Api:RequestsPerMinute", "5");
        builder.UseSetting("Proxy:Trusted:0", "127.0.0.1");
    }
}
