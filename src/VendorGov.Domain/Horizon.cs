namespace VendorGov.Domain;

/// <summary>
/// The years that people may name: one less at each end than what calendars are computed for, so that a month before or a deadline after
/// still lies within.
/// </summary>
public static class Horizon
{
    public static bool Holds(int year) => year is > 2000 and < 2060;
}
