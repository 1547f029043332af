using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting.Api;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>One POST of the direct feed: the format, the body, the idempotency key, the intake, the answer.</summary>
public sealed class FeedRequests(FeedIntake intake, IdempotentRequests idempotency, CurrentKey key, Text text)
{
    private const string KeyHeader = "Idempotency-Key";

    public async Task<FeedReply> ReceiveAsync(FeedKind kind, HttpContext http)
    {
        if (FormatOf(http.Request.ContentType) is not { } format)
        {
            return FeedReply.Problem(text, StatusCodes.Status415UnsupportedMediaType, "media-type");
        }

        var idempotencyKey = http.Request.Headers[KeyHeader].ToString();
        if (idempotencyKey.Length > IdempotentAnswer.LongestKey || idempotencyKey.Any(c => c is < '!' or > '~'))
        {
            return FeedReply.Problem(text, StatusCodes.Status400BadRequest, "idempotency-key", IdempotentAnswer.LongestKey);
        }

        FeedBody body;
        try
        {
            body = await FeedBody.OfRequestAsync(http.Request, format, http.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or IOException { Message: "Buffer limit exceeded." })
        {
            return FeedReply.Problem(text, StatusCodes.Status413PayloadTooLarge, "too-big");
        }

        // What has arrived whole is finished, though the caller may have gone.
        return idempotencyKey.Length == 0 ? await TakeAsync(kind, body) : await TakeOnceAsync(kind, body, idempotencyKey, http);
    }

    private async Task<FeedReply> TakeOnceAsync(FeedKind kind, FeedBody body, string idempotencyKey, HttpContext http)
    {
        var fingerprint = FingerprintOf($"{kind}\n{body.Format}\n{body.Sha256}");
        var claim = await idempotency.ClaimAsync(Sender(), idempotencyKey, fingerprint, CancellationToken.None);
        if (claim.Mine is not { } mine)
        {
            if (claim.Busy)
            {
                http.Response.Headers.RetryAfter = "2";
                return FeedReply.Problem(text, StatusCodes.Status409Conflict, "in-progress");
            }

            http.Response.Headers["Idempotent-Replayed"] = claim.Kept is null ? default : "true";
            return claim.Kept ?? FeedReply.Problem(text, StatusCodes.Status422UnprocessableEntity, "body-changed");
        }

        try
        {
            var reply = await TakeAsync(kind, body);
            await idempotency.KeepAsync(mine, reply, CancellationToken.None);
            return reply;
        }
        catch
        {
            await idempotency.ReleaseAsync(mine);
            throw;
        }
    }

    private async Task<FeedReply> TakeAsync(FeedKind kind, FeedBody body)
    {
        try
        {
            return FeedReply.Of(text, await intake.TakeAsync(kind, Sender(), body, CancellationToken.None));
        }
        catch (FeedBodyException refused)
        {
            return FeedReply.Of(text, refused);
        }
    }

    private FeedSender Sender()
    {
        var holder = key.Demanded;
        return new FeedSender(
            holder.Tenant, holder.Vendor, holder.Outlet, FeedSource.Api, holder.KeyId, $"{holder.Prefix} {holder.Name}");
    }

    private static FeedFormat? FormatOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
            ? type.MediaType.Value?.ToLowerInvariant() switch
            {
                "application/json" => FeedFormat.Json,
                "text/csv" => FeedFormat.Table,
                _ => null,
            }
            : null;

    private static string FingerprintOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
