using VendorGov.Domain.Obligations;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>Evaluates clocks from a file, for anyone who checks the engine.</summary>
internal static class SlaEvaluateCommand
{
    public static readonly Command Spec = new(
        "sla-evaluate", "evaluates the clocks of a case file",
        """
        VendorGov.Web sla-evaluate FILE
          FILE holds {"calendars", "cases"}; prints {"results":[{"id","dueAt","elapsedSeconds","state"}]}.
        """,
        ["--data"], [], "FILE", RunAsync);

    private static Task<int> RunAsync(Call call)
    {
        using var file = call.OpenFile();
        try
        {
            Console.WriteLine(SlaCaseFile.ToJson(SlaCaseFile.Evaluate(file)));
        }
        catch (FormatException e)
        {
            throw new CommandException($"{call.File}: {e.Message}");
        }

        return Task.FromResult(0);
    }
}
