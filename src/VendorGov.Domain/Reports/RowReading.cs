using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>Reads and judges one row by itself.</summary>
internal sealed class RowReading(
    ReportContext context, OutletDirectory outlets, SheetHeader header, int number, IReadOnlyList<string> cells,
    FindingLog log, BlankCells blanks)
{
    private readonly ReportSheet _sheet = header.Sheet;

    /// <summary>What the row is about, as the file has it.</summary>
    public string KeyText => string.Join(
        " · ", _sheet.Fields.Where(f => !f.IsFigure).Select(f => CellText.Clean(header.Cell(cells, f))).Where(t => t.Length > 0));

    public int Number => number;

    public string Cell(int column) => SheetHeader.Cell(cells, column);

    /// <summary>Null where the row does not say what it is about; that is then on the log.</summary>
    public CheckedRow? Read()
    {
        var outlet = ReadOutlet();
        var date = _sheet.IsDaily ? ReadDate() : null;
        var channel = _sheet.IsDaily ? ReadChannel() : null;
        var figures = new decimal?[_sheet.Fields.Count];
        foreach (var field in _sheet.Fields.Where(f => f.IsFigure))
        {
            figures[field.Index] = ReadFigure(field, channel);
        }

        CheckRules(figures);
        var known = outlet is not null && (!_sheet.IsDaily || (date is not null && channel is not null));
        return known ? new CheckedRow(_sheet, number, outlet!, date, channel, figures) : null;
    }

    private ReportOutlet? ReadOutlet()
    {
        var field = _sheet["outlet"];
        if (KeyCell(field) is not { } text)
        {
            return null;
        }

        var outlet = outlets.Find(text);
        if (outlet is null && outlets.Nearest(text) is { } near)
        {
            Reject(field, text, "unknown-outlet-near", context.ContractNumber, near.Code, near.Name);
        }
        else if (outlet is null)
        {
            Reject(field, text, "unknown-outlet", context.ContractNumber);
        }

        return outlet;
    }

    private DateOnly? ReadDate()
    {
        var field = _sheet["date"];
        if (KeyCell(field) is not { } text)
        {
            return null;
        }

        if (CellText.Date(text) is not { } date)
        {
            Reject(field, text, "not-date");
            return null;
        }

        if (date < context.Period.FirstDay || date > context.Period.LastDay)
        {
            Reject(field, text, "outside-period", $"#{context.Period.FirstDay:yyyy-MM-dd}", $"#{context.Period.LastDay:yyyy-MM-dd}");
            return null;
        }

        if (date > context.Today)
        {
            Reject(field, text, "future", $"#{context.Today:yyyy-MM-dd}");
            return null;
        }

        return date;
    }

    private Channel? ReadChannel()
    {
        var field = _sheet["channel"];
        if (KeyCell(field) is not { } text)
        {
            return null;
        }

        var channel = CellText.ParseChannel(text);
        if (channel is null)
        {
            Reject(field, text, "unknown-channel");
        }
        else if (!context.Contracted.Contains(channel.Value))
        {
            Reject(field, text, "channel-not-contracted", context.ContractNumber);
            return null;
        }

        return channel;
    }

    private string? KeyCell(ReportField field)
    {
        var text = header.Cell(cells, field);
        if (!string.IsNullOrWhiteSpace(text) && !CellText.IsFormula(text))
        {
            return text;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            Reject(field, text, "formula");
        }
        else if (header.ColumnOf(field) >= 0)
        {
            Reject(field, null, "key-blank");
        }

        return null;
    }

    private decimal? ReadFigure(ReportField field, Channel? channel)
    {
        var text = header.Cell(cells, field);
        var foreign = channel is { } c && !field.RequiredIn.Contains(c);
        if (string.IsNullOrWhiteSpace(text))
        {
            blanks.Add(_sheet, field, channel, number, isOwed: !foreign && (channel is not null || !_sheet.IsDaily));
            return null;
        }

        var (value, problem) = CellText.Figure(text, field.Type);
        if (problem is not null)
        {
            Reject(field, text, problem.RuleKey, problem.Args);
            return null;
        }

        if (foreign && value != 0)
        {
            Reject(field, text, "other-channel", $"@{field.Name}");
        }

        // A 0 in a field of another channel says nothing; kept as blank, it stays out of every denominator.
        return foreign ? null : value;
    }

    private void CheckRules(decimal?[] figures)
    {
        foreach (var rule in _sheet.Reject)
        {
            if (rule.Broken(figures) is { } arguments)
            {
                Reject(rule.Marked, header.Cell(cells, rule.Marked), rule.Key, [.. arguments]);
            }
        }

        foreach (var rule in _sheet.Explain)
        {
            if (rule.Broken(figures) is { } arguments)
            {
                log.Explain(_sheet.Name, number, rule.Marked.Name, header.Cell(cells, rule.Marked), rule.Key, [.. arguments]);
            }
        }

        CheckHours(figures);
    }

    private void CheckHours(decimal?[] figures)
    {
        if (!_sheet.IsDaily || figures[_sheet["staffed_h"].Index] is not { } staffed)
        {
            return;
        }

        var seconds = new[] { "talk_s", "hold_s", "acw_s" }.Sum(f => figures[_sheet[f].Index] ?? 0);
        if (seconds / 3600 > staffed)
        {
            var hours = CellText.Plain(Math.Round(seconds / 3600, 1, MidpointRounding.AwayFromZero));
            var field = _sheet["acw_s"];
            log.Warn(_sheet.Name, number, field.Name, header.Cell(cells, field), "busy-beyond-staffed", hours, CellText.Plain(staffed));
        }
    }

    private void Reject(ReportField field, string? value, string rule, params string[] args) =>
        log.Reject(_sheet.Name, number, field.Name, value, rule, args);
}
