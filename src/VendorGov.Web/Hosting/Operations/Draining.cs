namespace VendorGov.Web.Hosting.Operations;

/// <summary>
/// The orderly end: once told to stop, the portal says that it is not ready, goes on answering for <c>VendorGov:DrainSeconds</c> (none by default) so that
/// a balancer notices, and only then closes its doors. Requests and jobs that run are waited for.
/// </summary>
public sealed class Draining(IConfiguration configuration) : IHostedLifecycleService
{
    private volatile bool _begun;

    public bool HasBegun => _begun;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        var pause = TimeSpan.FromSeconds(configuration.GetValue("VendorGov:DrainSeconds", 0));
        await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
