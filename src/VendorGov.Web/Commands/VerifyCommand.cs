using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Features.Audit;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Shared.Months;

namespace VendorGov.Web.Commands;

/// <summary>
/// Recomputes what is stored from what it follows from: deadlines and verdicts from the events of their clocks, published
/// scorecards from their facts, the audit trail's chain from its entries. Names every difference.
/// </summary>
internal static class VerifyCommand
{
    private const int Page = 2000;

    public static readonly Command Spec = new(
        "verify", "recomputes stored deadlines, verdicts, published scorecards and the audit chain",
        """
        VendorGov.Web verify [--tenant T] [--data DIR]
          Names every difference; exit code 1 if there is any. Without --tenant all tenants are checked.
        """,
        ["--tenant", "--data"], [], null, RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        await using var app = await PortalHost.ForPortalAsync(call);
        var differences = 0;
        foreach (var (id, code) in await TenantsAsync(call, app.Services))
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantScope>().EnterTenant(id, actorName: "command verify");
            var (checkedClocks, clocks) = await ClocksAsync(scope.ServiceProvider);
            var (checkedCards, cards) = await ScorecardsAsync(scope.ServiceProvider);
            var (entries, breaks) = await AuditAsync(scope.ServiceProvider);
            Console.WriteLine($"{code}: {checkedClocks} clocks, {checkedCards} published scorecards, {entries} audit entries, {clocks + cards + breaks} differences.");
            differences += clocks + cards + breaks;
        }

        return differences == 0 ? 0 : 1;
    }

    private static async Task<List<(TenantId Id, string Code)>> TenantsAsync(Call call, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var wanted = call.Find("--tenant");
        var tenants = await scope.ServiceProvider.GetRequiredService<AppDb>().Tenants
            .Where(t => wanted == null || t.Code == wanted).OrderBy(t => t.Code).Select(t => new { t.Id, t.Code }).ToListAsync();
        return tenants.Count == 0 && wanted is not null
            ? throw new Hosting.CommandException($"There is no tenant with the code {wanted}.")
            : [.. tenants.Select(t => (t.Id, t.Code))];
    }

    private static async Task<(int Checked, int Differences)> ClocksAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var loader = services.GetRequiredService<ClockFacesLoader>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var terms = await db.Issues.AsNoTracking().Select(i => new { i.Id, i.TermsVersionId }).ToDictionaryAsync(i => i.Id, i => i.TermsVersionId);
        var (done, differences) = (0, 0);
        for (var page = await PageAsync(db, done); page.Count > 0; page = await PageAsync(db, done))
        {
            foreach (var owed in page)
            {
                var faces = owed.IssueId is { } issue && terms.TryGetValue(issue, out var pinned)
                    ? await loader.OfAsync(owed.ContractId, pinned)
                    : await loader.SinceAsync(owed.ContractId, owed.StartedAt);
                differences += Differs(owed, faces, now);
                done++;
            }
        }

        return (done, differences);
    }

    private static Task<List<Obligation>> PageAsync(AppDb db, int skip) =>
        db.Obligations.AsNoTracking().OrderBy(o => o.Id).Skip(skip).Take(Page).ToListAsync();

    /// <summary>
    /// A decided clock must read the same at any later time. An open one was last looked at between its last event and now: its
    /// state must be one of these two.
    /// </summary>
    private static int Differs(Obligation owed, ClockFaces faces, DateTimeOffset now)
    {
        // The events keep every digit; the columns are rounded to what each engine can hold.
        var at = owed.Events[^1].At;
        var reading = owed.Read(faces, at);
        var wrong = new List<string>();
        if (Micro(reading.DueAt) != Micro(owed.DueAt))
        {
            wrong.Add($"due {owed.DueAt:u} should be {reading.DueAt:u}");
        }

        if (reading.State != owed.State && (!owed.IsOpen || owed.Read(faces, now).State != owed.State))
        {
            wrong.Add($"verdict {owed.State} should be {reading.State}");
        }

        if (!owed.IsOpen && reading.ElapsedSeconds != owed.ElapsedSeconds)
        {
            wrong.Add($"elapsed {owed.ElapsedSeconds} s should be {reading.ElapsedSeconds} s");
        }

        if (wrong.Count > 0)
        {
            Console.WriteLine($"clock {owed.Kind} {owed.Id.Value}: {string.Join("; ", wrong)}");
        }

        return wrong.Count > 0 ? 1 : 0;
    }

    private static long? Micro(DateTimeOffset? at) => at?.UtcTicks / 10;

    private static async Task<(int Checked, int Differences)> ScorecardsAsync(IServiceProvider services)
    {
        var check = new ScorecardCheck(services.GetRequiredService<AppDb>(), services.GetRequiredService<MonthReader>());
        var (done, differences) = await check.RunAsync();
        differences.ForEach(Console.WriteLine);
        return (done, differences.Count);
    }

    private static async Task<(long Checked, int Breaks)> AuditAsync(IServiceProvider services)
    {
        var keeper = services.GetRequiredService<AuditKeeper>();
        await keeper.ChainAsync(CancellationToken.None);
        var finding = await keeper.CheckAsync(CancellationToken.None);
        if (finding.Break is { } wrong)
        {
            Console.WriteLine($"audit trail: entry {wrong} was changed, removed or inserted");
        }

        return (finding.Checked, finding.Break is null ? 0 : 1);
    }
}
