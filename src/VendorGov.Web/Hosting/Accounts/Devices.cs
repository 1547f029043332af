namespace VendorGov.Web.Hosting.Accounts;

/// <summary>A browser and its system in words, as far as its <c>User-Agent</c> header says; for people to recognise their own devices.</summary>
public static class Devices
{
    // The first that occurs counts: most browsers name others too.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("DingTalk/", "DingTalk"), ("Lark/", "Feishu"), ("Edg/", "Edge"), ("OPR/", "Opera"),
        ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Chrome · Windows</c>; empty where nothing is known. Never any text of the header itself.</summary>
    public static string Describe(string? agent) => string.Join(" · ",
        new[] { First(Browsers, agent), First(Systems, agent) }.Where(name => name is not null));

    private static string? First((string Mark, string Name)[] known, string? agent) =>
        known.FirstOrDefault(k => agent?.Contains(k.Mark, StringComparison.Ordinal) == true).Name;
}
