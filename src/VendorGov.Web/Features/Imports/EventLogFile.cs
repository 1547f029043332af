using System.Security.Cryptography;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues.History;

namespace VendorGov.Web.Features.Imports;

/// <summary>What a log holds: the accepted rows by key, in file order, and what was refused.</summary>
public sealed class EventLogContent
{
    public Dictionary<string, List<LogRow>> Incidents { get; } = new(StringComparer.Ordinal);

    public List<ImportRefusal> Refusals { get; } = [];

    /// <summary>The head lacks a column or names one twice: no row was read.</summary>
    public bool HeadRefused { get; set; }

    public int RowsRead { get; set; }

    /// <summary>Accepted rows that repeat another row of the file cell by cell.</summary>
    public int RowsIdentical { get; set; }

    public string FileHash { get; set; } = "";
}

/// <summary>Reads a log row by row; what stays in memory are the mapped columns of the accepted rows.</summary>
public static class EventLogFile
{
    /// <exception cref="TabularRefusedException">The file cannot be read at all.</exception>
    public static EventLogContent Read(string path, string fileName, ImportProfile profile)
    {
        using var stream = File.OpenRead(path);
        var content = new EventLogContent { FileHash = Convert.ToHexStringLower(SHA256.HashData(stream)) };
        stream.Position = 0;
        using var file = TabularFile.Open(stream, fileName);
        var sheet = file.Sheets.FirstOrDefault(sheet => !sheet.IsHidden);
        if (sheet is not null) ReadRows(sheet, profile, content);
        return content;
    }

    private static void ReadRows(TabularSheet sheet, ImportProfile profile, EventLogContent content)
    {
        LogRowReader? reader = null;
        var seen = new HashSet<UInt128>();
        foreach (var row in sheet.Rows())
        {
            var cells = row.Cells.Select(cell => TextOf(cell, profile)).ToList();
            if (reader is null)
            {
                reader = LogRowReader.ForHead(profile, cells, content.Refusals);
                if (reader is null)
                {
                    content.HeadRefused = true;
                    return;
                }
                continue;
            }
            content.RowsRead++;
            if (reader.Read(row.Number, cells, content.Refusals) is { } accepted) Add(content, seen, accepted);
        }
        if (reader is null) throw new TabularRefusedException("file.empty");
    }

    private static void Add(EventLogContent content, HashSet<UInt128> seen, LogRow row)
    {
        if (!seen.Add(row.Fingerprint))
        {
            content.RowsIdentical++;
            return;
        }
        if (!content.Incidents.TryGetValue(row.Key, out var rows)) content.Incidents.Add(row.Key, rows = []);
        rows.Add(row);
    }

    /// <summary>A date cell of a workbook has no text form of its own: it is written in the profile's first one.</summary>
    private static string TextOf(TabularCell cell, ImportProfile profile) => cell.Date is { } date
        ? date.ToString(profile.TimeFormats[0], System.Globalization.CultureInfo.InvariantCulture)
        : cell.Text;
}
