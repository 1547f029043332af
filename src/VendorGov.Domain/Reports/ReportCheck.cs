using System.Globalization;

namespace VendorGov.Domain.Reports;

/// <summary>
/// Checks a vendor report row by row against its contract and period: a pure pass over text cells. Give it each sheet
/// (<see cref="Begin"/>, then <see cref="Row"/> for every row with something in it) and ask for <see cref="Finish"/> once.
/// </summary>
public sealed class ReportCheck
{
    /// <summary>Findings kept of one level; the counts go on.</summary>
    public const int MaxFindings = 2000;

    /// <summary>Rows below the headers, of all sheets.</summary>
    public const int MaxRows = 50_000;

    /// <summary>The header stands in one of the first rows.</summary>
    public const int HeaderWithin = 10;

    private static readonly string[] DailyNames = ["daily", "日报", "每日", "每日数据"];
    private static readonly string[] MonthlyNames = ["monthly", "月报", "月度", "月度数据"];

    private readonly OutletDirectory _outlets;
    private readonly FindingLog _log = new();
    private readonly List<CheckedRow> _rows = [];
    private readonly Dictionary<(ReportSheet, string, object?, object?), int> _seen = [];
    private readonly HashSet<string> _sheets = [];
    private readonly Dictionary<string, SheetHeader> _headed = [];
    private readonly SuppliedRates _rates = new();
    private readonly BlankCells _blanks = new();
    private readonly CaseReading _cases;

    private readonly ReportContext _context;

    private ReportSheet? _sheet;
    private SheetHeader? _header;
    private bool _guess;
    private int _dailyRows;
    private int _monthlyRows;

    public ReportCheck(ReportContext context)
    {
        _context = context;
        _outlets = new OutletDirectory(context.Outlets);
        _cases = new CaseReading(context, _outlets, _log);
    }

    /// <summary>Rows below the headers that were given so far.</summary>
    public int RowCount => _dailyRows + _monthlyRows;

    /// <summary>The sheet of that name, or null for a sheet that is no part of the report.</summary>
    public static string? SheetOf(string name)
    {
        var key = CellText.HeaderKey(name);
        return DailyNames.Contains(key) ? ReportSheet.Daily
            : MonthlyNames.Contains(key) ? ReportSheet.Monthly
            : CaseSheet.Of(name)?.Name;
    }

    /// <summary>
    /// Starts a sheet. A null <paramref name="sheet"/> lets the header decide, as a csv file has no sheet name: with a date it is
    /// <c>daily</c>, otherwise <c>monthly</c>.
    /// </summary>
    public void Begin(string? sheet)
    {
        EndSheet();
        _cases.Begin(sheet is null ? null : CaseSheet.Of(sheet));
        if (_cases.IsOpen)
        {
            Claim(sheet);
            return;
        }

        _guess = sheet is null;
        _sheet = ReportSchema.Default.Of(sheet ?? ReportSheet.Daily);
        Claim(_guess ? null : _sheet.Name);
    }

    /// <summary>Names a sheet that is no part of the report, so that nobody believes it was taken.</summary>
    public void NotRead(string sheet) => _log.Warn(sheet, 0, null, null, "sheet-not-read");

    /// <summary>Takes one row. <paramref name="number"/> is the row number as the spreadsheet shows it.</summary>
    public void Row(int number, IReadOnlyList<string> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (_cases.IsOpen)
        {
            _cases.Row(number, cells);
            return;
        }

        if (_sheet is null)
        {
            return;
        }

        if (_header is null)
        {
            FindHeader(number, cells);
            return;
        }

        if (RowCount == MaxRows)
        {
            _log.Reject(_sheet.Name, 0, null, null, "too-many-rows", MaxRows.ToString(CultureInfo.InvariantCulture));
            _sheet = null;
            return;
        }

        _ = _sheet.IsDaily ? _dailyRows++ : _monthlyRows++;
        Read(new RowReading(_context, _outlets, _header, number, cells, _log, _blanks));
    }

