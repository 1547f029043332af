using VendorGov.Web.Hosting;

namespace VendorGov.Web.Commands;

/// <summary>What a command is called, takes and does. Options take a value unless they are in <paramref name="Flags"/>.</summary>
public sealed record Command(
    string Name, string Summary, string Help, string[] Options, string[] Flags, string? FileArgument, Func<Call, Task<int>> Run);

/// <summary>One parsed call of a command.</summary>
public sealed class Call
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _flags = [];

    private Call(Command command) => Command = command;

    public Command Command { get; }

    public string? File { get; private set; }

    public bool Has(string flag) => _flags.Contains(flag);

    public string? Find(string option) => _values.GetValueOrDefault(option);

    public string Demand(string option) =>
        Find(option) ?? throw new CommandException($"{Command.Name} needs {option}. Try {Command.Name} --help.");

    /// <summary>Opens the file argument; a missing or unreadable one is told in one line.</summary>
    public FileStream OpenFile()
    {
        var path = File ?? throw new CommandException($"{Command.Name} needs {Command.FileArgument}. Try {Command.Name} --help.");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Null where help was asked for. Throws <see cref="CommandException"/> for words that do not belong.</summary>
    public static Call? Parse(Command command, string[] words)
    {
        if (words.Contains("--help") || words.Contains("-h"))
        {
            return null;
        }

        var call = new Call(command);
        for (var i = 0; i < words.Length; i++)
        {
            i = call.Take(words, i);
        }

        return call;
    }

    private int Take(string[] words, int at)
    {
        var (name, value) = words[at].Split('=', 2) is [var n, var v] && n.StartsWith("--", StringComparison.Ordinal)
            ? (n, v) : (words[at], null);
        if (Command.Flags.Contains(name) && value is null)
        {
            _flags.Add(name);
            return at;
        }

        if (Command.Options.Contains(name))
        {
            _values[name] = value ?? (at + 1 < words.Length ? words[++at] : throw new CommandException($"{name} needs a value."));
            return at;
        }

        if (name.StartsWith('-') || Command.FileArgument is null || File is not null)
        {
            throw new CommandException($"{Command.Name} does not know {words[at]}. Try {Command.Name} --help.");
        }

        File = words[at];
        return at;
    }
}
