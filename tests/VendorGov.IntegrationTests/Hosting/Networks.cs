using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>An account with its one place.</summary>
public sealed record Person(string Email, UserId Id, Role Role, TenantId? Tenant, PartyKey Party);

/// <summary>
/// A network with two regions, two outlets in each and two vendors: the first vendor serves the first region, the second
/// vendor the second region. Every role is held once per party.
/// </summary>
public sealed record Network(
    TenantId Tenant, string Code, IReadOnlyList<Region> Regions, IReadOnlyList<Outlet> Outlets, IReadOnlyList<Vendor> Vendors,
    IReadOnlyList<Contract> Contracts, IReadOnlyList<Person> People)
{
    public Person Headquarters => People.Single(p => p.Role == Role.Headquarters);

    public Person Auditor => People.Single(p => p.Role == Role.Auditor);

    public Person At(Role role, Outlet outlet) => People.Single(p => p.Role == role && p.Party.Outlet == outlet.Id);

    public Person At(Role role, Vendor vendor) => People.Single(p => p.Role == role && p.Party.Vendor == vendor.Id);

    public Person At(Role role, Region region) => People.Single(p => p.Role == role && p.Party.Region == region.Id);
}

/// <summary>Two networks that must never meet, and the platform administrator who stands outside of both.</summary>
public sealed record Networks(Network Own, Network Foreign, Person Platform)
{
    public const string Password = "pear-lantern-42-harbour";

    // Made once: a hash is slow on purpose, and each class founds 33 accounts.
    private static string? _hash;

    public static async Task<Networks> FoundAsync(Portal portal)
    {
        var own = await NetworkFounder.FoundAsync(portal, "north", "北方网络");
        var foreign = await NetworkFounder.FoundAsync(portal, "south", "南方网络");
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var platform = Account(scope.ServiceProvider, "platform@portal.example", "平台管理员", portal.Clock.Now);
        platform.IsPlatformAdministrator = true;
        db.Users.Add(platform);
        db.Installations.Add(new Installation { CreatedAt = portal.Clock.Now });
        await db.SaveChangesAsync();
        return new Networks(own, foreign, new(platform.Email!, UserId.From(platform.Id), Role.PlatformAdministrator, null, new PartyKey()));
    }

    /// <summary>An account that can sign in with <see cref="Password"/>.</summary>
    public static AppUser Account(IServiceProvider services, string email, string name, DateTimeOffset now)
    {
        var normal = services.GetRequiredService<ILookupNormalizer>();
        var user = new AppUser
        {
            UserName = email,
            NormalizedUserName = normal.NormalizeName(email),
            Email = email,
            NormalizedEmail = normal.NormalizeEmail(email),
            EmailConfirmed = true,
            DisplayName = name,
            Language = "en",
            CreatedAt = now,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            LockoutEnabled = true,
        };
        user.PasswordHash = _hash ??= services.GetRequiredService<IPasswordHasher<AppUser>>().HashPassword(user, Password);
        return user;
    }
}
