using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Hosting;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// One way into the portal: an endpoint with a method and, for pages, a handler. <paramref name="RouteIds"/> and
/// <paramref name="ValueIds"/> are the names of the ids that it takes in its path and in its query or form.
/// </summary>
public sealed record Door(
    string Method, RouteEndpoint Endpoint, string? Handler, IReadOnlyList<Permission> Needed,
    IReadOnlyList<string> RouteIds, IReadOnlyList<string> ValueIds)
{
    /// <summary>Path parameters that name no row of a tenant, with a value that the walk may send.</summary>
    private static readonly Dictionary<string, string> PlainParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["code"] = "404", ["token"] = "none", ["month"] = "2026-02", ["language"] = "en", ["format"] = "xlsx", ["documentName"] = "v1",
        ["network"] = "none",
    };

    public string Name => $"{Method} {Endpoint.RoutePattern.RawText}{(Handler is null ? "" : $" {Handler}")}";

    public bool TakesIds => RouteIds.Count + ValueIds.Count > 0;

    /// <summary>Parameters of the path about which the walk would have to guess: the test fails on them.</summary>
    public IEnumerable<string> UnknownParameters => Endpoint.RoutePattern.Parameters
        .Where(p => !p.IsOptional && p.Default is null && !RouteIds.Contains(p.Name) && !PlainParameters.ContainsKey(p.Name))
        .Select(p => p.Name);

    public bool Opens(Role role) => Needed.All(p => p == Permission.Anonymous || Permissions.Allows(role, p));

    /// <summary>The address with every id of the path set to <paramref name="id"/>.</summary>
    public string Path(string id)
    {
        var segments = Endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when RouteIds.Contains(parameter.Name) => id,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                PlainParameters.GetValueOrDefault(parameter.Name) ?? parameter.Default?.ToString() ?? "",
            _ => "",
        })));
        var query = new List<string>();
        if (Handler is not null)
        {
            query.Add($"handler={Handler}");
        }

        if (Method == "GET")
        {
            query.AddRange(ValueIds.Select(v => $"{v}={id}"));
        }

        return "/" + string.Join('/', segments).TrimEnd('/') + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    public static async Task<List<Door>> AllAsync(Portal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // Static files, and what ASP.NET adds to serve them while they are edited.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}")
            {
                continue;
            }

            doors.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? OfPage(endpoint, page as CompiledPageActionDescriptor ?? await loader.LoadAsync(page, endpoint.Metadata))
                : OfEndpoint(endpoint));
        }

        // A page at "Index" answers at two addresses: the shorter one stands for both.
        return doors.GroupBy(d => (d.Method, d.Handler, Key: d.Endpoint.DisplayName)).Select(g => g.MinBy(d => d.Name.Length)!).ToList();
    }

    private static IEnumerable<Door> OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        var pagePermission = page.ModelTypeInfo?.GetCustomAttribute<PermissionAttribute>()?.Permission ?? Permission.Anonymous;
        foreach (var handler in page.HandlerMethods)
        {
            var method = handler.HttpMethod.ToUpperInvariant();
            var inputs = handler.Parameters.Cast<ParameterDescriptor>()
                .Concat(page.BoundProperties.Where(p => method != "GET" || SupportsGet(p)))
                .SelectMany(p => InputIds.Of(p.ParameterType, p.BindingInfo?.BinderModelName ?? p.Name));
            var own = handler.MethodInfo.GetCustomAttribute<PermissionAttribute>()?.Permission;
            yield return Create(method, endpoint, handler.Name, own is { } p ? [pagePermission, p] : [pagePermission], inputs);
        }
    }

    private static IEnumerable<Door> OfEndpoint(RouteEndpoint endpoint)
    {
        var needed = endpoint.Metadata.GetMetadata<PermissionAttribute>()?.Permission ?? Permission.Anonymous;
        var inputs = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().SelectMany(p => InputIds.Of(p.ParameterType, p.Name!)) ?? [];
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(m => Create(m, endpoint, null, [needed], inputs));
    }

    private static Door Create(
        string method, RouteEndpoint endpoint, string? handler, IReadOnlyList<Permission> needed, IEnumerable<string> inputs)
    {
        var route = endpoint.RoutePattern.Parameters
            .Where(p => InputIds.IsName(p.Name) || p.ParameterPolicies.Any(c => c.Content == "guid")).Select(p => p.Name).ToList();
        var inPath = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Door(method, endpoint, handler, needed, route, inputs.Where(i => !inPath.Contains(i)).Distinct().ToList());
    }

    private static bool SupportsGet(ParameterDescriptor property) =>
        property is PageBoundPropertyDescriptor { Property: { } p } && p.GetCustomAttribute<Microsoft.AspNetCore.Mvc.BindPropertyAttribute>()?.SupportsGet == true;
}
