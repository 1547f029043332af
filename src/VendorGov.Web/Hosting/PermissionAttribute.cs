namespace VendorGov.Web.Hosting;

/// <summary>
/// Names what a page, a page handler or an endpoint asks of its caller. On a handler method it adds to the page's own:
/// a page that auditors may read keeps its form handlers to those who may write.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermissionAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

public static class PermissionEndpointExtensions
{
    /// <summary>The same for an endpoint that is not a page.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new PermissionAttribute(permission));
}

/// <summary>A page that stays open to who must set up a second step of signing in first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondStepAttribute : Attribute;

/// <summary>A page about the account itself, which belongs to no network: closed to a session that a network's OpenID provider opened.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnSignInAttribute : Attribute;
