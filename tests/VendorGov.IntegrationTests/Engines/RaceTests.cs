using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Issues;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Engines;

public sealed class RaceTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int Edits = 500;
    private const int AtOnce = 20;
    private const int Writers = 32;
    private const int RowsEach = 40;

    [Fact]
    public async Task Of_500_racing_edits_none_is_lost()
    {
        var tenant = portal.Networks.Own.Tenant;
        var outlets = portal.Networks.Own.Outlets.Select(o => o.Id).ToArray();
        await portal.InTenantAsync(tenant, async db =>
        {
            (await db.Outlets.Where(o => outlets.Contains(o.Id)).ToListAsync()).ForEach(o => o.Change("0", o.RegionId, o.LeadName, o.Active));
            return await db.SaveChangesAsync();
        });
        var refused = 0;

        foreach (var round in Enumerable.Range(0, Edits).Chunk(AtOnce))
        {
            // All of a round have read before the first one saves, however fast the machine is.
            var (reading, read) = (round.Length, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            await Task.WhenAll(round.Select(i => Task.Run(() => EditAsync(i, async () =>
            {
                if (Interlocked.Decrement(ref reading) == 0)
                {
                    read.SetResult();
                }

                await read.Task;
            }))));
        }

        async Task EditAsync(int i, Func<Task> hasRead)
        {
            for (var first = true; !await portal.InTenantAsync(tenant, async db =>
            {
                var outlet = await db.Outlets.SingleAsync(o => o.Id == outlets[i % outlets.Length]);
                if (first)
                {
                    await hasRead();
                }

                outlet.Change($"{int.Parse(outlet.Name, System.Globalization.CultureInfo.InvariantCulture) + 1}", outlet.RegionId, outlet.LeadName, outlet.Active);
                try
                {
                    await db.SaveChangesAsync();
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Somebody was faster: look again, as a person is asked to.
                    Interlocked.Increment(ref refused);
                    return false;
                }
            }); first = false)
            {
            }
        }

        var names = await portal.InTenantAsync(tenant, db => db.Outlets.Where(o => outlets.Contains(o.Id)).Select(o => o.Name).ToListAsync());
        output.WriteLine($"{Edits} edits of {outlets.Length} rows, {refused} refused as outdated and repeated.");
        Assert.Equal(Edits, names.Sum(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.True(refused >= Edits / AtOnce * (AtOnce - outlets.Length), $"{refused}");
    }

    [Fact]
    public async Task Thirty_two_writers_at_once_all_get_their_turn()
    {
        var tenant = portal.Networks.Own.Tenant;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < RowsEach; i++)
            {
                await portal.InTenantAsync(tenant, async db =>
                {
                    db.AddBatchEntry("added", "race", $"{writer}-{i}", new { writer, i });
                    return await db.SaveChangesAsync();
                });
            }
        })));

        output.WriteLine($"{Writers} writers, {Writers * RowsEach / watch.Elapsed.TotalSeconds:0} saves a second.");
        var rows = await portal.InTenantAsync(tenant, db => db.AuditEntries.Where(a => a.Subject == "race").Select(a => a.SubjectId).ToListAsync());
        Assert.Equal(Writers * RowsEach, rows.Distinct().Count());
        Assert.Equal(Writers * RowsEach, rows.Count);
    }
}
