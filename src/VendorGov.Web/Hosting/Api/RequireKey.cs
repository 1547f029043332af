using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Api;

/// <summary>The endpoint asks for a key; with a scope where one is given.</summary>
public sealed record RequireKey(ApiScope? Scope);

public static class RequireKeyExtensions
{
    /// <summary>No role opens such an endpoint, only a key does.</summary>
    public static TBuilder RequireKey<TBuilder>(this TBuilder builder, ApiScope? scope) where TBuilder : IEndpointConventionBuilder =>
        builder.RequirePermission(Permission.UseApi).WithMetadata(new RequireKey(scope));
}
