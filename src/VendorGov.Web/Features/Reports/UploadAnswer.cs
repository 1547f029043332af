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
    /// <param name="left">Called at the end where nobody reads it any more.</param>
    public static async Task WriteAsync(HttpResponse response, Func<Action<ReportProgress>, Task<object>> work, Func<Task> left)
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
        try
        {
            await foreach (var state in states.Reader.ReadAllAsync())
            {
                await LineAsync(response, new { stage = state.Stage.ToString(), rows = state.Rows, of = state.Of });
            }
        }
        finally
        {
            // The work uses what belongs to this request.
            await done;
        }

        await LineAsync(response, await done);
        if (response.HttpContext.RequestAborted.IsCancellationRequested)
        {
            await left();
        }
    }

    private static async Task LineAsync(HttpResponse response, object line)
    {
        if (!response.HttpContext.RequestAborted.IsCancellationRequested)
        {
            await response.WriteAsync(JsonSerializer.Serialize(line, Json) + "\n");
            await response.Body.FlushAsync();
        }
    }
}
