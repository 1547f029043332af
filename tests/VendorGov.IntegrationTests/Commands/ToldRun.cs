using System.Diagnostics;
using Xunit;

namespace VendorGov.IntegrationTests.Commands;

/// <summary>What a run of <c>scorecards --publish</c> was at when it was killed.</summary>
internal enum RunPhase
{
    Drafting,
    Sealing,
    WritingPdf,
    WritingWorkbook,
    WritingJson,
}

/// <summary>Kill the run so long after it has told this step, counted from 0.</summary>
internal sealed record KillPoint(int Step, TimeSpan Later);

/// <summary>
/// A kill that hit: <paramref name="After"/> the step told last, when so many had been told, at <paramref name="At"/> of the run.
/// Cards are written side by side, so it may have been at several things.
/// </summary>
internal sealed record RunKill(string Folder, string After, int Told, TimeSpan At, IReadOnlyList<RunPhase> During);

/// <summary>
/// A month published and written in a process of its own: what it told and when, and the JSON files that it left where it came to its end.
/// </summary>
internal sealed record ToldRun(IReadOnlyList<(string Text, TimeSpan At)> Lines, bool WasKilled, TimeSpan Ended, SortedDictionary<string, byte[]> Files)
{
    private const int Head = 3; // drafting, drafted, published

    public static async Task<ToldRun> OfAsync(string data, string folder, string month, KillPoint? kill)
    {
        var start = new ProcessStartInfo(
            "dotnet", [CommandRun.Executable, "scorecards", "--tenant", "demo", "--month", month, "--out", folder, "--publish", "--data", data])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (watch, errors) = (Stopwatch.StartNew(), process.StandardError.ReadToEndAsync());
        var (lines, killing) = (new List<(string, TimeSpan)>(), Task.FromResult(false));
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A card that is done, and the closing line, follow a step at once: no moments of their own.
            if (!line.StartsWith("card ", StringComparison.Ordinal) && !line.Contains("scorecards of", StringComparison.Ordinal))
            {
                lines.Add((line, watch.Elapsed));
                killing = kill is not null && lines.Count == kill.Step + 1 ? KillAsync(process, kill.Later) : killing;
            }
        }

        var ended = watch.Elapsed;
        await process.WaitForExitAsync();
        var killed = await killing && process.ExitCode != 0;
        Assert.True(killed || process.ExitCode == 0, await errors);
        var files = killed ? [] : Directory.GetFiles(folder, "*.json").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllBytes);
        return new ToldRun(lines, killed, ended, new SortedDictionary<string, byte[]>(files, StringComparer.Ordinal));
    }

    /// <summary>Drafting and sealing, as a share of a run's steps.</summary>
    public double HeadShare => (double)Head / Lines.Count;

    /// <summary>
    /// The point at this share of what is left to do in a folder: each step weighs the same, and the part behind the point is the share of the time until
    /// the next step, as this run took it.
    /// </summary>
    public KillPoint PointOf(double share, string folder)
    {
        var written = Lines.Skip(Head).Select(l => l.Text["wrote ".Length..]).ToList();
        var done = Directory.Exists(folder) ? written.Where(w => w.EndsWith("-sealed.json", StringComparison.Ordinal) && File.Exists(Path.Combine(folder, w))).ToList() : [];
        var left = written.Count(w => !done.Exists(d => CardOf(d) == CardOf(w)));
        var begun = Directory.Exists(folder);
        var head = begun ? Head - 1 : Head; // What is published is not published again.
        var at = share * (head + left);
        var step = Math.Min((int)at, head + left - 1);
        var same = begun && step > 0 ? step + 1 : step;
        var next = same + 1 < Lines.Count ? Lines[same + 1].At : Ended;
        return new KillPoint(step, (next - Lines[same].At) * (at - step));
    }

    public RunKill Kill(string folder) => new(folder, Lines.Count > 0 ? Lines[^1].Text : "start", Lines.Count, Ended, During(folder));

    private List<RunPhase> During(string folder)
    {
        if (!Lines.Any(l => l.Text.StartsWith("drafted", StringComparison.Ordinal)))
        {
            return [RunPhase.Drafting];
        }

        var written = Lines.Where(l => l.Text.StartsWith("wrote ", StringComparison.Ordinal)).Select(l => l.Text["wrote ".Length..]).ToList();
        if (written.Count == 0 && !Directory.Exists(folder))
        {
            return [RunPhase.Sealing];
        }

        // What each card that was begun would have written next; one that has told nothing yet is at its first PDF.
        var next = written.GroupBy(CardOf).Select(g => g.Count()).Where(n => n < 5)
            .Select(n => n == 4 ? RunPhase.WritingJson : n % 2 == 0 ? RunPhase.WritingPdf : RunPhase.WritingWorkbook).ToList();
        return next.Count > 0 ? next : [RunPhase.WritingPdf];
    }

    /// <summary>vendor-contract-month of vendor-contract-month-language.pdf and vendor-contract-month-sealed.json.</summary>
    private static string CardOf(string file)
    {
        foreach (var end in new[] { "-zh-CN.pdf", "-zh-CN.xlsx", "-en.pdf", "-en.xlsx", "-sealed.json" })
        {
            if (file.EndsWith(end, StringComparison.Ordinal))
            {
                return file[..^end.Length];
            }
        }

        throw new ArgumentException(file);
    }

    private static async Task<bool> KillAsync(Process process, TimeSpan later)
    {
        await Task.Delay(later);
        var early = !process.HasExited;
        process.Kill(entireProcessTree: true);
        return early;
    }
}
