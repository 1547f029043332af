using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Auditing;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Audit;
using VendorGov.Web.Shared;
using Xunit;

namespace VendorGov.IntegrationTests.Audit;

public sealed class AuditTests(Portal portal) : IClassFixture<Portal>
{
    private Network Own => portal.Networks.Own;

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("cut")]
    [InlineData("swapped")]
    public async Task A_trail_that_somebody_touched_names_the_first_entry_that_does_not_fit(string how)
    {
        var network = how is "changed" or "removed" ? Own : portal.Networks.Foreign;
        var whole = await KeeperAsync(network, async keeper =>
        {
            await keeper.ChainAsync(default);
            return await keeper.CheckAsync(default);
        });
        Assert.Null(whole.Break);
        Assert.Equal(0, whole.Waiting);
        Assert.InRange(whole.Checked, 20, long.MaxValue);

        var (expected, mend) = await TouchAsync(network, how, whole.Checked);
        Assert.Equal(expected, (await KeeperAsync(network, keeper => keeper.CheckAsync(default))).Break);
        await portal.InTenantAsync(network.Tenant, async db => await mend(db));
        Assert.Null((await KeeperAsync(network, keeper => keeper.CheckAsync(default))).Break);
    }

    [Fact]
    public async Task Headquarters_read_who_changed_what_in_words_and_can_have_the_chain_checked()
    {
        using var headquarters = await portal.SignedInAsync(Own.Headquarters);
        var regions = await headquarters.GetAsync("/Network/Regions");
        await headquarters.SubmitAsync(regions, "input[name=name]", ("name", "华北大区"));

        var trail = await headquarters.GetAsync("/Audit?Subject=Region");
        Assert.Contains("Changed Region", trail.Find("tbody tr"), StringComparison.Ordinal);
        Assert.Contains("华北大区", trail.Find("tbody tr"), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}", trail.Find("tbody")!);
        var check = await headquarters.SubmitAsync(trail, "form[action*='handler=Check']");
        Assert.Contains("The chain is whole", check.Find(".inline-note"), StringComparison.Ordinal);
        Assert.Equal("text/csv", (await headquarters.GetAsync("/Audit?handler=Export&format=csv")).Answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Every_audited_kind_of_object_has_a_name_in_the_trail()
    {
        var kinds = typeof(IAudited).Assembly.GetTypes().Where(t => t.IsClass && typeof(IAudited).IsAssignableFrom(t));
        Assert.DoesNotContain(kinds.Select(t => t.Name), name => TextCatalogue.Embedded.Find($"audit.subject.{name}") is null);
    }

    /// <summary>Touches the trail below all walls; answers the entry that must be named and how to put it back.</summary>
    private async Task<(long Expected, Func<AppDb, Task<int>> Mend)> TouchAsync(Network network, string how, long last)
    {
        return await portal.InTenantAsync<(long, Func<AppDb, Task<int>>)>(network.Tenant, async db =>
        {
            var (sixth, ninth) = (await At(6).SingleAsync(), await At(9).SingleAsync());
            switch (how)
            {
                case "changed":
                    await At(6).ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorName, "somebody else"));
                    return (6L, later => Later(later, 6).ExecuteUpdateAsync(s => s.SetProperty(a => a.ActorName, sixth.ActorName)));
                case "removed":
                    await At(9).ExecuteDeleteAsync();
                    return (9L, later => Again(later, ninth));
                case "cut":
                    var end = await At(last).SingleAsync();
                    await At(last).ExecuteDeleteAsync();
                    return (last, later => Again(later, end));
                default:
                    await At(6).ExecuteUpdateAsync(s => s.SetProperty(a => a.Action, ninth.Action).SetProperty(a => a.Subject, "Swapped"));
                    return (6L, later => Later(later, 6).ExecuteUpdateAsync(
                        s => s.SetProperty(a => a.Action, sixth.Action).SetProperty(a => a.Subject, sixth.Subject)));
            }

            IQueryable<AuditEntry> At(long sequence) => db.AuditEntries.AsNoTracking().Where(a => a.Sequence == sequence);
        });

        static IQueryable<AuditEntry> Later(AppDb db, long sequence) => db.AuditEntries.Where(a => a.Sequence == sequence);
        static Task<int> Again(AppDb db, AuditEntry entry)
        {
            db.AuditEntries.Add(entry);
            return db.SaveChangesAsync();
        }
    }

    private Task<T> KeeperAsync<T>(Network network, Func<AuditKeeper, Task<T>> work) =>
        portal.InTenantAsync(network.Tenant, (_, services) => work(services.GetRequiredService<AuditKeeper>()));
}
