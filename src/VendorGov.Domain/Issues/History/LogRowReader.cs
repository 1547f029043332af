using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Domain.Issues.History;

/// <summary>
/// Turns the cells of a log into rows by a profile. A row is taken whole or refused whole; every refusal is named. Equal texts
/// share one string, so that a million rows do not hold a million copies.
/// </summary>
public sealed class LogRowReader
{
    /// <summary>Longest key, and longest name of a vendor or outlet, in characters.</summary>
    public const int MaxNameLength = 120;

    private const int MaxTitleLength = 200;

    private readonly ImportProfile profile;
    private readonly Dictionary<string, int> columns;
    private readonly int width;
    private readonly TimeZoneInfo zone;
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset?> instants = new(StringComparer.Ordinal);

    private LogRowReader(ImportProfile profile, Dictionary<string, int> columns, int width)
    {
        this.profile = profile;
        this.columns = columns;
        this.width = width;
        zone = TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone);
    }

    /// <summary>A reader for files with this head, or null and the columns that are missing or stand twice.</summary>
    public static LogRowReader? ForHead(ImportProfile profile, IReadOnlyList<string> head, ICollection<ImportRefusal> refusals)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var wanted = Wanted(profile.Columns).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = refusals.Count;
        for (var i = 0; i < head.Count; i++)
        {
            var name = head[i].Trim().TrimStart('\uFEFF');
            if (!columns.TryAdd(name, i) && wanted.Contains(name))
                refusals.Add(new(1, name, "", ImportRefusal.DuplicateColumn));
        }
        foreach (var name in wanted.Where(name => !columns.ContainsKey(name)))
            refusals.Add(new(1, name, "", ImportRefusal.MissingColumn));
        return refusals.Count > before ? null : new LogRowReader(profile, columns, head.Count);
    }

    /// <summary>The row, or null after adding the reason to <paramref name="refusals"/>.</summary>
    public LogRow? Read(int number, IReadOnlyList<string> cells, ICollection<ImportRefusal> refusals)
    {
        LogRow? Refuse(string column, string reason, string? value = null)
        {
            refusals.Add(new(number, column, Shorten(value ?? Cell(cells, column)) ?? "", reason));
            return null;
        }

        var names = profile.Columns;
        if (cells.Count > width && cells.Skip(width).Any(cell => cell.Length > 0))
            return Refuse("", ImportRefusal.WrongCellCount, cells.Count.ToString(CultureInfo.InvariantCulture));
        if (Cell(cells, names.Key) is not { } key) return Refuse(names.Key, ImportRefusal.MissingKey);
        if (key.Length > MaxNameLength) return Refuse(names.Key, ImportRefusal.KeyTooLong);
        if (Instant(Cell(cells, names.OpenedTime)) is not { } opened) return Refuse(names.OpenedTime, ImportRefusal.UnreadableTime);
        if (Instant(Cell(cells, names.EventTime)) is not { } at) return Refuse(names.EventTime, ImportRefusal.UnreadableTime);
        if (at < opened) return Refuse(names.EventTime, ImportRefusal.BeforeOpened);
        if (!profile.States.TryGetValue(Raw(cells, names.State), out var state))
            return Refuse(names.State, ImportRefusal.UnknownState, Raw(cells, names.State));
        var severityText = Cell(cells, names.Severity);
        if (severityText is not null && !profile.Severities.ContainsKey(severityText))
            return Refuse(names.Severity!, ImportRefusal.UnknownSeverity);
        var (vendor, outlet) = (Cell(cells, names.Vendor), Cell(cells, names.Outlet));
        if (vendor?.Length > MaxNameLength) return Refuse(names.Vendor!, ImportRefusal.NameTooLong);
        if (outlet?.Length > MaxNameLength) return Refuse(names.Outlet!, ImportRefusal.NameTooLong);
        return new LogRow(
            number, Fingerprint(cells), Pooled(key)!, at, opened, state, Pooled(vendor), Pooled(outlet),
            severityText is null ? null : profile.Severities[severityText],
            Pooled(Shorten(Cell(cells, names.Title), MaxTitleLength)));
    }

    private static IEnumerable<string> Wanted(LogColumns names)
    {
        string?[] all =
        [
            names.Key, names.EventTime, names.OpenedTime, names.State,
            names.Vendor, names.Outlet, names.Severity, names.Title,
        ];
        return all.OfType<string>();
    }

    private string Raw(IReadOnlyList<string> cells, string column)
    {
        var index = columns[column];
        return index < cells.Count ? cells[index].Trim() : "";
    }

    private string? Cell(IReadOnlyList<string> cells, string? column)
    {
        if (column is null || !columns.ContainsKey(column)) return null;
        var text = Raw(cells, column);
        return profile.NamesNothing(text) ? null : text;
    }

    /// <summary>Logs repeat the same minutes over and over.</summary>
    private DateTimeOffset? Instant(string? text)
    {
        if (text is null) return null;
        if (!instants.TryGetValue(text, out var known)) instants.Add(text, known = Read(text));
        return known;
    }

    private DateTimeOffset? Read(string text)
    {
        foreach (var format in profile.TimeFormats)
        {
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return Instant(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        }
        return null;
    }

    /// <summary>A skipped wall time is the instant of the change; of a repeated one the earlier counts (SLA semantics 1.2).</summary>
    private DateTimeOffset Instant(DateTime local)
    {
        if (zone.IsAmbiguousTime(local)) return Utc(local, zone.GetAmbiguousTimeOffsets(local).Max());
        if (!zone.IsInvalidTime(local)) return Utc(local, zone.GetUtcOffset(local));
        var minute = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(minute)) minute = minute.AddMinutes(-1);
        return Utc(minute, zone.GetUtcOffset(minute)).AddMinutes(1);
    }

    private static DateTimeOffset Utc(DateTime local, TimeSpan offset) => new DateTimeOffset(local, offset).ToUniversalTime();

    private string? Pooled(string? text)
    {
        if (text is null) return null;
        if (pool.TryGetValue(text, out var known)) return known;
        pool.Add(text, text);
        return text;
    }

    private static string? Shorten(string? text, int length = 100) =>
        text is null || text.Length <= length ? text : text[..(length - 1)] + "…";

    private static UInt128 Fingerprint(IReadOnlyList<string> cells)
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\u001f', cells));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
