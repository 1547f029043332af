using System.Globalization;
using Microsoft.AspNetCore.Localization;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared;

/// <summary>Chinese unless the language cookie says English. The cookie is set by the switch in the top bar and at sign-in.</summary>
public static class Languages
{
    public const string Cookie = "vg-lang";

    public static IServiceCollection AddText(this IServiceCollection services)
    {
        services.AddSingleton(TextCatalogue.Embedded);
        services.AddScoped(provider => new Text(
            provider.GetRequiredService<TextCatalogue>(),
            Current(),
            provider.GetRequiredService<CurrentUser>().Zone,
            strict: !provider.GetRequiredService<IHostEnvironment>().IsProduction()));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = new[] { CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en-GB") };
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromCookieAsync)];
        });
        return services;
    }

    public static string Current() => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal) ? Text.English : Text.Chinese;

    /// <summary>Remembers <paramref name="language"/> for a year; it holds no secret and is needed before sign-in.</summary>
    public static void Remember(HttpContext context, string language) =>
        context.Response.Cookies.Append(Cookie, language == Text.English ? Text.English : Text.Chinese, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    private static Task<ProviderCultureResult?> FromCookieAsync(HttpContext context) =>
        Task.FromResult<ProviderCultureResult?>(
            new(context.Request.Cookies[Cookie] == Text.English ? "en-GB" : "zh-CN"));
}
