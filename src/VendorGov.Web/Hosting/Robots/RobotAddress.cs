using System.Net;
using System.Net.Sockets;
using VendorGov.Domain.Notifications;

namespace VendorGov.Web.Hosting.Robots;

/// <summary>
/// What an address of a robot may be: HTTPS, at a host of its platform, by no name or port that leads inside. Checked when it is typed and
/// again when it is used; where the name leads is checked at the connection itself.
/// </summary>
public static class RobotAddress
{
    private static readonly Dictionary<RobotPlatform, (string Host, string Path)> Known = new()
    {
        [RobotPlatform.WeCom] = ("qyapi.weixin.qq.com", "/cgi-bin/webhook/send"),
        [RobotPlatform.DingTalk] = ("oapi.dingtalk.com", "/robot/send"),
        [RobotPlatform.Feishu] = ("open.feishu.cn", "/open-apis/bot/v2/hook/"),
    };

    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>How an address of this platform begins, to show what is meant.</summary>
    public static string Example(RobotPlatform platform) => $"https://{Known[platform].Host}{Known[platform].Path}";

    /// <summary>The key of what is wrong with it; null where it is good.</summary>
    public static string? Problem(string? address, RobotPlatform platform, RobotOptions options)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "notices.robot.addressWrong";
        }

        if (IsAdded(uri, options))
        {
            return uri.Scheme == Uri.UriSchemeHttps || (options.AllowInsecure && uri.Scheme == Uri.UriSchemeHttp) ? null : "notices.robot.addressHttps";
        }

        return uri.Scheme != Uri.UriSchemeHttps ? "notices.robot.addressHttps"
            : uri.IdnHost != Known[platform].Host || !uri.IsDefaultPort || !uri.AbsolutePath.StartsWith(Known[platform].Path, StringComparison.Ordinal)
                ? "notices.robot.addressHost" : null;
    }

    /// <summary>Whether packets to it leave for the world.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Inside.Any(n => n.Contains(plain));
    }

    private static bool IsAdded(Uri uri, RobotOptions options) =>
        options.Hosts.Contains(uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}", StringComparer.OrdinalIgnoreCase);
}
