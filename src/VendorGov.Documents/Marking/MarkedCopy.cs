using System.IO.Compression;
using VendorGov.Documents.Reading;

namespace VendorGov.Documents.Marking;

/// <summary>A sheet to copy, under the name that the marks use.</summary>
public sealed record MarkedSource(string Sheet, Func<IEnumerable<TabularRow>> Rows);

/// <summary>
/// Copies what was uploaded into a new workbook, cell by cell in the same places, with every problem as a coloured cell and a
/// comment, and the list of problems in front. Written as a stream: a report of 50,000 rows never stands in memory, which a
/// workbook of the spreadsheet libraries would.
/// </summary>
public static class MarkedCopy
{
    /// <summary>The sheet in front; a copy that is uploaded again is read without it.</summary>
    public const string FindingsSheet = "检查结果 Findings";

    public static void Write(Stream output, IReadOnlyList<MarkedSource> sources, IReadOnlyList<CellMark> marks, IReadOnlyList<string> heads)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        MarkedParts.WriteFrame(zip, [FindingsSheet, .. sources.Select(s => s.Sheet)]);
        MarkedFindings.Write(zip, marks, heads);
        for (var i = 0; i < sources.Count; i++)
        {
            var own = marks.Where(m => m.Sheet == sources[i].Sheet && m.Row > 0).ToList();
            MarkedSheet.Write(zip, i + 2, sources[i].Rows(), own);
            MarkedParts.WriteComments(zip, i + 2, own);
        }
    }
}
