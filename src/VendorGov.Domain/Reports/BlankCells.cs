using System.Globalization;
using VendorGov.Domain.Contracts;

namespace VendorGov.Domain.Reports;

/// <summary>
/// Collects the blank cells that the contract's channels owe: not delivered, never 0. One finding per column and channel, as a
/// forgotten column would otherwise fill the list.
/// </summary>
internal sealed class BlankCells
{
    private readonly Dictionary<(string Sheet, string Field, Channel? Channel), (int First, int Last, int Count)> _blanks = [];

    public void Add(ReportSheet sheet, ReportField field, Channel? channel, int row, bool isOwed)
    {
        if (isOwed)
        {
            var key = (sheet.Name, field.Name, channel);
            var (first, _, count) = _blanks.GetValueOrDefault(key, (row, row, 0));
            _blanks[key] = (first, row, count + 1);
        }
    }

    public void Report(FindingLog log)
    {
        foreach (var ((sheet, field, channel), (first, last, count)) in _blanks)
        {
            string[] args = [count.ToString(CultureInfo.InvariantCulture), channel is { } c ? $"%{c}" : ""];
            var rule = channel is null ? "not-delivered" : "not-delivered-channel";
            log.Add(new ReportFinding(FindingLevel.Warn, sheet, first, field, null, rule, args, last == first ? null : last));
        }
    }
}
