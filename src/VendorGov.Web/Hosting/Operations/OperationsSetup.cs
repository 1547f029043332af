using Microsoft.AspNetCore.HttpOverrides;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>What those who run the portal look at: proxies, logs, metrics, an orderly end. Configuration in deploy/README.md.</summary>
public static class OperationsSetup
{
    /// <summary>Work that is under way may finish; what takes longer is taken up again by another node or the next start.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.Configure<ForwardedHeadersOptions>(options => Trust(options, configuration));
        services.Configure<MetricsOptions>(configuration.GetSection("Metrics"));
        if (configuration.GetValue<int>("Metrics:Port") > 0)
        {
            services.AddSingleton<OutboxGauge>();
            services.AddHostedService(provider => provider.GetRequiredService<OutboxGauge>());
            services.AddHostedService<MetricsServer>();
        }

        return services;
    }

    public static IApplicationBuilder UseOperations(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        return app;
    }

    /// <summary>
    /// <c>Proxy:Trusted</c> lists addresses and networks whose word on the caller's address and scheme counts. Without any, nobody's does:
    /// else every caller could choose the address that limits are counted by.
    /// </summary>
    private static void Trust(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        var trusted = configuration.GetSection("Proxy:Trusted").Get<string[]>() ?? [];
        options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in trusted)
        {
            if (System.Net.IPNetwork.TryParse(entry, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else if (System.Net.IPAddress.TryParse(entry, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                throw new CommandException($"Proxy:Trusted must hold addresses or networks, not {entry}.");
            }
        }
    }
}
