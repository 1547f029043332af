using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Walls;

/// <summary>
/// The table role x permission as it holds over HTTP (ASVS 8.2.1, 8.3.1, 16.3.2): every door is tried by each role that it does not open to, and by
/// strangers; nothing is shown, nothing changes, and each refusal of a person stands in the log once.
/// </summary>
public sealed class DeniedDoorsTests(DeniedDoorsTests.LoggedPortal portal, ITestOutputHelper output) : IClassFixture<DeniedDoorsTests.LoggedPortal>
{
    public sealed class LoggedPortal : Portal
    {
        public WarningLog Refusals { get; } = new("SecurityLog");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.AddProvider(Refusals));
        }
    }

    [Fact]
    public async Task A_door_that_a_role_does_not_open_is_not_there_for_it_and_the_attempt_is_logged_once()
    {
        var doors = (await Door.AllAsync(portal)).Where(d => !d.Endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).ToList();
        var before = DatabaseContent.Hash(await portal.ContentAsync());
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var person in portal.Networks.Own.People.Append(portal.Networks.Platform).DistinctBy(p => p.Role))
        {
            using var visitor = await portal.SignedInAsync(person);
            before = DatabaseContent.Hash(await portal.ContentAsync());
            var token = (await visitor.GetAsync("/Account/Profile")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var door in doors.Where(d => !d.Opens(person.Role)))
            {
                portal.Refusals.Clear();
                tried++;
                using var answer = await KnockAsync(visitor, door, token);
                if (answer.StatusCode != HttpStatusCode.NotFound)
                {
                    wrong.Add($"{door.Name} as {person.Role}: {(int)answer.StatusCode}");
                }

                var line = portal.Refusals.Lines.Count == 1 ? portal.Refusals.Lines.Single() : null;
                if (line is null || line["Reason"] != "role" || line["User"] != person.Id.Value.ToString() || line["Tenant"] != person.Tenant?.Value.ToString()
                    || line["Method"] != door.Method || string.IsNullOrEmpty(line["CorrelationId"]))
                {
                    wrong.Add($"{door.Name} as {person.Role}: {portal.Refusals.Lines.Count} lines in the log");
                }
            }

            Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
        }

        output.WriteLine($"{tried} requests at {doors.Count} doors.");
        Assert.Empty(wrong);
        Assert.True(tried > 500, $"Only {tried} requests.");
    }

    [Fact]
    public async Task A_stranger_is_shown_nothing_but_the_way_to_sign_in()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var door in (await Door.AllAsync(portal)).Where(d => !d.Needed.Contains(VendorGov.Web.Hosting.Permission.Anonymous) || d.Needed.Count > 1))
        {
            tried++;
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Guid.CreateVersion7().ToString()));
            using var answer = await http.SendAsync(request);
            var keyed = door.Endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal);
            var fine = keyed ? answer.StatusCode == HttpStatusCode.Unauthorized
                : door.Method == "GET" ? answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/Account/SignIn?returnUrl=", StringComparison.Ordinal)
                : answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest;
            if (!fine && door.Path("") != "/")
            {
                wrong.Add($"{door.Name}: {(int)answer.StatusCode}");
            }
        }

        output.WriteLine($"{tried} requests.");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_form_without_its_token_a_key_that_is_none_and_too_many_guesses_are_logged_once_each()
    {
        using var visitor = await portal.SignedInAsync(portal.Networks.Own.Headquarters);
        portal.Refusals.Clear();
        using (await visitor.Http.PostAsync("/Network/Settings", new FormUrlEncodedContent([new("Input.Name", "forged")])))
        {
            Assert.Equal(["forged"], portal.Refusals.Lines.Select(l => l["Reason"]));
            Assert.Equal(portal.Networks.Own.Tenant.Value.ToString(), portal.Refusals.Lines.Single()["Tenant"]);
        }

        portal.Refusals.Clear();
        using var key = new HttpRequestMessage(HttpMethod.Get, "/api/v1/calls");
        key.Headers.Add("Authorization", "Bearer vgk_nothing");
        using (await visitor.Http.SendAsync(key))
        {
            Assert.Equal(["key"], portal.Refusals.Lines.Select(l => l["Reason"]));
        }
    }

    private static async Task<HttpResponseMessage> KnockAsync(Visitor visitor, Door door, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Guid.CreateVersion7().ToString()));
        if (door.Method != "GET")
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        }

        return await visitor.Http.SendAsync(request);
    }
}
