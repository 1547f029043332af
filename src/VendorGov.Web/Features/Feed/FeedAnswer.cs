using System.Text.Json;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting.Api;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Feed;

/// <summary>One refused row: where, which field, the code for programs and the sentence for people.</summary>
public sealed record FeedError(int Line, string? Field, string Code, string? Value, string Message)
{
    public static FeedError Of(Text text, FeedProblem problem) => new(
        problem.Line, problem.Field.Length == 0 ? null : problem.Field, problem.Code, problem.Value.Length == 0 ? null : problem.Value,
        text[$"feed.error.{problem.Code}", problem.Field, problem.Argument]);
}

/// <summary>
/// What the API answers to a batch. Received = Accepted + Refused; Accepted = Added + Updated + Unchanged. <paramref name="Errors"/> are
/// at most 1,000; <paramref name="ErrorsOmitted"/> says how many more there were. Title, Status and Code are there where no row
/// was accepted.
/// </summary>
public sealed record FeedAnswer(
    string? Title, int? Status, string? Code, Guid Batch, string Kind, int Received, int Accepted, int Added, int Updated, int Unchanged,
    int Refused, IReadOnlyList<FeedError> Errors, int ErrorsOmitted);

/// <summary>An answer as it goes out: kept and sent again byte for byte.</summary>
public sealed record FeedReply(int Status, string ContentType, string Body)
{
    /// <summary>200 where a row at least was accepted; else 422 with the same content as a problem.</summary>
    public static FeedReply Of(Text text, FeedOutcome outcome)
    {
        var (batch, counts) = (outcome.Batch, outcome.Batch.Counts);
        var failed = counts.Accepted == 0;
        var answer = new FeedAnswer(
            failed ? text["api.all-refused"] : null, failed ? StatusCodes.Status422UnprocessableEntity : null, failed ? "all-refused" : null,
            batch.Id, FeedSchema.Of(batch.Kind).Path, counts.Received, counts.Accepted, counts.Added, counts.Updated, counts.Unchanged,
            counts.Refused, [.. outcome.Problems.Select(p => FeedError.Of(text, p))], counts.Refused - outcome.Problems.Count);
        var body = JsonSerializer.Serialize(answer, ApiProblem.Json);
        return failed
            ? new FeedReply(StatusCodes.Status422UnprocessableEntity, ApiProblem.ContentType, body)
            : new FeedReply(StatusCodes.Status200OK, "application/json", body);
    }

    public static FeedReply Problem(Text text, int status, string code, params object?[] arguments) =>
        new(status, ApiProblem.ContentType, JsonSerializer.Serialize(ApiProblem.Of(text, status, code, arguments), ApiProblem.Json));

    public static FeedReply Of(Text text, FeedBodyException refused)
    {
        var problem = new ApiProblem(text[refused.TextKey, [.. refused.Arguments]], StatusCodes.Status400BadRequest, refused.Code);
        return new FeedReply(problem.Status, ApiProblem.ContentType, JsonSerializer.Serialize(problem, ApiProblem.Json));
    }
}
