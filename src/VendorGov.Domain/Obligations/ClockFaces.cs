using System.Collections.Concurrent;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Obligations;

/// <summary>Exempt time of some outlets only.</summary>
public sealed record OutletWindow(DateTimeOffset From, DateTimeOffset To, IReadOnlyCollection<Guid> Outlets);

/// <summary>
/// A version of one of the two calendars that came after the one that the terms name. The last of a calendar is in force now.
/// </summary>
public sealed record LaterCalendar(ClockCalendar Which, CalendarVersionId Id, BusinessCalendar Calendar);

/// <summary>
/// The calendars by which the clocks of a contract run, with its exempt windows. Made once per contract and reused: cutting
/// the windows out of a calendar costs more than evaluating a clock.
/// </summary>
public sealed class ClockFaces(
    BusinessCalendar service,
    BusinessCalendar office,
    IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> windows,
    IReadOnlyList<LaterCalendar>? later = null,
    IReadOnlyCollection<OutletWindow>? outletWindows = null)
{
    private readonly Lazy<BusinessCalendar> _service = new(() => service.Without(windows));
    private readonly Lazy<BusinessCalendar> _office = new(() => office.Without(windows));
    private readonly Lazy<BusinessCalendar> _always = new(() => BusinessCalendar.Always.Without(windows));
    private readonly ConcurrentDictionary<CalendarVersionId, BusinessCalendar> _moved = new();
    private readonly ConcurrentDictionary<OutletId, ClockFaces> _outlets = new();

    /// <summary>The office calendar in force now, for what begins now.</summary>
    public BusinessCalendar Office => Last(ClockCalendar.Office)?.Calendar ?? office;

    /// <summary>The service calendar in force now, without exempt windows.</summary>
    public BusinessCalendar Service => Last(ClockCalendar.Service)?.Calendar ?? service;

    public IReadOnlyCollection<(DateTimeOffset From, DateTimeOffset To)> Windows => windows;

    /// <summary>The faces of one outlet: with the windows that are its own.</summary>
    public ClockFaces For(OutletId? outlet)
    {
        if (outlet is not { } id || outletWindows is null || !outletWindows.Any(w => w.Outlets.Contains(id.Value)))
        {
            return this;
        }

        return _outlets.GetOrAdd(id, _ => new ClockFaces(
            service, office, [.. windows, .. outletWindows.Where(w => w.Outlets.Contains(id.Value)).Select(w => (w.From, w.To))], later));
    }

    /// <summary>The same with one more exempt window; null outlets: all of them.</summary>
    public ClockFaces With(DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<Guid>? outlets) => outlets is null
        ? new ClockFaces(service, office, [.. windows, (from, to)], later, outletWindows)
        : new ClockFaces(service, office, windows, later, [.. outletWindows ?? [], new OutletWindow(from, to, outlets)]);

    /// <summary>The calendar as the terms name it, without exempt windows.</summary>
    public BusinessCalendar Stated(ClockCalendar which) => which switch
    {
        ClockCalendar.Service => service,
        ClockCalendar.Office => office,
        _ => BusinessCalendar.Always,
    };

    /// <summary>A later version as stated, without exempt windows.</summary>
    public BusinessCalendar Stated(CalendarVersionId version) => later?.FirstOrDefault(l => l.Id == version)?.Calendar
        ?? throw new InvalidOperationException($"The calendar version {version.Value} was not loaded.");

    /// <summary>The calendar that a clock counts by. What never pauses is not extended by exempt windows either.</summary>
    public BusinessCalendar Counting(ClockCalendar which, bool exemptible) => !exemptible ? Stated(which) : which switch
    {
        ClockCalendar.Service => _service.Value,
        ClockCalendar.Office => _office.Value,
        _ => _always.Value,
    };

    /// <summary>A calendar version that clocks were moved to.</summary>
    public BusinessCalendar Moved(CalendarVersionId version, bool exemptible) =>
        exemptible ? _moved.GetOrAdd(version, id => Stated(id).Without(windows)) : Stated(version);

    /// <summary>The version in force now where it is later than the one that the terms name; null else.</summary>
    public CalendarVersionId? Successor(ClockCalendar which) => Last(which)?.Id;

    /// <summary>The version in force now where <paramref name="counting"/> is an earlier one of the same calendar; null else.</summary>
    public CalendarVersionId? Successor(BusinessCalendar counting, bool exemptible)
    {
        foreach (var which in new[] { ClockCalendar.Service, ClockCalendar.Office })
        {
            if (Last(which) is not { } last || ReferenceEquals(counting, Moved(last.Id, exemptible)))
            {
                continue;
            }

            if (ReferenceEquals(counting, Counting(which, exemptible))
                || later!.Any(l => l.Which == which && ReferenceEquals(counting, Moved(l.Id, exemptible))))
            {
                return last.Id;
            }
        }

        return null;
    }

    private LaterCalendar? Last(ClockCalendar which) => later?.LastOrDefault(l => l.Which == which);
}
