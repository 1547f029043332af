using System.Runtime.CompilerServices;
using System.Text.Json;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>A JSON list of objects, read row by row without holding the list.</summary>
internal static class JsonLines
{
    private const int LongestName = 40;

    private static readonly JsonSerializerOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static async IAsyncEnumerable<FeedLine> Of(
        Stream content, FeedSchema schema, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var number = 0;
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, Options, cancel).GetAsyncEnumerator(cancel);
        while (await NextAsync(rows, number))
        {
            yield return Line(++number, rows.Current, schema);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> rows, int number)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (JsonException)
        {
            throw new FeedBodyException("api.not-json", number + 1);
        }
    }

    private static FeedLine Line(int number, JsonElement row, FeedSchema schema)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return new FeedLine(number, [], FeedProblem.Of(number, "", "not-object", row.GetRawText()));
        }

        var values = new string?[schema.Fields.Count];
        FeedProblem? problem = null;
        foreach (var property in row.EnumerateObject())
        {
            var place = schema.IndexOf(property.Name);
            if (place < 0)
            {
                problem ??= FeedProblem.Of(number, Short(property.Name), "unknown-field", null);
            }
            else if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                problem ??= FeedProblem.Of(number, property.Name, "not-simple", property.Value.GetRawText());
            }
            else
            {
                values[place] = Text(property.Value);
            }
        }

        return new FeedLine(number, values, problem);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
