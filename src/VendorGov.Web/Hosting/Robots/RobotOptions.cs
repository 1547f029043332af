namespace VendorGov.Web.Hosting.Robots;

/// <summary>Where robots may be; configuration section <c>Robots</c>.</summary>
public sealed class RobotOptions
{
    /// <summary>Hosts (<c>host</c> or <c>host:port</c>) beside those of the three platforms, such as a relay of the operator's own.</summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>Lets <see cref="Hosts"/> be plain HTTP and private addresses. For tests; a portal in use leaves it off.</summary>
    public bool AllowInsecure { get; set; }
}
