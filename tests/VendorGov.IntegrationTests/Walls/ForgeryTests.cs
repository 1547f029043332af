using System.Net;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Walls;

public sealed class ForgeryTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Whatever_changes_something_is_refused_without_the_token_of_its_form()
    {
        var doors = (await Door.AllAsync(portal)).Where(d => d.Method != "GET").ToList();
        Assert.NotEmpty(doors);
        var before = DatabaseContent.Hash(await portal.ContentAsync());
        var wrong = new List<string>();
        foreach (var person in portal.Networks.Own.People.Append(portal.Networks.Platform).DistinctBy(p => p.Role))
        {
            using var visitor = await portal.SignedInAsync(person);
            foreach (var door in doors.Where(d => d.Opens(person.Role)))
            {
                using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Guid.CreateVersion7().ToString()));
                request.Content = new FormUrlEncodedContent([]);
                using var answer = await visitor.Http.SendAsync(request);
                // Error pages answer again for whatever failed and change nothing, which the hash below proves.
                var refused = answer.StatusCode == HttpStatusCode.BadRequest || door.Name.Contains("Errors/", StringComparison.Ordinal);
                if (!refused)
                {
                    wrong.Add($"{door.Name} as {person.Role}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, DatabaseContent.Hash(await portal.ContentAsync()));
    }
}
