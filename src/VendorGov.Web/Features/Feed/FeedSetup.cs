using Microsoft.AspNetCore.Mvc;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Api;

namespace VendorGov.Web.Features.Feed;

/// <summary>The direct feed: its services and its addresses.</summary>
public static class FeedSetup
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddFeed(this IServiceCollection services) => services
        .AddOpenApi("v1", FeedDocument.Configure)
        .AddScoped<FeedDirectories>()
        .AddScoped<FeedWriter>()
        .AddScoped<FeedIntake>()
        .AddScoped<IdempotentRequests>()
        .AddScoped<FeedRequests>()
        .AddScoped<FeedRows>();

    public static void MapFeed(this WebApplication app)
    {
        var api = app.MapGroup(Root).RequireRateLimiting(ApiSetup.Limit);
        foreach (var kind in Enum.GetValues<FeedKind>())
        {
            var schema = FeedSchema.Of(kind);
            api.MapPost(schema.Path, (HttpContext http, FeedRequests requests) => SendAsync(kind, http, requests))
                .RequireKey(schema.Scope)
                .WithMetadata(new RequestSizeLimitAttribute(FeedBody.MaxBytes))
                .WithMetadata(schema)
                .WithName($"send-{schema.Path}");
            api.MapGet(schema.Path, (HttpContext http, FeedRows rows, DateOnly? from, DateOnly? to, int? page, int? size) =>
                    rows.WriteAsync(kind, http, from, to, page, size))
                .RequireKey(schema.Scope)
                .WithMetadata(schema)
                .WithName($"read-{schema.Path}");
        }

        app.MapOpenApi().RequirePermission(Permission.Anonymous);
    }

    private static async Task SendAsync(FeedKind kind, HttpContext http, FeedRequests requests)
    {
        var reply = await requests.ReceiveAsync(kind, http);
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        await http.Response.WriteAsync(reply.Body, http.RequestAborted);
    }
}
