using System.Globalization;
using System.Net;

namespace VendorGov.Web.Shared.Tags;

/// <summary>Markup shared by the tag helpers: icons of the sprite, and numbers for SVG attributes.</summary>
internal static class Svg
{
    public static string Icon(string name, string? css = null)
    {
        var filled = name.EndsWith("-f", StringComparison.Ordinal) ? " f" : "";
        var extra = string.IsNullOrEmpty(css) ? "" : " " + css;
        return $"<svg class=\"ic{filled}{extra}\" aria-hidden=\"true\"><use href=\"/img/icons.svg#i-{name}\"/></svg>";
    }

    public static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