    /// <summary>Ends the check with what can only be judged over all rows.</summary>
    public ReportOutcome Finish()
    {
        EndSheet();
        CheckWhole();
        _blanks.Report(_log);
        _rates.Report(_log);
        new AcrossRows(_context, _rows, _log).Check();
        return new ReportOutcome(
            [.. _log.ToList().Select(Placed)],
            _log.Count(FindingLevel.Reject),
            _log.Count(FindingLevel.Explain),
            _log.Count(FindingLevel.Warn),
            _dailyRows,
            _monthlyRows,
            _rows,
            Cases: _cases.Found,
            HasCases: _cases.HasCases);
    }

    /// <summary>The sheet that such a header begins, or null if it begins none; for files without sheet names.</summary>
    public static string? SheetOfHeader(IReadOnlyList<string> cells) =>
        Guess(cells) is var sheet && SheetHeader.Names(sheet, cells) ? sheet.Name : null;

    private ReportFinding Placed(ReportFinding finding) =>
        finding.Column is { } column && _headed.GetValueOrDefault(finding.Sheet)?.Find(column) is { } at ? finding with { At = at } : finding;

    private void FindHeader(int number, IReadOnlyList<string> cells)
    {
        var sheet = _guess ? Guess(cells) : _sheet!;
        if (SheetHeader.Names(sheet, cells))
        {
            _sheet = sheet;
            Claim(_guess ? sheet.Name : null);
            _header = SheetHeader.Read(sheet, number, cells, _context, _log);
            _headed.TryAdd(sheet.Name, _header);
            _rates.Begin(_header, _log);
        }
        else if (number >= HeaderWithin)
        {
            EndSheet();
        }
    }

    private static ReportSheet Guess(IReadOnlyList<string> cells)
    {
        var daily = ReportSchema.Default.Daily;
        return cells.Any(c => daily.Match(c)?.Type is ReportFieldType.Date or ReportFieldType.Channel) ? daily : ReportSchema.Default.Monthly;
    }

    private void Claim(string? sheet)
    {
        if (sheet is not null && !_sheets.Add(sheet))
        {
            _log.Reject(sheet, 0, null, null, "sheet-twice", sheet);
        }
    }

    private void EndSheet()
    {
        if (_sheet is not null && _header is null)
        {
            _log.Reject(_sheet.Name, 1, null, null, "no-header");
        }

        (_sheet, _header) = (null, null);
    }

    private void Read(RowReading reading)
    {
        if (reading.Read() is not { } row)
        {
            return;
        }

        _rates.Add(row, reading);
        if (_seen.TryAdd((row.Sheet, row.Outlet.Code, row.Date, row.Channel), row.Row))
        {
            _rows.Add(row);
            return;
        }

        var first = _seen[(row.Sheet, row.Outlet.Code, row.Date, row.Channel)].ToString(CultureInfo.InvariantCulture);
        var rule = row.Sheet.IsDaily ? "duplicate-day" : "duplicate-outlet";
        _log.Reject(row.Sheet.Name, row.Row, null, reading.KeyText, rule, first);
    }

    /// <summary>Headcount and attrition are the month's; a week may state them and need not.</summary>
    private IEnumerable<string> Demanded => _context.Period.IsWeek ? [ReportSheet.Daily] : [ReportSheet.Daily, ReportSheet.Monthly];

    private void CheckWhole()
    {
        if (_context.Today <= _context.Period.LastDay)
        {
            _log.Reject(ReportSheet.Daily, 0, null, null, "period-not-over", $"#{_context.Period.LastDay:yyyy-MM-dd}");
        }

        foreach (var sheet in Demanded.Where(s => !_sheets.Contains(s)))
        {
            _log.Reject(sheet, 0, null, null, "sheet-missing", sheet);
        }

        foreach (var (sheet, rows) in new[] { (ReportSheet.Daily, _dailyRows), (ReportSheet.Monthly, _monthlyRows) })
        {
            if (rows == 0 && _headed.ContainsKey(sheet))
            {
                _log.Reject(sheet, 0, null, null, "no-rows", sheet);
            }
            else if (rows > 0 && _log.Count(FindingLevel.Reject) == 0 && !HasFigures(sheet))
            {
                _log.Reject(sheet, 0, null, null, "no-figures", sheet);
            }
        }
    }

    /// <summary>A template that nobody filled in has keys and nothing else; taking it would settle the duty with nothing.</summary>
    private bool HasFigures(string sheet) =>
        _rows.Any(r => r.Sheet.Name == sheet && Array.Exists(r.Figures, f => f is not null));
}
