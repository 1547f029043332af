using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace VendorGov.Web.Hosting;

/// <summary>Start-up fails when a page or endpoint does not say who may use it.</summary>
public static class PermissionCheck
{
    public static async Task EnsureEveryEndpointNamesAPermissionAsync(this WebApplication app)
    {
        var unnamed = await UnnamedAsync(app);
        if (unnamed.Count > 0)
        {
            throw new InvalidOperationException($"No permission is named for: {string.Join(", ", unnamed)}");
        }
    }

    /// <summary>Endpoints of <paramref name="app"/> without a permission. Pages compile on demand, so each is loaded.</summary>
    public static async Task<IReadOnlyList<string>> UnnamedAsync(IEndpointRouteBuilder app)
    {
        var loader = app.ServiceProvider.GetRequiredService<PageLoader>();
        var unnamed = new List<string>();
        foreach (var endpoint in app.DataSources.SelectMany(source => source.Endpoints))
        {
            var metadata = endpoint.Metadata;
            if (metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor)
            {
                metadata = (await loader.LoadAsync(page, metadata)).Endpoint!.Metadata;
            }

            if (metadata.GetMetadata<PermissionAttribute>() is null && !IsDevelopmentFallback(endpoint))
            {
                unnamed.Add(endpoint.DisplayName ?? "?");
            }
        }

        return unnamed.Distinct().ToList();
    }

    /// <summary>In development MapStaticAssets adds a catch-all for files that are not in its manifest; it stays refused.</summary>
    private static bool IsDevelopmentFallback(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: "{**path:file}" };
}
