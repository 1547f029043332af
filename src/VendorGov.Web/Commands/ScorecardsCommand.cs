using VendorGov.Domain;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>Writes a month's scorecards as files.</summary>
internal static class ScorecardsCommand
{
    public static readonly Command Spec = new(
        "scorecards", "writes a month's scorecards as PDF, Excel and JSON",
        """
        VendorGov.Web scorecards --tenant T --month YYYY-MM --out DIR [--data DIR]
          Drafts the month (published scorecards stay) and writes one PDF and one xlsx per contract and language, and scorecards.json.
        """,
        ["--tenant", "--month", "--out", "--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        var directory = call.Demand("--out");
        if (!YearMonth.TryParse(call.Demand("--month"), out var month))
        {
            throw new CommandException($"--month must be YYYY-MM, not {call.Find("--month")}.");
        }

        return await PortalHost.InTenantAsync(call, async (services, _) =>
        {
            var written = await services.GetRequiredService<ScorecardExport>().WriteAsync(month, directory, CancellationToken.None);
            Console.WriteLine($"{written} scorecards of {month} written to {directory}.");
            return 0;
        });
    }
}
