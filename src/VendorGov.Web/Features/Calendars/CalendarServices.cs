namespace VendorGov.Web.Features.Calendars;

public static class CalendarServices
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services.AddScoped<CalendarDesk>();
}
