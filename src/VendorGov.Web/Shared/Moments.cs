using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared;

/// <summary>
/// Answers that cost a large network much and may be half a minute old: counts and boards. Kept per membership and language. What a person does by
/// hand shows at once to that person, what others do within the half minute; the bell rings in its own
/// process alone, so on several nodes another node shows it within the half minute too.
/// </summary>
public sealed class Moments(CurrentUser user, IMemoryCache cache, IOptions<SiteOptions> site)
{
    /// <summary>Counts stop here: whoever has more to do is not helped by the exact number.</summary>
    public const int Most = 1_000;

    public async Task<T> OfAsync<T>(string name, Func<Task<T>> read, int times = 1) where T : class
    {
        var kept = TimeSpan.FromSeconds(site.Value.MomentSeconds * times);
        if (kept <= TimeSpan.Zero)
        {
            return await read();
        }

        var key = (name, user.Member.MembershipId, CultureInfo.CurrentUICulture.Name, cache.Get<Guid>(Bell(user.Id)));
        if (!cache.TryGetValue(key, out T? answer))
        {
            answer = await read();
            cache.Set(key, answer, kept);
        }

        return answer!;
    }

    /// <summary>The person changed something: the next page counts anew.</summary>
    public static void Ring(IMemoryCache cache, UserId person) => cache.Set(Bell(person), Guid.NewGuid(), TimeSpan.FromHours(1));

    private static (string, UserId) Bell(UserId person) => ("moments", person);
}
