using System.Reflection;

namespace VendorGov.Web.Shared;

/// <summary>What the operator of this installation states about it; configuration section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>How long counts and boards are kept for one person; 0: never.</summary>
    public int MomentSeconds { get; set; } = 30;

    /// <summary>Where users find the source of the running version (AGPL-3.0, section 13).</summary>
    public string SourceCodeUrl { get; set; } = "/source.txt";

    /// <summary>The address that users type, for links in mails; without it the address of the request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The same for a reader outside of the portal: a document that was printed or sent on.</summary>
    public string SourceCodeAddress =>
        SourceCodeUrl.StartsWith('/') && PublicUrl is not null ? PublicUrl.TrimEnd('/') + SourceCodeUrl : SourceCodeUrl;

    public static string Version { get; } =
        typeof(SiteOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "";
}
