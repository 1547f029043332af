namespace VendorGov.Web.Shared;

public sealed partial class Text
{
    /// <summary>3月2日 周一 / Mon 2 Mar.</summary>
    public string ShortDay(DateOnly day) => day.ToString(IsChinese ? "M月d日 ddd" : "ddd d MMM", _culture);

    /// <summary>周一 / Mon.</summary>
    public string Weekday(DateOnly day) => day.ToString("ddd", _culture);
}
