using System.Diagnostics;
using System.Globalization;

namespace VendorGov.Benchmarks.Load;

/// <summary>Processor time and memory of the portal, and of a PostgreSQL server with all its processes; read from /proc.</summary>
internal sealed class LoadMeter(int portal, int? database)
{
    private const double MillisecondsPerTick = 10;

    public double Portal()
    {
        using var process = Process.GetProcessById(portal);
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    /// <summary>Of the server, of its living children, and of those that ended.</summary>
    public double Database()
    {
        if (database is not { } server)
        {
            return 0;
        }

        var own = Stat(server)!;
        var children = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => Stat(int.Parse(name!, CultureInfo.InvariantCulture))).Where(s => s is not null && s[1] == server);
        return MillisecondsPerTick * (own[11] + own[12] + own[13] + own[14] + children.Sum(c => c![11] + c[12]));
    }

    /// <param name="line">VmRSS: now; RssAnon: of it what no file backs; VmHWM: at most.</param>
    public long Memory(string line) =>
        long.Parse(File.ReadLines($"/proc/{portal}/status").First(l => l.StartsWith(line, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>The numbers behind the name of a process: state left out as 0, then parent, ..., user and system time, those of ended children.</summary>
    private static long[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(w => long.TryParse(w, out var n) ? n : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
