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
        VendorGov.Web scorecards --tenant T --month YYYY-MM --out DIR [--publish] [--data DIR]
          Drafts the month (published scorecards stay) and writes one PDF and one xlsx per contract and language, what is sealed as
          canonical JSON, and scorecards.json. With --publish the drafts are published and sealed first. A run that was stopped goes
          on where it stood.
        """,
        ["--tenant", "--month", "--out", "--data"], ["--publish"], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        var directory = call.Demand("--out");
        if (!YearMonth.TryParse(call.Demand("--month"), out var month))
        {
            throw new CommandException($"--month must be YYYY-MM, not {call.Find("--month")}.");
        }

        return await PortalHost.InTenantAsync(call, async (services, _) =>
        {
            var (cards, kept) = await services.GetRequiredService<ScorecardExport>()
                .WriteAsync(month, directory, call.Has("--publish"), Console.WriteLine, CancellationToken.None);
            Console.WriteLine($"{cards} scorecards of {month} in {directory}, {kept} of them from an earlier run.");
            return 0;
        });
    }
}
