using Quartz;
using VendorGov.Data;
using VendorGov.Data.Engines;

namespace VendorGov.Web.Hosting;

/// <summary>Keeps what the planner of queries goes by in step with tables that grow, where the engine does not do so by itself.</summary>
public sealed class TendDatabaseJob(AppDb db, IDatabaseEngine engine) : IJob
{
    public const string Name = "tend-database";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await engine.TendAsync(db, cancellationToken);
}
