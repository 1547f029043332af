using System.Text.Json;

namespace VendorGov.IntegrationTests.Feed;

/// <summary>Bodies of the direct feed.</summary>
internal static class Lines
{
    /// <summary>An answered call at one of the first vendor's outlets, changed by <paramref name="changes"/>.</summary>
    public static Dictionary<string, object?> Call(string id, params (string Field, object? Value)[] changes)
    {
        var row = new Dictionary<string, object?>
        {
            ["id"] = id, ["outlet"] = "north-1", ["started_at"] = "2026-03-01T09:15:02+08:00", ["outcome"] = "answered", ["wait_s"] = 8,
            ["talk_s"] = 146, ["hold_s"] = 0, ["acw_s"] = 25, ["agent"] = "1027", ["waybill"] = "YT123", ["reason"] = "破损",
        };
        foreach (var (field, value) in changes)
        {
            row[field] = value;
        }

        return row;
    }

    public static string Json(params Dictionary<string, object?>[] rows) => JsonSerializer.Serialize(rows);

    public static string Calls(int from, int count) =>
        Json([.. Enumerable.Range(from, count).Select(i => Call($"C{i}"))]);
}
