using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>Reads the sheets <c>cases</c> and <c>tickets</c> row by row.</summary>
internal sealed class CaseReading(ReportContext context, OutletDirectory outlets, FindingLog log)
{
    private static readonly Dictionary<string, CaseKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["complaint"] = CaseKind.Complaint, ["投诉"] = CaseKind.Complaint,
        ["emergency"] = CaseKind.Emergency, ["紧急"] = CaseKind.Emergency, ["紧急事件"] = CaseKind.Emergency, ["丢损"] = CaseKind.Emergency,
    };

    private static readonly Dictionary<string, bool> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["y"] = true, ["yes"] = true, ["是"] = true, ["1"] = true, ["n"] = false, ["no"] = false, ["否"] = false, ["0"] = false,
    };

    private readonly HashSet<(CaseKind, string)> _seen = [];
    private readonly Dictionary<string, int> _columns = [];
    private CaseSheet? _sheet;
    private bool _headed;
    private int _number;
    private IReadOnlyList<string> _cells = [];
    private bool _broken;

    public List<ReportedCase> Found { get; } = [];

    /// <summary>The file has the sheet <c>cases</c>, be it empty.</summary>
    public bool HasCases { get; private set; }

    public bool IsOpen => _sheet is not null;

    public void Begin(CaseSheet? sheet)
    {
        (_sheet, _headed) = (sheet, false);
        HasCases |= sheet?.Name == CaseSheet.Cases;
        _columns.Clear();
    }

    public void Row(int number, IReadOnlyList<string> cells)
    {
        (_number, _cells, _broken) = (number, cells, false);
        if (!_headed)
        {
            ReadHeader();
        }
        else if (Found.Count >= ReportCheck.MaxRows)
        {
            log.Reject(_sheet!.Name, 0, null, null, "too-many-rows", $"{ReportCheck.MaxRows}");
            _sheet = null;
        }
        else
        {
            Read();
        }
    }

    private void ReadHeader()
    {
        for (var column = 0; column < _cells.Count; column++)
        {
            if (_sheet!.Match(_cells[column]) is { } field)
            {
                _columns.TryAdd(field.Name, column);
            }
        }

        _headed = true;
        foreach (var field in _sheet!.Fields.Where(f => f.Required && !_columns.ContainsKey(f.Name)))
        {
            log.Reject(_sheet.Name, _number, field.Name, null, "missing-column", $"@{field.Name}");
        }
    }

    private void Read()
    {
        var tickets = _sheet!.Name == CaseSheet.Tickets;
        var outlet = Outlet();
        var kind = tickets ? CaseKind.Ticket : Kind();
        var received = Instant(tickets ? "opened_at" : "received_at");
        var (waybill, ticket) = (Text("waybill").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), tickets ? Text("ticket_no") : null);
        var (reported, closed, told) = (Instant("reported_at"), Instant("closed_at"), Instant("told_at"));
        var stated = (Channel: Channel(), Escalated: Flag(), Reason: Cut(Text("reason"), 200));
        if (_broken || outlet is null || kind is null || received is null)
        {
            return;
        }

        if (!_seen.Add((kind.Value, ticket ?? waybill)))
        {
            log.Reject(_sheet.Name, _number, tickets ? "ticket_no" : "waybill", ticket ?? waybill, "duplicate-case");
            return;
        }

        Found.Add(new ReportedCase(
            kind.Value, _number, outlet, Cut(waybill, 40), ticket is null ? null : Cut(ticket, 60), stated.Channel, received.Value, reported,
            closed, told, stated.Escalated, stated.Reason.Length == 0 ? null : stated.Reason));
    }

    private ReportOutlet? Outlet()
    {
        var text = Text("outlet");
        var outlet = outlets.Find(text);
        if (outlet is null && text.Length > 0)
        {
            Refuse("outlet", text, "unknown-outlet", context.ContractNumber);
        }

        return outlet;
    }

    private CaseKind? Kind()
    {
        var text = Text("kind");
        if (Kinds.TryGetValue(text, out var kind))
        {
            return kind;
        }

        if (text.Length > 0)
        {
            Refuse("kind", text, "unknown-kind");
        }

        return null;
    }

    private Channel? Channel()
    {
        var text = Text("channel");
        var channel = text.Length == 0 ? null : CellText.ParseChannel(text);
        if (channel is null && text.Length > 0)
        {
            Refuse("channel", text, "unknown-channel");
        }

        return channel;
    }

    private bool? Flag()
    {
        var text = Text("escalated");
        if (text.Length == 0 || Flags.TryGetValue(text, out _))
        {
            return text.Length == 0 ? null : Flags[text];
        }

        Refuse("escalated", text, "not-flag");
        return null;
    }

    /// <summary>An instant on the wall clock of the contract.</summary>
    private DateTimeOffset? Instant(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (CellText.Instant(text) is not { } wall)
        {
            Refuse(field, text, "not-instant");
            return null;
        }

        var zone = context.Zone ?? TimeZoneInfo.Utc;
        var at = new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
        if (DateOnly.FromDateTime(wall) > context.Today)
        {
            Refuse(field, text, "future", $"#{context.Today:yyyy-MM-dd}");
            return null;
        }

        return at;
    }

    /// <summary>The cell without surplus; what is required and blank is on the log.</summary>
    private string Text(string field)
    {
        var text = _columns.TryGetValue(field, out var column) && column < _cells.Count ? CellText.Clean(_cells[column]) : "";
        var required = _sheet!.Fields.FirstOrDefault(f => f.Name == field)?.Required == true;
        if (text.Length == 0 && required && _columns.ContainsKey(field))
        {
            Refuse(field, null, "case-blank");
        }
        else if (CellText.IsFormula(text))
        {
            Refuse(field, text, "formula");
            return "";
        }

        return text;
    }

    private void Refuse(string field, string? value, string rule, params string[] args)
    {
        _broken = true;
        log.Reject(_sheet!.Name, _number, field, value, rule, args);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
