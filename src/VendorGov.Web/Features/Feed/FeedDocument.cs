using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VendorGov.Domain.Feed;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>
/// The OpenAPI 3.1 document of the API at <c>/openapi/v1.json</c>. Fields come from <see cref="FeedSchema"/>, sentences from the text
/// files, both languages in each description.
/// </summary>
internal static class FeedDocument
{
    private const string KeyScheme = "key";
    private const string AnswerSchema = "Answer";
    private const string ProblemSchema = "Problem";

    private static readonly Text English = Text.Operator;
    private static readonly Text Chinese = Text.For(Text.Chinese, TimeZoneInfo.Utc);

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<FeedSchema>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var schema = context.Description.ActionDescriptor.EndpointMetadata.OfType<FeedSchema>().Single();
            Describe(operation, schema, context.Description.HttpMethod == HttpMethods.Post, context.Document);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "VendorGov", Version = "v1", Description = Both("feed.guideLead") };
        // The address is wherever the document was read from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = Both("feed.keysLead") },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var kind in Enum.GetValues<FeedKind>())
        {
            document.Components.Schemas[kind.ToString()] = Row(FeedSchema.Of(kind));
        }

        document.Components.Schemas[AnswerSchema] = Answer();
        document.Components.Schemas[ProblemSchema] = Object(("title", JsonSchemaType.String), ("status", JsonSchemaType.Integer), ("code", JsonSchemaType.String));
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, FeedSchema schema, bool sends, OpenApiDocument? document)
    {
        operation.Summary = sends ? $"{English["feed.send"]} / {Chinese["feed.send"]}: {schema.Path}" : Both("feed.readBack");
        operation.Description = Both($"feed.scope.{schema.Kind}");
        operation.Tags = new HashSet<OpenApiTagReference> { new(schema.Path, document) };
        operation.Responses = Responses(sends, document);
        if (!sends)
        {
            return;
        }

        operation.Parameters = [new OpenApiParameter
        {
            Name = "Idempotency-Key", In = ParameterLocation.Header, Description = Both("feed.rules.7"),
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotentAnswer.LongestKey },
        }];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(schema.Kind.ToString(), document), MaxItems = FeedBody.MaxRows },
                    Example = JsonNode.Parse(FeedExamples.Neutral.Json(schema.Kind)),
                },
                ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = FeedExamples.Neutral.CsvText(schema.Kind) },
            },
        };
    }

    private static OpenApiResponses Responses(bool sends, OpenApiDocument? document)
    {
        string[] statuses = sends ? ["200", "400", "401", "403", "409", "413", "415", "422", "429"] : ["200", "400", "401", "403", "429"];
        var responses = new OpenApiResponses();
        foreach (var status in statuses)
        {
            var good = status == "200";
            var answer = new OpenApiMediaType
            {
                Schema = good && !sends ? new OpenApiSchema { Type = JsonSchemaType.Object }
                    : new OpenApiSchemaReference(good ? AnswerSchema : ProblemSchema, document),
            };
            responses[status] = new OpenApiResponse
            {
                Description = good && !sends ? Both("feed.readBack") : Both($"feed.answer.{status}"),
                Content = new Dictionary<string, OpenApiMediaType> { [good ? "application/json" : "application/problem+json"] = answer },
            };
        }

        return responses;
    }

    private static OpenApiSchema Row(FeedSchema schema) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Required = schema.Fields.Where(f => f.Required).Select(f => f.Name).ToHashSet(),
        Properties = schema.Fields.ToDictionary(f => f.Name, f => (IOpenApiSchema)Field(schema, f)),
    };

    private static OpenApiSchema Field(FeedSchema schema, FeedField field)
    {
        var own = $"feed.field.{schema.Path}.{field.Name}";
        var type = field.Type switch
        {
            FeedFieldType.Count => JsonSchemaType.Integer,
            FeedFieldType.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        };
        return new OpenApiSchema
        {
            Type = field.Required ? type : type | JsonSchemaType.Null,
            Format = field.Type == FeedFieldType.Instant ? "date-time" : null,
            MaxLength = field.Type == FeedFieldType.Text ? field.Most : null,
            Minimum = field.Type == FeedFieldType.Count ? "0" : null,
            Maximum = field.Type == FeedFieldType.Count ? field.Most.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Enum = field.Choices.Count == 0 ? null : [.. field.Choices.Select(c => (JsonNode)c)],
            Description = Both(English.Has(own) ? own : $"feed.field.{field.Name}"),
        };
    }

    private static OpenApiSchema Answer()
    {
        var answer = Object(
            ("batch", JsonSchemaType.String), ("kind", JsonSchemaType.String), ("received", JsonSchemaType.Integer), ("accepted", JsonSchemaType.Integer),
            ("added", JsonSchemaType.Integer), ("updated", JsonSchemaType.Integer), ("unchanged", JsonSchemaType.Integer),
            ("refused", JsonSchemaType.Integer), ("errorsOmitted", JsonSchemaType.Integer));
        answer.Properties!["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = Object(
                ("line", JsonSchemaType.Integer), ("field", JsonSchemaType.String), ("code", JsonSchemaType.String), ("value", JsonSchemaType.String),
                ("message", JsonSchemaType.String)),
        };
        return answer;
    }

    private static OpenApiSchema Object(params (string Name, JsonSchemaType Type)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(p => p.Name, p => (IOpenApiSchema)new OpenApiSchema { Type = p.Type }),
    };

    private static string Both(string key) => $"{English[key]} / {Chinese[key]}";
}
