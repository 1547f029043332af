using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>One thing that a page's post takes: a name as a form writes it, and its type.</summary>
internal sealed record PostInput(string Page, string Name, Type Type, bool ByAddress)
{
    private const int Deepest = 4;

    /// <summary>The page at an address; null where none is.</summary>
    public static CompiledPageActionDescriptor? PageAt(IEnumerable<(RouteEndpoint Endpoint, CompiledPageActionDescriptor Page)> pages, string path) =>
        pages.Where(p => new TemplateMatcher(TemplateParser.Parse(p.Endpoint.RoutePattern.RawText!), new RouteValueDictionary(p.Endpoint.RoutePattern.Defaults))
                .TryMatch(path, new RouteValueDictionary()))
            .OrderByDescending(p => p.Endpoint.RoutePattern.PathSegments.Count(s => s.IsSimple && s.Parts[0].IsLiteral)).FirstOrDefault().Page;

    public static async Task<List<(RouteEndpoint Endpoint, CompiledPageActionDescriptor Page)>> PagesAsync(Portal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        List<(RouteEndpoint, CompiledPageActionDescriptor)> pages = [];
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                pages.Add((endpoint, page as CompiledPageActionDescriptor ?? await loader.LoadAsync(page, endpoint.Metadata)));
            }
        }

        return pages;
    }

    /// <summary>Everything that posts to the page may carry, nested values included.</summary>
    public static IEnumerable<PostInput> Of(CompiledPageActionDescriptor page)
    {
        var parameters = page.HandlerMethods.Where(h => h.HttpMethod == "Post").SelectMany(h => h.Parameters);
        return parameters.Cast<ParameterDescriptor>().Select(p => (p, false))
            .Concat(page.BoundProperties.Select(p => (p, p is PageBoundPropertyDescriptor { Property: { } own }
                && own.GetCustomAttribute<Microsoft.AspNetCore.Mvc.BindPropertyAttribute>()?.SupportsGet == true)))
            .SelectMany(x => Expand(page.ViewEnginePath, x.p.BindingInfo?.BinderModelName ?? x.p.Name, x.p.ParameterType, x.Item2, 0));
    }

    private static IEnumerable<PostInput> Expand(string page, string name, Type type, bool byAddress, int depth)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        yield return new PostInput(page, name, bare, byAddress);
        var element = bare.IsArray ? bare.GetElementType()!
            : bare.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(bare) ? bare.GetGenericArguments()[^1] : null;
        if (element is not null)
        {
            foreach (var inner in Expand(page, $"{name}[0]", element, byAddress, depth + 1))
            {
                yield return inner;
            }
        }
        else if (depth < Deepest && !bare.IsEnum && !bare.IsValueType && bare.Assembly.GetName().Name?.StartsWith("VendorGov", StringComparison.Ordinal) == true)
        {
            foreach (var inner in bare.GetProperties().Where(p => p.CanWrite).SelectMany(p => Expand(page, $"{name}.{p.Name}", p.PropertyType, byAddress, depth + 1)))
            {
                yield return inner;
            }
        }
    }
}
