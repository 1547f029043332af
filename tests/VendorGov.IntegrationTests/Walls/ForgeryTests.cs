using System.Net;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Walls;

public sealed class ForgeryTests(Portal portal) : IClassFixture<Portal>
{
    private const string Field = "__RequestVerificationToken";

    [Fact]
    public async Task Whatever_changes_something_is_refused_without_the_token_of_its_form_and_with_that_of_somebody_else()
    {
        var doors = (await Door.AllAsync(portal)).Where(d => d.Method != "GET").ToList();
        Assert.NotEmpty(doors);
        var people = portal.Networks.Own.People.Append(portal.Networks.Platform).DistinctBy(p => p.Role).ToList();
        var tokens = new Dictionary<Person, string>();
        foreach (var person in people)
        {
            using var visitor = await portal.SignedInAsync(person);
            tokens[person] = await TokenAsync(visitor);
        }

        var before = DatabaseContent.Hash(await portal.ContentAsync());
        var wrong = new List<string>();
        foreach (var person in people)
        {
            using var visitor = await portal.SignedInAsync(person);
            // Brings the cookie, without which no token would be looked at.
            await TokenAsync(visitor);
            var stolen = tokens[people.First(p => p != person)];
            foreach (var door in doors.Where(d => d.Opens(person.Role)))
            {
                foreach (var token in new[] { null, stolen })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Guid.CreateVersion7().ToString()));
                    request.Content = new FormUrlEncodedContent(token is null ? [] : [new(Field, token)]);
                    using var answer = await visitor.Http.SendAsync(request);
                    // Error pages answer again for whatever failed and change nothing, which the hash below proves.
                    var refused = answer.StatusCode == HttpStatusCode.BadRequest || door.Name.Contains("Errors/", StringComparison.Ordinal);
                    if (!refused)
                    {
                        wrong.Add($"{door.Name} as {person.Role}{(token is null ? "" : " with a stolen token")}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
    }

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.GetAsync("/")).Document.QuerySelector($"input[name={Field}]")!.GetAttribute("value")!;
}
