using VendorGov.Data.Identity;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Hosting.Robots;

namespace VendorGov.Web.Features.Notifications;

public static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<RobotOptions>(configuration.GetSection("Robots"))
        .AddSingleton<RobotClient>()
        .AddSingleton<RobotVault>()
        .AddScoped<RobotDirectory>()
        .AddScoped<MailDelivery>()
        .AddScoped<RobotDelivery>()
        .AddScoped<NewsDesk>()
        .AddScoped<WorkDesk>()
        .AddScoped<CardDesk>()
        .AddScoped<NewsPurge>()
        .AddScoped<NoticeMails>()
        .AddScoped<MonthlyMails>();
}
