using System.Net;
using Microsoft.Extensions.Options;
using Prometheus;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>Configuration section <c>Metrics</c>.</summary>
public sealed class MetricsOptions
{
    /// <summary>0: no metrics.</summary>
    public int Port { get; set; }

    /// <summary>Loopback, so that no proxy in front of the portal can pass it on; in a container the address that the collector reaches.</summary>
    public string Address { get; set; } = "127.0.0.1";
}

/// <summary>
/// <c>/metrics</c> in Prometheus' text format on a port of its own: requests by route and status, Kestrel, the runtime, jobs, the outbox. The instruments
/// are .NET's; none of those let through bears a tenant's name or key.
/// </summary>
public sealed class MetricsServer(IOptions<MetricsOptions> options) : IHostedService, IDisposable
{
    private static readonly HashSet<string> Meters = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Quartz", OutboxGauge.MeterName,
    };

    private IDisposable? _adapter;
    private MetricServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // .NET's own instruments say the same and more.
        Metrics.SuppressDefaultMetrics();
        _adapter = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            InstrumentFilterPredicate = instrument => Meters.Contains(instrument.Meter.Name),
        });
        _server = new MetricServer(options.Value.Address, options.Value.Port);
        try
        {
            _server.Start();
        }
        catch (HttpListenerException e)
        {
            throw new CommandException($"Metrics:Port {options.Value.Port} cannot be opened: {e.Message}");
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            await _server.StopAsync();
        }
    }

    public void Dispose()
    {
        _adapter?.Dispose();
        (_server as IDisposable)?.Dispose();
    }
}
