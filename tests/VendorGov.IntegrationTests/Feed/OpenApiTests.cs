using VendorGov.Domain.Feed;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Feed;

public sealed class OpenApiTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task The_document_tells_every_address_field_answer_and_the_key()
    {
        using var caller = FeedCaller.With(portal, null);
        var document = (await caller.GetAsync("/openapi/v1.json")).Json;

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<FeedKind>())
        {
            var schema = FeedSchema.Of(kind);
            var path = document.GetProperty("paths").GetProperty($"/api/v1/{schema.Path}");
            var row = document.GetProperty("components").GetProperty("schemas").GetProperty(kind.ToString());
            Assert.Equal(schema.Fields.Select(f => f.Name).Order(), row.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
            Assert.Equal(schema.Fields.Where(f => f.Required).Select(f => f.Name).Order(), row.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).Order());
            var content = path.GetProperty("post").GetProperty("requestBody").GetProperty("content");
            Assert.Equal($"#/components/schemas/{kind}", content.GetProperty("application/json").GetProperty("schema").GetProperty("items").GetProperty("$ref").GetString());
            Assert.Contains("422", path.GetProperty("post").GetProperty("responses").EnumerateObject().Select(r => r.Name));
            Assert.Contains("from", path.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        }

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        Assert.DoesNotContain("/Feed", document.GetProperty("paths").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_examples_of_the_guide_are_taken_as_they_stand()
    {
        using var manager = await portal.SignedInAsync(portal.Networks.Own.At(VendorGov.Domain.Tenancy.Role.VendorManager, portal.Networks.Own.Vendors[0]));
        using var vendor = await FeedCaller.OfVendorAsync(portal);
        foreach (var kind in Enum.GetValues<FeedKind>())
        {
            var guide = await manager.GetAsync($"/Feed/Guide?kind={kind}");
            var call = guide.All("pre.code").First();
            var body = call[(call.IndexOf("-d '", StringComparison.Ordinal) + 4)..call.LastIndexOf('\'')];
            Assert.Equal((kind, 200), (kind, (await vendor.SendAsync(FeedSchema.Of(kind).Path, body)).Status));
            var template = await manager.Http.GetStringAsync($"/Feed/Guide?handler=Template&kind={kind}");
            Assert.Equal(1, (await vendor.SendAsync(FeedSchema.Of(kind).Path, template, "text/csv"))["unchanged"]);
        }
    }
}
