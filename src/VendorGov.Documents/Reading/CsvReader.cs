using System.Text;

namespace VendorGov.Documents.Reading;

/// <summary>
/// RFC 4180 with a given separator. Written out because a missing closing quote must be
/// a refusal with its row, not a silently swallowed rest of the file.
/// </summary>
internal sealed class CsvReader(TextReader source, char separator, TabularLimits limits)
{
    private readonly StringBuilder field = new();
    private List<TabularCell> cells = [];

    /// <summary>Number of the row last given, counted from 1; blank lines count.</summary>
    public int Row { get; private set; }

    /// <summary>The next row without its empty trailing cells; null at the end.</summary>
    public List<TabularCell>? Next()
    {
        if (source.Peek() < 0)
        {
            return null;
        }

        Row++;
        cells = new List<TabularCell>(Math.Min(cells.Count, limits.MaxColumns));
        while (ReadField())
        {
        }

        while (cells.Count > 0 && cells[^1].IsBlank)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return cells;
    }

    /// <summary>Reads one field; false after the last of its row.</summary>
    private bool ReadField()
    {
        field.Clear();
        if (source.Peek() == '"')
        {
            source.Read();
            ReadQuoted();
        }

        while (true)
        {
            var next = source.Read();
            if (next == separator)
            {
                return Finish(true);
            }

            if (next is -1 or '\n' || (next == '\r' && SkipLineFeed()))
            {
                return Finish(false);
            }

            Append((char)next);
        }
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var next = source.Read();
            if (next < 0)
            {
                throw new TabularRefusedException("file.quote-open", Row);
            }

            if (next != '"')
            {
                Append((char)next);
            }
            else if (source.Peek() == '"')
            {
                Append((char)source.Read());
            }
            else
            {
                return;
            }
        }
    }

    private bool SkipLineFeed()
    {
        if (source.Peek() == '\n')
        {
            source.Read();
        }

        return true;
    }

    private void Append(char next)
    {
        if (field.Length == limits.MaxCellLength)
        {
            throw new TabularRefusedException("file.cell-long", Row, TabularRow.ColumnName(cells.Count), limits.MaxCellLength);
        }

        field.Append(next);
    }

    private bool Finish(bool more)
    {
        if (cells.Count >= limits.MaxColumns)
        {
            // Trailing separators without content are common in exports and harmless.
            return field.Length == 0 ? more : throw new TabularRefusedException("file.columns", limits.MaxColumns);
        }

        cells.Add(TabularCell.OfText(field.ToString()));
        return more;
    }

    /// <summary>Comma, semicolon or tab: whichever the first line has most of.</summary>
    public static char FindSeparator(TextReader source)
    {
        Span<char> start = new char[16 * 1024];
        start = start[..source.ReadBlock(start)];
        var end = start.IndexOfAny('\r', '\n');
        var line = end < 0 ? start : start[..end];
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return commas >= semicolons && commas >= tabs ? ',' : semicolons >= tabs ? ';' : '\t';
    }
}
