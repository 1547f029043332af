using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.UnitTests.Staffing;

/// <summary>A contract with one outlet and agents for it.</summary>
internal static class Desk
{
    private static readonly TenantId Tenant = TenantId.New();
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Monday = new(2026, 3, 2);
    public static readonly OutletId Outlet = OutletId.New();
    public static readonly Contract Contract = Sign(VendorId.New());

    public static ClockFaces Faces { get; } = new(
        BusinessCalendar.Compile(DefaultCalendars.ChinaHotline), BusinessCalendar.Compile(DefaultCalendars.ChinaOffice), []);

    public static Contract Sign(VendorId vendor)
    {
        var contract = new Contract(Tenant, vendor, "C-1", "客服", new DateOnly(2025, 1, 1), "Asia/Shanghai");
        contract.Cover([Outlet]);
        return contract;
    }

    public static Agent Hire(string number = "1001", DateOnly? joined = null, Contract? contract = null) => new(
        contract ?? Contract, new AgentDetails(number, "王敏", null, [Channel.Voice], []), joined ?? new DateOnly(2025, 6, 1), Now);

    public static DayMask Shift(string text) => ShiftText.TryParse(text, out DayMask day, out _) ? day : throw new FormatException(text);

    public static DaySpans There(string text) => ShiftText.TryParse(text, out IReadOnlyList<(int From, int To)> spans)
        ? DaySpans.Of(spans) : throw new FormatException(text);

    public static AgentDayFact Day(string shift, string? present, string? breaks = null) => new(
        Guid.NewGuid(), Monday, Channel.Voice, Shift(shift), present is null ? null : There(present), breaks is null ? null : There(breaks));

    /// <summary>So many heads in the half hours of a span, none else.</summary>
    public static RequirementFact Need(int heads, string span)
    {
        var mask = Shift(span);
        return new RequirementFact(Monday, Channel.Voice, [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => mask[i] ? heads : 0)]);
    }
}
