using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// What one account may ask for, so that others stay fast: so many requests a minute, some of them at once, and one list, document or archive after the
/// other, a tenth as many. More waits in line; beyond the line it is refused with <c>Retry-After</c>.
/// </summary>
public static class AccountLimits
{
    private const int CostlyShare = 10;
    private const int CostlyAtOnce = 1;
    private const int CostlyWaiting = 8;
    private const int WaitingForEachAtOnce = 10;

    /// <summary>Handlers that hand out a file somebody brought, or lead on: as cheap as a page.</summary>
    private static readonly HashSet<string> Cheap = new(["File", "Evidence", "Proof", "Next"], StringComparer.OrdinalIgnoreCase);

    private static readonly RateLimitPartition<string> Free = RateLimitPartition.GetNoLimiter("free");

    public static PartitionedRateLimiter<HttpContext> Create() => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(PerMinute),
        PartitionedRateLimiter.Create<HttpContext, string>(CostlyPerMinute),
        PartitionedRateLimiter.Create<HttpContext, string>(OneByOne),
        PartitionedRateLimiter.Create<HttpContext, string>(AtOnce));

    private static RateLimitPartition<string> PerMinute(HttpContext context) => AccountOf(context) is not { } account
        ? Free
        : RateLimitPartition.GetFixedWindowLimiter(account, _ => InMinute(Options(context).RequestsPerMinute));

    private static RateLimitPartition<string> CostlyPerMinute(HttpContext context) => AccountOf(context) is not { } account || !IsCostly(context)
        ? Free
        : RateLimitPartition.GetFixedWindowLimiter(account, _ => InMinute(Math.Max(1, Options(context).RequestsPerMinute / CostlyShare)));

    private static RateLimitPartition<string> AtOnce(HttpContext context) => AccountOf(context) is not { } account
        ? Free
        : RateLimitPartition.GetConcurrencyLimiter(account, _ => InLine(Options(context).RequestsAtOnce, Options(context).RequestsAtOnce * WaitingForEachAtOnce));

    private static RateLimitPartition<string> OneByOne(HttpContext context) => AccountOf(context) is not { } account || !IsCostly(context)
        ? Free
        : RateLimitPartition.GetConcurrencyLimiter(account, _ => InLine(CostlyAtOnce, CostlyWaiting));

    private static FixedWindowRateLimiterOptions InMinute(int requests) => new() { Window = TimeSpan.FromMinutes(1), PermitLimit = requests };

    private static ConcurrencyLimiterOptions InLine(int permits, int waiting) =>
        new() { PermitLimit = permits, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    /// <summary>Null for strangers, keys and static files, which have limits of their own or cost nothing.</summary>
    private static string? AccountOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    private static bool IsCostly(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Query.TryGetValue("handler", out var handler) && !Cheap.Contains(handler.ToString());

    private static AccountOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value;
}
