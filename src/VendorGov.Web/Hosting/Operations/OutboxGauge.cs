using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;

namespace VendorGov.Web.Hosting.Operations;

/// <summary>How much waits to be sent, for how long, and how much was given up; of all tenants together. Looked up twice a minute, not by each reader.</summary>
public sealed partial class OutboxGauge : BackgroundService
{
    public const string MeterName = "VendorGov";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutboxGauge> _log;
    private readonly Meter _meter;
    private (int Waiting, int Dead, double OldestSeconds) _seen;

    public OutboxGauge(IServiceScopeFactory scopes, TimeProvider clock, IMeterFactory meters, ILogger<OutboxGauge> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        _meter = meters.Create(MeterName);
        _meter.CreateObservableGauge("vendorgov.outbox.waiting", () => _seen.Waiting, description: "Mails and group messages that wait to be sent");
        _meter.CreateObservableGauge("vendorgov.outbox.dead", () => _seen.Dead, description: "Messages that were given up and wait for somebody's decision");
        _meter.CreateObservableGauge("vendorgov.outbox.oldest", () => _seen.OldestSeconds, "s", "Age of the oldest message that waits");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _seen = await LookAsync(stoppingToken);
            }
            catch (DbException e)
            {
                // The database is away; readiness tells so, and the next look may find it again.
                LogAway(_log, e.GetType().Name);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(int Waiting, int Dead, double OldestSeconds)> LookAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        using var beyond = db.Scope.LookBeyond();
        var open = db.Outbox.Where(m => m.DeliveredAt == null && m.DiscardedAt == null);
        var waiting = open.Where(m => m.DeadAt == null);
        var oldest = await waiting.OrderBy(m => m.CreatedAt).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefaultAsync(cancel);
        return (
            await waiting.CountAsync(cancel), await open.CountAsync(m => m.DeadAt != null, cancel),
            oldest is { } at ? Math.Max(0, (_clock.GetUtcNow() - at).TotalSeconds) : 0);
    }

    [LoggerMessage(31, LogLevel.Warning, "The outbox could not be looked at: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
