using VendorGov.Domain.Issues.History;

namespace VendorGov.Web.Features.Imports;

/// <summary>An incident of the file, joined with the rows of it that were imported before.</summary>
internal sealed record Incident(
    string Key, ImportedIncident? Known, IncidentHistory History, string Text, string Hash,
    IReadOnlyList<LogRow> NewRows, int RowsKnown)
{
    public static Incident Of(string key, List<LogRow> incoming, ImportedIncident? known)
    {
        var before = known is null ? [] : LogRowText.Read(key, known.Rows);
        var prints = before.Select(row => row.Fingerprint).ToHashSet();
        var rows = EventLogReplay.Join(before, incoming);
        var text = LogRowText.Write(rows);
        var newRows = incoming.Where(row => !prints.Contains(row.Fingerprint)).ToList();
        return new Incident(
            key, known, EventLogReplay.Replay(rows), text, LogRowText.HashOf(key, text), newRows, incoming.Count - newRows.Count);
    }
}
