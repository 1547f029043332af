using System.Security.Cryptography;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>How rows are written.</summary>
public enum FeedFormat
{
    Json,
    /// <summary>csv; from the page also csv.gz and xlsx.</summary>
    Table,
}

/// <summary>
/// A body that has arrived whole. The stream can be read again from the start; what is large lies in a file that goes with it.
/// </summary>
public sealed record FeedBody(Stream Content, FeedFormat Format, string FileName, long Bytes, string Sha256)
{
    /// <summary>Largest body, in bytes.</summary>
    public const long MaxBytes = 32L * 1024 * 1024;

    /// <summary>Most rows of one batch.</summary>
    public const int MaxRows = 50_000;

    private const int InMemory = 1024 * 1024;

    /// <summary>
    /// Reads a request to its end. Throws <see cref="BadHttpRequestException"/> where it is larger than <see cref="MaxBytes"/>.
    /// </summary>
    public static async Task<FeedBody> OfRequestAsync(HttpRequest request, FeedFormat format, CancellationToken cancel)
    {
        request.EnableBuffering(InMemory, MaxBytes);
        return await OfAsync(request.Body, format, "feed.csv", cancel);
    }

    public static async Task<FeedBody> OfAsync(Stream content, FeedFormat format, string fileName, CancellationToken cancel)
    {
        var hash = await SHA256.HashDataAsync(content, cancel);
        content.Position = 0;
        return new FeedBody(content, format, fileName, content.Length, Convert.ToHexStringLower(hash));
    }

    /// <summary>The lines from the start. Throws <see cref="FeedBodyException"/> where the body as a whole cannot be read.</summary>
    public IAsyncEnumerable<FeedLine> Lines(FeedKind kind)
    {
        Content.Position = 0;
        var schema = FeedSchema.Of(kind);
        return Format == FeedFormat.Json ? JsonLines.Of(Content, schema) : TableLines.Of(Content, FileName, schema);
    }

    /// <summary>One pass that keeps nothing: a body that breaks off at its end must not have been half taken by then.</summary>
    public async Task CheckAsync(FeedKind kind, CancellationToken cancel)
    {
        var rows = 0;
        await foreach (var _ in Lines(kind).WithCancellation(cancel))
        {
            if (++rows > MaxRows)
            {
                throw new FeedBodyException("api.too-many-rows", MaxRows);
            }
        }

        if (rows == 0)
        {
            throw new FeedBodyException("api.no-rows");
        }
    }
}

/// <summary>A body that is refused as a whole: nothing of it was taken. <see cref="TextKey"/> names the sentence.</summary>
public sealed class FeedBodyException(string textKey, params object[] arguments) : Exception(textKey)
{
    public string TextKey { get; } = textKey;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>For programs: the key without its group.</summary>
    public string Code => TextKey[(TextKey.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
