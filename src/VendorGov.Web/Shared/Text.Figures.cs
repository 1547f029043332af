using System.Globalization;

namespace VendorGov.Web.Shared;

public sealed partial class Text
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["CNY"] = "¥", ["USD"] = "US$", ["EUR"] = "€", ["GBP"] = "£", ["HKD"] = "HK$",
    };

    /// <summary>A figure with at most <paramref name="digits"/> decimals, half away from zero.</summary>
    public string Number(decimal? value, int digits = 2) =>
        value is { } number ? Rounded(number, digits).ToString("#,##0." + new string('#', digits), _culture) : None;

    /// <summary>A figure with exactly <paramref name="digits"/> decimals, as in a column.</summary>
    public string Fixed(decimal? value, int digits = 1) =>
        value is { } number ? Rounded(number, digits).ToString("N" + digits, _culture) : None;

    /// <summary><paramref name="value"/> is in percent already: 97.5 becomes 97.5%.</summary>
    public string Percent(decimal? value, int digits = 1) => value is null ? None : Number(value, digits) + "%";

    /// <summary>A change with its sign: +1.4, −9.4, 0.0.</summary>
    public string Change(decimal? value, int digits = 1)
    {
        if (value is not { } number)
        {
            return None;
        }

        var rounded = Rounded(number, digits);
        var sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
        return sign + Math.Abs(rounded).ToString("N" + digits, _culture);
    }

    /// <summary>¥1,234.50; an unknown currency keeps its code.</summary>
    public string Money(decimal? amount, string currency)
    {
        if (amount is not { } value)
        {
            return None;
        }

        var figure = Math.Abs(Rounded(value, 2)).ToString("N2", _culture);
        return (value < 0 ? "−" : "") + (Signs.TryGetValue(currency, out var sign) ? sign + figure : $"{currency} {figure}");
    }

    /// <summary>A metric's value with its unit as the catalogue names it: percent, seconds, minutes or none.</summary>
    public string Measure(decimal? value, string unit) => unit switch
    {
        "%" or "percent" => Percent(value, 2),
        _ => Number(value),
    };

    private static decimal Rounded(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);
}
