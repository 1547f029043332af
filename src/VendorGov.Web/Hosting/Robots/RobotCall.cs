using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using VendorGov.Domain.Notifications;

namespace VendorGov.Web.Hosting.Robots;

/// <summary>What a robot is told.</summary>
public sealed record RobotWords(string Title, string Body, string? Link, string LinkText);

/// <summary>
/// One message in the form that its platform takes: WeCom and DingTalk Markdown, Feishu a post. DingTalk signs in the address (HMAC-SHA256
/// under the secret, milliseconds), Feishu in the body (HMAC-SHA256 of nothing under time and secret, seconds), WeCom not at all.
/// </summary>
public sealed record RobotCall(Uri Address, string Json)
{
    /// <summary>WeCom takes 4,096 bytes, the others more.</summary>
    private const int MostBytes = 4000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RobotCall Of(RobotPlatform platform, string address, string? secret, RobotWords words, DateTimeOffset now) => platform switch
    {
        RobotPlatform.WeCom => new(new Uri(address), Write(new { msgtype = "markdown", markdown = new { content = Markdown(words) } })),
        RobotPlatform.DingTalk => new(
            DingTalkAddress(address, secret, now),
            Write(new { msgtype = "markdown", markdown = new { title = words.Title, text = Markdown(words) } })),
        RobotPlatform.Feishu => new(new Uri(address), Write(Feishu(secret, words, now))),
        _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, null),
    };

    /// <summary>Base64 of HMAC-SHA256; the same text is DingTalk's message and Feishu's key.</summary>
    public static string Sign(RobotPlatform platform, string secret, string timestamp)
    {
        var text = Encoding.UTF8.GetBytes($"{timestamp}\n{secret}");
        return Convert.ToBase64String(platform == RobotPlatform.Feishu
            ? HMACSHA256.HashData(text, Array.Empty<byte>())
            : HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text));
    }

    private static Uri DingTalkAddress(string address, string? secret, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return new Uri(address);
        }

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new Uri(QueryHelpers.AddQueryString(
            address, new Dictionary<string, string?> { ["timestamp"] = timestamp, ["sign"] = Sign(RobotPlatform.DingTalk, secret, timestamp) }));
    }

    private static Dictionary<string, object> Feishu(string? secret, RobotWords words, DateTimeOffset now)
    {
        var lines = Cut(words.Body).Split('\n').Select(line => new object[] { new { tag = "text", text = line } }).ToList();
        if (words.Link is { Length: > 0 } link)
        {
            lines.Add([new { tag = "a", text = words.LinkText, href = link }]);
        }

        var body = new Dictionary<string, object>();
        if (!string.IsNullOrEmpty(secret))
        {
            var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            body["timestamp"] = timestamp;
            body["sign"] = Sign(RobotPlatform.Feishu, secret, timestamp);
        }

        body["msg_type"] = "post";
        body["content"] = new { post = new { zh_cn = new { title = words.Title, content = lines } } };
        return body;
    }

    private static string Markdown(RobotWords words)
    {
        var text = new StringBuilder().Append("### ").AppendLine(words.Title).AppendLine().AppendJoin("\n\n", Cut(words.Body).Split('\n'));
        if (words.Link is { Length: > 0 } link)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n[{words.LinkText}]({link})");
        }

        return text.ToString();
    }

    /// <summary>Whole lines, as many as fit.</summary>
    private static string Cut(string body)
    {
        var (kept, size) = (new List<string>(), 0);
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            size += Encoding.UTF8.GetByteCount(line) + 2;
            if (size > MostBytes - 600)
            {
                kept.Add("…");
                break;
            }

            kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    private static string Write(object body) => JsonSerializer.Serialize(body, Plain);
}
