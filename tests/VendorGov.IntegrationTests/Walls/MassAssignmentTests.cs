using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// What a form does not offer is not taken from it (ASVS 15.3.3). Each form of one network is sent with fields that it does not have;
/// those of its twin are sent plainly. Both end in the same roles, states, versions and times.
/// </summary>
public sealed class MassAssignmentTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const string Future = "2031-07-07T07:07:07";
    private const string Number = "987654";

    /// <summary>Forms of which one at least must be reached: the walk would prove nothing if it saw few.</summary>
    private const int Least = 100;

    /// <summary>Names under which rows keep what only the portal decides.</summary>
    private static readonly string[] Decided =
        ["Role", "State", "Status", "Outcome", "Side", "Grade", "Score", "Version", "Level", "IsPlatformAdministrator", "TwoFactorEnabled", "AccessFailedCount"];

    /// <summary>Pages whose very purpose is to give a role.</summary>
    private static readonly string[] GivesRoles = ["/Network/Users", "/Network/Invite", "/Network/Invitations", "/Platform/Tenants"];

    /// <summary>Parts of posts that may be called a state: filters of lists, and answers that are the person's own.</summary>
    private static readonly string[] OwnStates = [];

    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";
    private static readonly int Repeats = Full ? 3 : 1;

    private Network Own => portal.Networks.Own;

    private Network Twin => portal.Networks.Foreign;

    [Fact]
    public async Task A_form_sent_with_more_than_it_has_does_what_it_does_without()
    {
        var pages = await PostInput.PagesAsync(portal);
        var twinBefore = DatabaseContent.Hash(await portal.ContentAsync(Twin.Tenant));
        var extra = 0;
        var poisoned = new FormWalk(portal, (path, form) =>
        {
            var fields = Extras(PostInput.PageAt(pages, path), form).ToList();
            extra += fields.Count;
            return fields;
        }) { Repeats = Repeats };
        await poisoned.WalkAsync(Walkers(Own));
        Assert.Equal(twinBefore, DatabaseContent.Hash(await portal.ContentAsync(Twin.Tenant)));

        var plain = new FormWalk(portal, (_, _) => []) { Repeats = Repeats };
        await plain.WalkAsync(Walkers(Twin));
        output.WriteLine($"{poisoned.Sent.Count} forms with {extra} fields of others, {poisoned.Sent.Count(s => s.Taken)} of them led on, {plain.Sent.Count} plainly.");
        Assert.Empty(poisoned.Sent.Where(s => (int)s.Status >= 500).Select(s => $"{s.Form}: {(int)s.Status}"));
        Assert.True(poisoned.Sent.Count >= Least, $"Only {poisoned.Sent.Count} forms were found.");
        Assert.Equal(Lines(plain.Sent), Lines(poisoned.Sent));

        var own = await portal.ContentAsync(Own.Tenant);
        Assert.Empty(Strange(own));
        Assert.Equal(Kept(await portal.ContentAsync(Twin.Tenant)), Kept(own));
        Assert.Single((await portal.ContentAsync()).Where(r => r.Table == "AspNetUsers"), r => r.Cells["IsPlatformAdministrator"] is "1" or "true");
    }

    [Fact]
    public async Task No_post_takes_a_row_a_tenant_a_role_or_a_state()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>().Model.GetEntityTypes().Select(e => e.ClrType).ToHashSet();
        var found = (await PostInput.PagesAsync(portal)).Select(p => p.Page).DistinctBy(p => p.ViewEnginePath).SelectMany(PostInput.Of)
            .Where(i => rows.Contains(i.Type) || i.Type == typeof(TenantId)
                || (i.Type == typeof(Role) && !i.ByAddress && !GivesRoles.Contains(i.Page))
                || (i.Type.IsEnum && !i.ByAddress && (i.Type.Name.EndsWith("State", StringComparison.Ordinal) || i.Type.Name.EndsWith("Status", StringComparison.Ordinal))))
            .Select(i => $"{i.Page}: {i.Name} ({i.Type.Name})").Except(OwnStates).ToList();
        Assert.Empty(found);
    }

    /// <summary>These three are shown nearly all forms; the full run walks as everybody.</summary>
    private static IEnumerable<Person> Walkers(Network network) => network.People.DistinctBy(p => p.Role)
        .Where(p => Full || p.Role is Role.VendorManager or Role.OutletManager or Role.Headquarters);

    private static IEnumerable<string> Lines(List<(string Form, System.Net.HttpStatusCode Status, bool Taken)> sent) =>
        sent.Select(s => $"{s.Form} {(int)s.Status} {s.Taken}").Order(StringComparer.Ordinal);

    /// <summary>Each guarded name bare and under whatever the page binds, unless the form has it or it is an id that the page takes anyway.</summary>
    private IEnumerable<KeyValuePair<string, string>> Extras(Microsoft.AspNetCore.Mvc.RazorPages.CompiledPageActionDescriptor? page, IHtmlFormElement form)
    {
        var inputs = page is null ? [] : PostInput.Of(page).ToList();
        var prefixes = inputs.Where(i => i.Type is { IsClass: true } and not { IsArray: true } && i.Type != typeof(string) && !i.Name.Contains('['))
            .Select(i => i.Name + ".").Append("").Append("Input.").Distinct(StringComparer.OrdinalIgnoreCase);
        // Filters of the list that stands beside the form come by the address and are nobody's secret.
        var offered = form.Elements.Select(e => e.GetAttribute("name") ?? "").Concat(inputs.Where(i => i.ByAddress).Select(i => i.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = inputs.Where(i => InputIds.Of(i.Type, i.Name).Any()).Select(i => i.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from prefix in prefixes
            from value in Values()
            let name = prefix + value.Key
            where !offered.Contains(name) && !ids.Contains(name)
            select new KeyValuePair<string, string>(name, value.Value);
    }

    private IEnumerable<KeyValuePair<string, string>> Values() =>
    [
        new("TenantId", Twin.Tenant.Value.ToString()), new("Tenant", Twin.Tenant.Value.ToString()), new("VendorId", Twin.Vendors[0].Id.Value.ToString()),
        new("OutletId", Twin.Outlets[0].Id.Value.ToString()), new("RegionId", Twin.Regions[0].Id.Value.ToString()),
        new("ContractId", Twin.Contracts[0].Id.Value.ToString()), new("UserId", Twin.Headquarters.Id.Value.ToString()),
        new("OwnerId", Twin.Headquarters.Id.Value.ToString()), new("AuthorId", Twin.Headquarters.Id.Value.ToString()), new("Id", Twin.Outlets[1].Id.Value.ToString()),
        new("Role", "Headquarters"), new("State", "Closed"), new("Status", "Published"), new("Outcome", "Met"), new("Grade", "A"), new("Score", Number),
        new("Version", Number), new("IsPlatformAdministrator", "true"), new("DueAt", Future), new("OpenedAt", Future), new("CreatedAt", Future),
        new("PublishedAt", Future), new("ShownAt", Future), new("DecidedAt", Future), new("ClosedAt", Future), new("MetAt", Future), new("EndedAt", Future),
    ];

    /// <summary>What could only have come from a field that no form has.</summary>
    private IEnumerable<string> Strange(List<DatabaseContent.Row> rows)
    {
        var foreign = Values().Where(v => Guid.TryParse(v.Value, out _)).Select(v => v.Value).ToHashSet();
        return rows.Where(r => r.Entity != typeof(Domain.Auditing.AuditEntry))
            .SelectMany(r => r.Cells.Where(c => foreign.Any(f => c.Value.Contains(f, StringComparison.Ordinal)) || c.Value.Contains("2031-07-07", StringComparison.Ordinal) || c.Value == Number)
                .Select(c => $"{r.Table}.{c.Key} = {c.Value}"));
    }

    /// <summary>How many rows of each table hold which roles, states, versions and times.</summary>
    private static List<string> Kept(List<DatabaseContent.Row> rows) => [.. rows
        .Select(r => $"{r.Table}: {string.Join(", ", r.Cells.Where(c => IsDecided(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))}")
        .GroupBy(line => line).Select(g => $"{g.Count()} x {g.Key}").Order(StringComparer.Ordinal)];

    private static bool IsDecided(string column) =>
        Decided.Contains(column) || (column.EndsWith("At", StringComparison.Ordinal) && column.Length > 2) || column.StartsWith("Due", StringComparison.Ordinal);
}
