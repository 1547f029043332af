using System.Globalization;
using Microsoft.AspNetCore.Localization;
using VendorGov.Web.Hosting;
using VendorGov.Web.Hosting.Api;

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

    // A program has no cookie: it says what it reads.
    private static Task<ProviderCultureResult?> FromCookieAsync(HttpContext context)
    {
        var english = ApiKeyHandler.Covers(context) ? AcceptsEnglish(context.Request) : context.Request.Cookies[Cookie] == Text.English;
        return Task.FromResult<ProviderCultureResult?>(new(english ? "en-GB" : "zh-CN"));
    }

    private static bool AcceptsEnglish(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value ?? "")
        .FirstOrDefault(l => l.StartsWith("en", StringComparison.OrdinalIgnoreCase) || l.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
        ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
