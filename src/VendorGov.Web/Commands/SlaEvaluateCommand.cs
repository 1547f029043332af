using VendorGov.Domain.Obligations;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Commands;

/// <summary>Evaluates clocks from a file, for anyone who checks the engine.</summary>
internal static class SlaEvaluateCommand
{
    public static readonly Command Spec = new(
        "sla-evaluate", "evaluates the clocks of a case file",
        """
        VendorGov.Web sla-evaluate FILE
          FILE holds {"calendars", "cases"}; prints {"results":[{"id","dueAt","elapsedSeconds","state"}]}.
          A case that cannot be evaluated is named on standard error and left out; exit code 1.
        """,
        ["--data"], [], "FILE", RunAsync);

    private static async Task<int> RunAsync(Call call)
    {
        await using var file = call.OpenFile();
        try
        {
            var answer = SlaCaseFile.Evaluate(file);
            foreach (var problem in answer.Problems)
            {
                await Console.Error.WriteLineAsync($"{problem.Where}: {(problem.Rule is { } rule ? Text.Operator.Rule(rule) : problem.Message)}");
            }

            Console.WriteLine(SlaCaseFile.ToJson(answer.Results));
            return answer.Problems.Count == 0 ? 0 : 1;
        }
        catch (FormatException e)
        {
            throw new CommandException($"{call.File} is not a case file: {e.Message}");
        }
    }
}
