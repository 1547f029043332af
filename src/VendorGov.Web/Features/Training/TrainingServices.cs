namespace VendorGov.Web.Features.Training;

public static class TrainingServices
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddScoped<ShiftCheckDesk>()
        .AddScoped<ViolationReader>()
        .AddScoped<TrainingDuties>()
        .AddScoped<OrderDesk>()
        .AddScoped<BrandDesk>()
        .AddScoped<KnowledgeDesk>();
}
