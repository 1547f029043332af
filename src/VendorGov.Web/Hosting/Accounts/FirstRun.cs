using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// The one-time set-up code. A portal without administrator prints it on its console when it starts; it is valid for one
/// hour, a restart makes a new one. Only who runs the server sees it.
/// </summary>
public sealed class FirstRun(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration) : BackgroundService
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    // Without letters and digits that look alike.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private readonly DateTimeOffset _madeAt = clock.GetUtcNow();
    private bool _closed;

    public string Code { get; } = RandomNumberGenerator.GetString(Alphabet, 12);

    /// <summary>Whether no administrator exists yet. Once closed it stays closed, so the question costs a query only before.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancel)
    {
        if (_closed)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        _closed = await scope.ServiceProvider.GetRequiredService<AppDb>().Installations.AnyAsync(cancel);
        return !_closed;
    }

    public bool Accepts(string code)
    {
        var given = Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant());
        return clock.GetUtcNow() - _madeAt < Lifetime && CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Code));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await IsOpenAsync(stoppingToken))
        {
            var address = configuration["urls"]?.Split(';')[0] ?? "";
            await Console.Out.WriteLineAsync(
                $"\n  VendorGov has no administrator yet. Open {address}/Setup and enter the set-up code within one hour:" +
                $"\n\n      {Code[..4]}-{Code[4..8]}-{Code[8..]}\n");
        }
    }
}
