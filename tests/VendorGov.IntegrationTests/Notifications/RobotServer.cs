using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VendorGov.IntegrationTests.Notifications;

/// <summary>
/// Stands for the three platforms: takes what they take, answers as they answer, and checks the signatures by itself. DingTalk and
/// Feishu refuse a wrong signature or an old time with HTTP 200 and a number.
/// </summary>
public sealed class RobotServer : IAsyncDisposable
{
    public const string Secret = "SEC4f1d3a";

    private readonly WebApplication _app;

    private RobotServer(WebApplication app) => _app = app;

    public sealed record Heard(string Platform, JsonElement Body)
    {
        /// <summary>Everything a reader of the group would see.</summary>
        public string Text { get; } = JsonSerializer.Serialize(Body, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public ConcurrentQueue<Heard> Messages { get; } = new();

    /// <summary>Answers 500 to everything.</summary>
    public bool Down { get; set; }

    /// <summary>The time by which signatures are judged.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => TimeProvider.System.GetUtcNow();

    public string Root => _app.Urls.Single();

    public string Host => new Uri(Root).Authority;

    public static RobotServer Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new RobotServer(app);
        app.MapPost("/wecom", context => server.TakeAsync(context, "WeCom", (_, _) => true));
        app.MapPost("/dingtalk", context => server.TakeAsync(context, "DingTalk", server.SignedByDingTalk));
        app.MapPost("/feishu", context => server.TakeAsync(context, "Feishu", server.SignedByFeishu));
        app.MapPost("/elsewhere", context =>
        {
            context.Response.Redirect("/wecom", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        app.Start();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string platform, Func<HttpContext, JsonElement, bool> signed)
    {
        if (Down)
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return;
        }

        var body = (await JsonDocument.ParseAsync(context.Request.Body)).RootElement;
        var good = signed(context, body);
        if (good)
        {
            Messages.Enqueue(new Heard(platform, body));
        }

        await context.Response.WriteAsJsonAsync(platform == "Feishu"
            ? new Dictionary<string, object> { ["code"] = good ? 0 : 19021, ["msg"] = good ? "success" : "sign match fail or timestamp is not within one hour from current time" }
            : new Dictionary<string, object> { ["errcode"] = good ? 0 : 310000, ["errmsg"] = good ? "ok" : "sign not match" });
    }

    private bool SignedByDingTalk(HttpContext context, JsonElement body)
    {
        var time = context.Request.Query["timestamp"].ToString();
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(time + "\n" + Secret)));
        return body.GetProperty("msgtype").GetString() == "markdown" && body.GetProperty("markdown").TryGetProperty("title", out _)
            && Fresh(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(time, CultureInfo.InvariantCulture))) && context.Request.Query["sign"] == expected;
    }

    private bool SignedByFeishu(HttpContext context, JsonElement body)
    {
        var time = body.GetProperty("timestamp").GetString()!;
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(time + "\n" + Secret), Array.Empty<byte>()));
        return body.GetProperty("msg_type").GetString() == "post" && body.GetProperty("content").GetProperty("post").TryGetProperty("zh_cn", out _)
            && Fresh(DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture))) && body.GetProperty("sign").GetString() == expected;
    }

    private bool Fresh(DateTimeOffset at) => (Now() - at).Duration() < TimeSpan.FromHours(1);
}
