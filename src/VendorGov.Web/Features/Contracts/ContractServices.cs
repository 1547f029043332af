namespace VendorGov.Web.Features.Contracts;

public static class ContractServices
{
    public static IServiceCollection AddContracts(this IServiceCollection services) => services.AddScoped<TermsDesk>().AddScoped<WhatIf>();
}
