using Microsoft.AspNetCore.Identity;

namespace VendorGov.Data.Identity;

/// <summary>A person who can sign in. What the person may do stands in the memberships.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>Bytes; what SQL Server takes for a key. Devices make ids of 16 to 80.</summary>
    public const int LongestPasskeyId = 900;

    public AppUser() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";

    /// <summary>zh-CN or en; null: the tenant's.</summary>
    public string? Language { get; set; }

    public bool IsPlatformAdministrator { get; set; }

    /// <summary>The membership last switched to.</summary>
    public Guid? LastMembershipId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Closed for good; wrong passwords of somebody else lock an account for minutes, never this.</summary>
    public bool IsClosed(DateTimeOffset now) => LockoutEnd - now > TimeSpan.FromDays(1);
}
