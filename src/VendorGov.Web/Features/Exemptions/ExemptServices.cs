namespace VendorGov.Web.Features.Exemptions;

public static class ExemptServices
{
    public static IServiceCollection AddExemptions(this IServiceCollection services) =>
        services.AddScoped<ExemptEffects>().AddScoped<ExemptDesk>().AddScoped<ProofFiles>();
}
