using System.Net;
using Microsoft.Data.Sqlite;
using VendorGov.IntegrationTests.Architecture;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Operations;

/// <summary>The program as it is delivered tells nothing of its inside (ASVS 13.4.1 to 13.4.3, 16.5.1).</summary>
public sealed class ProductionTests(Portal portal) : IClassFixture<Portal>
{
    [OnEngineFact(OnEngineFactAttribute.Embedded)]
    public async Task A_fault_is_told_without_a_word_of_the_inside_and_nothing_of_development_answers()
    {
        // Without a word about the environment: what is delivered is production.
        await using var node = await Node.StartAsync([.. portal.Settings]);
        using var visitor = new Visitor(node.Address);
        await visitor.SignInAsync(portal.Networks.Own.Headquarters.Email, Networks.Password);
        await using (var other = new SqliteConnection(portal.Database.ConnectionString))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "ALTER TABLE \"Promises\" RENAME TO \"PromisesAway\"";
            await command.ExecuteNonQueryAsync();
        }

        var fault = await visitor.GetAsync("/Promises");
        Assert.Equal(HttpStatusCode.InternalServerError, fault.Status);
        var body = await fault.Answer.Content.ReadAsStringAsync();
        Assert.All(
            ["Promises\"", "no such table", "SELECT", "Exception", "   at ", ".cs:line", "VendorGov.Web.", "Microsoft.", Product.Root, "sqlite", "Development"],
            inside => Assert.DoesNotContain(inside, body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(fault.Answer.Headers.GetValues("X-Request-Id").Single(), body, StringComparison.Ordinal);
        Assert.Contains(node.Output, line => line.Contains("no such table", StringComparison.OrdinalIgnoreCase));

        foreach (var path in new[]
        {
            "/.git/HEAD", "/.git/config", "/.env", "/appsettings.json", "/appsettings.Development.json", "/VendorGov.Web.dll", "/VendorGov.Web.pdb", "/web.config", "/js/", "/css/", "/lib/", "/swagger",
            "/swagger/index.html", "/metrics", "/debug", "/trace", "/elmah.axd", "/_framework/debug", "/_vs/browserLink", "/..%2fappsettings.json", "/js/..%2f..%2fappsettings.json", "/%2e%2e/%2e%2e/etc/passwd",
            "/js/%2e%2e%2f%2e%2e%2fappsettings.json", "/..%5cappsettings.json", "/Features/Home/Index.cshtml", "/vendorgov.db", "/data/vendorgov.db", "/deploy/README.md",
        })
        {
            using var answer = await visitor.Http.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        foreach (var method in new[] { "TRACE", "TRACK", "PROPFIND", "DEBUG", "OPTIONS", "PUT", "DELETE", "PATCH" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/Issues");
            request.Headers.Add("X-Secret", "echoed-back");
            using var answer = await visitor.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.DoesNotContain("echoed-back", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.All(["Server", "X-Powered-By", "X-AspNet-Version"], header => Assert.False(fault.Answer.Headers.Contains(header), header));
    }
}
