using Microsoft.AspNetCore.Mvc;
using VendorGov.Web.Features.Setup;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting;

/// <summary>What every page stands on: text, navigation, permissions, headers. Called from Program.cs in this order.</summary>
public static class Shell
{
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddText();
        services.AddAccounts(builder.Configuration);
        services.AddSingleton<FirstRun>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstRun>());
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "vg-flash");
        services.AddScoped<CurrentUser>();
        services.AddScoped<NavCounts>();
        services.AddSingleton<Navigation>();
        services.Configure<SiteOptions>(builder.Configuration.GetSection("Site"));
        services.AddAntiforgery(options => options.Cookie.Name = "vg-form");
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options => options.Filters.Add<HandlerPermissionFilter>())
            .AddRazorOptions(options => options.PageViewLocationFormats.Add("/Shared/{0}.cshtml"))
            .AddValidationText();
        return builder;
    }

    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/Errors/Fault");
        app.UseStatusCodePagesWithReExecute("/Errors/Status/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<TenantMiddleware>();
        app.UseMiddleware<PermissionMiddleware>();
        app.MapStaticAssets().RequirePermission(Permission.Anonymous);
        app.MapRazorPages();
        return app;
    }
}
