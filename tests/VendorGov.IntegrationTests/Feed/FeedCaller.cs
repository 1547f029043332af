using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>A program with a key.</summary>
public sealed class FeedCaller : IDisposable
{
    private FeedCaller(Uri address, string? key, Guid keyId)
    {
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (key is not null)
        {
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        (Key, KeyId) = (key, keyId);
    }

    public HttpClient Http { get; }

    public string? Key { get; }

    public Guid KeyId { get; }

    public static FeedCaller With(Portal portal, string? key) => new(portal.Address, key, default);

    /// <summary>A new key of a vendor or an outlet, with all scopes unless some are named.</summary>
    public static async Task<FeedCaller> OfAsync(Portal portal, TenantId tenant, PartyKey party, params ApiScope[] scopes) =>
        await portal.InTenantAsync(tenant, async db =>
        {
            var (key, text) = ApiKey.Create(
                tenant, party, "test", scopes.Length == 0 ? Enum.GetValues<ApiScope>() : scopes, portal.Clock.Now.AddDays(30), "test", portal.Clock.Now);
            db.Add(key);
            await db.SaveChangesAsync();
            return new FeedCaller(portal.Address, text, key.Id);
        });

    public static Task<FeedCaller> OfVendorAsync(Portal portal, int vendor = 0, params ApiScope[] scopes)
    {
        var own = portal.Networks.Own;
        return OfAsync(portal, own.Tenant, new PartyKey(Vendor: own.Vendors[vendor].Id), scopes);
    }

    public async Task<Reply> SendAsync(string kind, string body, string type = "application/json", string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{kind}") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        // As curl does with a large body: ask before sending it.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Reply.ReadAsync(await Http.SendAsync(request));
    }

    public async Task<Reply> GetAsync(string path) => await Reply.ReadAsync(await Http.GetAsync(path));

    public void Dispose() => Http.Dispose();

    /// <summary>A status with its body, as text and as JSON.</summary>
    public sealed record Reply(int Status, string Body, HttpResponseMessage Answer)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public int this[string field] => Json.GetProperty(field).GetInt32();

        public string Code => Json.GetProperty("code").GetString()!;

        public string Errors => string.Join(';', Json.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("line").GetInt32()} {(e.TryGetProperty("field", out var f) ? f.GetString() : "")} {e.GetProperty("code").GetString()}"));

        public static async Task<Reply> ReadAsync(HttpResponseMessage answer) =>
            new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }
}
