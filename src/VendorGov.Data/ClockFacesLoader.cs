using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Loads the calendars of a contract, with later versions of them and its exempt windows. Compiled calendars are kept for the
/// life of the process: a calendar version never changes.
/// </summary>
public sealed class ClockFacesLoader(AppDb db, CalendarCache cache)
{
    private readonly Dictionary<(ContractId, TermsVersionId), ClockFaces> _loaded = [];
    private List<Numbered>? _all;

    private sealed record Numbered(CalendarVersionId Id, string Name, int Number);

    /// <summary>By the calendars of one terms version. Within a request the same answer is given again.</summary>
    public async Task<ClockFaces> OfAsync(ContractId contract, TermsVersionId terms, CancellationToken cancel = default)
    {
        if (_loaded.TryGetValue((contract, terms), out var known))
        {
            return known;
        }

        await LoadAsync([(contract, terms)], cancel);
        return _loaded[(contract, terms)];
    }

    /// <summary>For a clock that hangs on no issue: by the terms of the day before it began, so that a recount finds the same.</summary>
    public async Task<ClockFaces> SinceAsync(ContractId contract, DateTimeOffset start, CancellationToken cancel = default)
    {
        var terms = await TermsOnAsync(contract, DateOnly.FromDateTime(start.UtcDateTime).AddDays(-1), cancel);
        return await OfAsync(contract, terms.Id, cancel);
    }

    /// <summary>Forgets what was loaded: a calendar or window was added meanwhile.</summary>
    public void Forget()
    {
        _loaded.Clear();
        _all = null;
    }

    /// <summary>The same for a page of rows, in two or three queries.</summary>
    public async Task LoadAsync(IReadOnlyCollection<(ContractId Contract, TermsVersionId Terms)> pairs, CancellationToken cancel = default)
    {
        var missing = pairs.Distinct().Where(p => !_loaded.ContainsKey(p)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var terms = missing.Select(p => p.Terms).Distinct().ToList();
        var contracts = missing.Select(p => p.Contract).Distinct().ToList();
        await PinAsync([.. terms.Where(t => cache.FindPins(t) is null)], cancel);
        var windows = (await db.ExemptWindows.AsNoTracking().Where(w => contracts.Contains(w.ContractId))
            .Select(w => new { w.ContractId, w.From, w.To, w.OutletIds }).ToListAsync(cancel)).ToLookup(w => w.ContractId);
        foreach (var (contract, version) in missing)
        {
            var (service, office) = cache.FindPins(version)!.Value;
            _loaded[(contract, version)] = new ClockFaces(
                await CalendarAsync(service, cancel), await CalendarAsync(office, cancel),
                [.. windows[contract].Where(w => w.OutletIds is null).Select(w => (w.From, w.To))],
                [.. await LaterAsync(ClockCalendar.Service, service, cancel), .. await LaterAsync(ClockCalendar.Office, office, cancel)],
                [.. windows[contract].Where(w => w.OutletIds is not null).Select(w => new OutletWindow(w.From, w.To, w.OutletIds!))]);
        }
    }

    private async Task PinAsync(List<TermsVersionId> unknown, CancellationToken cancel)
    {
        if (unknown.Count == 0)
        {
            return;
        }

        var found = await db.TermsVersions.AsNoTracking().Where(t => unknown.Contains(t.Id))
            .Select(t => new { t.Id, t.ServiceCalendarId, t.OfficeCalendarId }).ToListAsync(cancel);
        found.ForEach(t => cache.Pin(t.Id, t.ServiceCalendarId, t.OfficeCalendarId));
    }

    /// <summary>By two calendars in their versions of now, with the windows of a contract: for terms that are not agreed yet.</summary>
    public async Task<ClockFaces> ProposedAsync(
        ContractId contract, CalendarVersionId service, CalendarVersionId office, CancellationToken cancel = default)
    {
        var windows = await db.ExemptWindows.AsNoTracking().Where(w => w.ContractId == contract).ToListAsync(cancel);
        return new ClockFaces(
            (await LaterAsync(ClockCalendar.Service, service, cancel)).LastOrDefault()?.Calendar ?? await CalendarAsync(service, cancel),
            (await LaterAsync(ClockCalendar.Office, office, cancel)).LastOrDefault()?.Calendar ?? await CalendarAsync(office, cancel),
            [.. windows.Where(w => w.OutletIds is null).Select(w => (w.From, w.To))], null,
            [.. windows.Where(w => w.OutletIds is not null).Select(w => new OutletWindow(w.From, w.To, w.OutletIds!))]);
    }

    /// <summary>Versions of the same calendar that came after this one, in their order.</summary>
    private async Task<List<LaterCalendar>> LaterAsync(ClockCalendar which, CalendarVersionId pinned, CancellationToken cancel)
    {
        _all ??= await db.CalendarVersions.AsNoTracking().Select(c => new Numbered(c.Id, c.Name, c.Number)).ToListAsync(cancel);
        var own = _all.Find(c => c.Id == pinned);
        var later = new List<LaterCalendar>();
        foreach (var version in _all.Where(c => c.Name == own?.Name && c.Number > own.Number).OrderBy(c => c.Number))
        {
            later.Add(new LaterCalendar(which, version.Id, await CalendarAsync(version.Id, cancel)));
        }

        return later;
    }

    /// <summary>The terms in force for a contract on a local date: the latest version that is effective by then; else the first.</summary>
    public async Task<TermsVersion> TermsOnAsync(ContractId contract, DateOnly date, CancellationToken cancel = default) =>
        await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract && t.EffectiveFrom <= date)
            .OrderByDescending(t => t.EffectiveFrom).ThenByDescending(t => t.Number).FirstOrDefaultAsync(cancel)
        ?? await db.TermsVersions.AsNoTracking().Where(t => t.ContractId == contract).OrderBy(t => t.Number).FirstAsync(cancel);

    public async Task<BusinessCalendar> CalendarAsync(CalendarVersionId id, CancellationToken cancel = default)
    {
        if (cache.Find(id) is { } compiled)
        {
            return compiled;
        }

        var definition = await db.CalendarVersions.AsNoTracking().Where(c => c.Id == id).Select(c => c.Definition).SingleAsync(cancel);
        return cache.Keep(id, BusinessCalendar.Compile(definition));
    }
}

/// <summary>Compiled calendars by version, and which two of them a version of terms is agreed on: neither ever changes. One for the process.</summary>
public sealed class CalendarCache
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<CalendarVersionId, BusinessCalendar> _compiled = new();

    private readonly System.Collections.Concurrent.ConcurrentDictionary<TermsVersionId, (CalendarVersionId Service, CalendarVersionId Office)> _pins = new();

    public (CalendarVersionId Service, CalendarVersionId Office)? FindPins(TermsVersionId terms) => _pins.TryGetValue(terms, out var pins) ? pins : null;

    public void Pin(TermsVersionId terms, CalendarVersionId service, CalendarVersionId office) => _pins[terms] = (service, office);

    public BusinessCalendar? Find(CalendarVersionId id) => _compiled.GetValueOrDefault(id);

    public BusinessCalendar Keep(CalendarVersionId id, BusinessCalendar calendar) => _compiled.GetOrAdd(id, calendar);
}
