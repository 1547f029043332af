using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using VendorGov.Web.Features.Analysis;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Features.Rankings;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Reviews;
using VendorGov.Web.Features.Home;
using VendorGov.Web.Features.Audit;
using VendorGov.Web.Features.Calendars;
using VendorGov.Web.Features.Contracts;
using VendorGov.Web.Features.Exemptions;
using VendorGov.Web.Features.Imports;
using VendorGov.Web.Features.Callbacks;
using VendorGov.Web.Features.Faults;
using VendorGov.Web.Features.Improvement;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Issues;
using VendorGov.Web.Features.Ledger;
using VendorGov.Web.Features.Referrals;
using VendorGov.Web.Features.Chasing;
using VendorGov.Web.Features.Retention;
using VendorGov.Web.Features.Search;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Features.Setup;
using VendorGov.Web.Features.Staffing;
using VendorGov.Web.Features.Training;
using VendorGov.Web.Features.Feed;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.Api;
using VendorGov.Web.Hosting.Mail;
using VendorGov.Web.Hosting.Operations;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Hosting;

/// <summary>What every page stands on: text, navigation, permissions, headers. Called from Program.cs in this order.</summary>
public static class Shell
{
    public static WebApplicationBuilder AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // What answers, and in which version, is nobody's business.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddText();
        services.AddAccounts(builder.Configuration);
        services.AddSchedule(builder.Configuration);
        services.AddHealth();
        services.AddOperations(builder.Configuration);
        services.AddIssues();
        services.AddScoped<LedgerImport>().AddScoped<FollowUps>().AddScoped<ReferralSweep>();
        services.AddContracts();
        services.AddCalendars();
        services.AddExemptions();
        services.AddScorecards();
        services.AddRankings();
        services.AddAnalysis();
        services.AddReviews();
        services.AddReports();
        services.AddStaffing();
        services.AddTraining();
        services.AddInspections();
        services.AddImprovement();
        services.AddImports();
        services.AddApi(builder.Configuration);
        services.AddFeed();
        services.AddNotifications(builder.Configuration);
        services.AddScoped<ChaseDesk>();
        services.AddScoped<AheadOfForm>();
        services.AddScoped<AuditKeeper>().AddScoped<AuditWords>().AddScoped<AuditNames>();
        services.AddScoped<RetentionRun>().AddScoped<PersonFile>();
        services.AddScoped<SearchCatchUp>();
        services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
        services.Configure<AntivirusOptions>(builder.Configuration.GetSection("Antivirus"));
        services.AddSingleton<FirstRun>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstRun>());
        services.Configure<CookieTempDataProviderOptions>(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("vg-flash", CookieSecurePolicy.SameAsRequest));
        services.AddScoped<CurrentUser>().AddScoped<SecurityLog>();
        services.AddScoped<PortalAddress>();
        services.AddScoped<StaffContracts>();
        services.AddScoped<NavCounts>().AddScoped<Moments>();
        services.AddScoped<BoardReader>();
        services.AddScoped<StaffBoard>().AddScoped<QualityBoard>().AddScoped<HurtBoard>();
        services.AddSingleton<Navigation>();
        services.Configure<SiteOptions>(builder.Configuration.GetSection("Site"));
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("vg-form", CookieSecurePolicy.SameAsRequest));
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        // Chinese stays readable in the page's source; what HTML needs escaped still is.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddMvcOptions(options =>
            {
                options.Filters.Add<HandlerPermissionFilter>();
                options.Filters.AddService<SecurityLog>();
                options.ModelBinderProviders.Insert(0, new FieldBinders([.. options.ModelBinderProviders]));
            })
            .AddRazorOptions(options => options.PageViewLocationFormats.Add("/Shared/{0}.cshtml"))
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddValidationText();
        return builder;
    }

    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseOperations();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/Errors/Fault");
        app.UseStatusCodePagesWithReExecute("/Errors/Status/{0}");
        app.UseApiErrors();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        // The page of a fault asks nobody who the caller is: that question goes to the database, which may be what failed.
        app.MapWhen(
            context => context.Features.Get<IExceptionHandlerFeature>() is not null,
            fault => fault.Run(context => context.GetEndpoint()?.RequestDelegate?.Invoke(context) ?? Task.CompletedTask));
        app.UseAuthentication();
        // After authentication: keys are limited one by one.
        app.UseRateLimiter();
        app.UseMiddleware<TenantMiddleware>();
        app.UseMiddleware<PermissionMiddleware>();
        app.MapStaticAssets().RequirePermission(Permission.Anonymous);
        app.MapHealth();
        app.MapFeed();
        app.MapRazorPages();
        return app;
    }
}
