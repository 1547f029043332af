using System.Globalization;
using VendorGov.Domain;

namespace VendorGov.Web.Features.Reviews;

/// <summary>Three months of a year, written <c>2026-Q3</c>.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public IReadOnlyList<YearMonth> Months
    {
        get
        {
            var first = new YearMonth(Year, ((Number - 1) * 3) + 1);
            return [first, first.AddMonths(1), first.AddMonths(2)];
        }
    }

    public static Quarter Of(YearMonth month) => new(month.Year, ((month.Month - 1) / 3) + 1);

    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4..6] != "-Q" || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || text[6] is < '1' or > '4' || !Horizon.Holds(year))
        {
            return false;
        }

        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
