using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting.Api;

/// <summary>
/// An error answer (RFC 9457). <paramref name="Code"/> is for programs and never changes; <paramref name="Title"/> is for people, in the
/// language that the request accepts.
/// </summary>
public sealed record ApiProblem(string Title, int Status, string Code)
{
    public const string ContentType = "application/problem+json";

    /// <summary>How the API writes JSON: Chinese stays readable.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ApiProblem Of(Text text, int status, string code, params object?[] arguments) =>
        new(text[$"api.{code}", arguments], status, code);

    /// <summary>Writes a problem whose text is <c>api.{code}</c>.</summary>
    public static Task WriteAsync(HttpContext context, int status, string code)
    {
        var text = context.RequestServices.GetRequiredService<Text>();
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.Headers.ContentLanguage = text.LanguageTag;
        return context.Response.WriteAsync(JsonSerializer.Serialize(Of(text, status, code), Json), context.RequestAborted);
    }

    /// <summary>What the status says where nobody said more.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status413PayloadTooLarge => "too-big",
        StatusCodes.Status429TooManyRequests => "too-many",
        >= 500 => "failed",
        _ => "bad-request",
    };
}
