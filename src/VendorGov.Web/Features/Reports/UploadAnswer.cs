using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;

namespace VendorGov.Web.Features.Reports;

/// <summary>
/// Answers an upload line by line while it is judged, so that the page can tell how many rows were read: JSON lines with a stage, and a last
/// one with the address of the version or with what was wrong. The work runs to its end even if the reader leaves.
/// </summary>
public static class UploadAnswer
{
    public const string ContentType = "application/x-ndjson";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Wanted(HttpRequest request) => request.Headers.Accept.ToString().Contains(ContentType, StringComparison.Ordinal);

    /// <param name="work">Returns the last line.</param>
    /// <param name="ended">Called at the end, with false where the reader left before the last line.</param>
    public static async Task WriteAsync(HttpResponse response, Func<Action<ReportProgress>, Task<object>> work, Func<bool, Task> ended)
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // The newest state is enough for a slow reader.
        var states = Channel.CreateBounded<ReportProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var done = Task.Run(async () =>
        {
            try
            {
                return await work(state => states.Writer.TryWrite(state));
            }
            finally
            {
                states.Writer.Complete();
            }
        });
        await foreach (var state in states.Reader.ReadAllAsync())
        {
            await LineAsync(response, new { stage = state.Stage.ToString(), rows = state.Rows, of = state.Of });
        }

        await ended(await LineAsync(response, await done));
    }

    /// <summary>False where nobody reads any more; that is no reason to stop the work.</summary>
    private static async Task<bool> LineAsync(HttpResponse response, object line)
    {
        try
        {
            await response.WriteAsync(JsonSerializer.Serialize(line, Json) + "\n", response.HttpContext.RequestAborted);
            await response.Body.FlushAsync(response.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return false;
        }

        return !response.HttpContext.RequestAborted.IsCancellationRequested;
    }
}
