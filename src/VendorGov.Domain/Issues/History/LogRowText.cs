using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VendorGov.Domain.Issues.History;

/// <summary>
/// Keeps accepted rows as text: one JSON array a line, instants as seconds since 1970, fingerprints as 32 hex digits. Row
/// numbers are left out, so that a row is the same wherever it stands in a later file.
/// </summary>
public static class LogRowText
{
    public static string Write(IEnumerable<LogRow> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            object?[] parts =
            [
                row.Fingerprint.ToString("x32", CultureInfo.InvariantCulture), row.At.ToUnixTimeSeconds(),
                row.OpenedAt.ToUnixTimeSeconds(), (int)row.State, row.Vendor, row.Outlet, (int?)row.Severity, row.Title,
            ];
            text.Append(JsonSerializer.Serialize(parts)).Append('\n');
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static List<LogRow> Read(string key, string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => ReadLine(key, line))];

    /// <summary>Identifies the life of an incident: same rows, same reading of them.</summary>
    public static string HashOf(string key, string rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key + "\n" + rows)));

    private static LogRow ReadLine(string key, string line)
    {
        using var document = JsonDocument.Parse(line);
        var parts = document.RootElement;
        if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() != 8) throw new FormatException("Not an imported row.");
        return new LogRow(
            0, UInt128.Parse(parts[0].GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture), key,
            At(parts[1]), At(parts[2]), (LogState)parts[3].GetInt32(), parts[4].GetString(), parts[5].GetString(),
            parts[6].ValueKind == JsonValueKind.Null ? null : (Severity)parts[6].GetInt32(), parts[7].GetString());
    }

    private static DateTimeOffset At(JsonElement seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64());
}
