using Xunit;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>A test of what only these engines can do; on others it is counted as skipped. Names as in <c>VENDORGOV_TEST_ENGINE</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEngineFactAttribute : FactAttribute
{
    public const string Embedded = "sqlite";
    public const string PostgreSql = "postgresql";
    public const string SqlServer = "sqlserver";

    public OnEngineFactAttribute(params string[] engines)
    {
        var present = Environment.GetEnvironmentVariable("VENDORGOV_TEST_ENGINE") ?? Embedded;
        if (!engines.Contains(present, StringComparer.OrdinalIgnoreCase))
        {
            Skip = $"Runs on {string.Join(" and ", engines)}.";
        }
    }
}
