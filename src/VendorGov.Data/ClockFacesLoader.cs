using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Data;

/// <summary>
/// Loads the calendars of a contract with its exempt windows. Compiled calendars are kept for the life of the process: a
/// calendar version never changes.
/// </summary>
public sealed class ClockFacesLoader(AppDb db, CalendarCache cache)
{
    private readonly Dictionary<(ContractId, TermsVersionId), ClockFaces> _loaded = [];

    /// <summary>By the calendars of one terms version. Within a request the same answer is given again.</summary>
    public async Task<ClockFaces> OfAsync(ContractId contract, TermsVersionId terms, CancellationToken cancel = default)
    {
        if (_loaded.TryGetValue((contract, terms), out var known))
        {
            return known;
        }

        var version = await db.TermsVersions.AsNoTracking().Where(t => t.Id == terms)
            .Select(t => new { t.ServiceCalendarId, t.OfficeCalendarId }).SingleAsync(cancel);
        var windows = await db.ExemptWindows.AsNoTracking().Where(w => w.ContractId == contract)
            .Select(w => new { w.From, w.To }).ToListAsync(cancel);
        var faces = new ClockFaces(
            await CalendarAsync(version.ServiceCalendarId, cancel), await CalendarAsync(version.OfficeCalendarId, cancel),
            [.. windows.Select(w => (w.From, w.To))]);
        return _loaded[(contract, terms)] = faces;
    }

    /// <summary>The same for a page of rows, in two queries.</summary>
    public async Task LoadAsync(IReadOnlyCollection<(ContractId Contract, TermsVersionId Terms)> pairs, CancellationToken cancel = default)
    {
        var missing = pairs.Distinct().Where(p => !_loaded.ContainsKey(p)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var terms = missing.Select(p => p.Terms).Distinct().ToList();
        var contracts = missing.Select(p => p.Contract).Distinct().ToList();
        var versions = await db.TermsVersions.AsNoTracking().Where(t => terms.Contains(t.Id))
            .Select(t => new { t.Id, t.ServiceCalendarId, t.OfficeCalendarId }).ToDictionaryAsync(t => t.Id, cancel);
        var windows = (await db.ExemptWindows.AsNoTracking().Where(w => contracts.Contains(w.ContractId))
            .Select(w => new { w.ContractId, w.From, w.To }).ToListAsync(cancel)).ToLookup(w => w.ContractId, w => (w.From, w.To));
        foreach (var (contract, version) in missing)
        {
            _loaded[(contract, version)] = new ClockFaces(
                await CalendarAsync(versions[version].ServiceCalendarId, cancel),
                await CalendarAsync(versions[version].OfficeCalendarId, cancel), [.. windows[contract]]);
        }
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

/// <summary>Compiled calendars by version; one for the process.</summary>
public sealed class CalendarCache
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<CalendarVersionId, BusinessCalendar> _compiled = new();

    public BusinessCalendar? Find(CalendarVersionId id) => _compiled.GetValueOrDefault(id);

    public BusinessCalendar Keep(CalendarVersionId id, BusinessCalendar calendar) => _compiled.GetOrAdd(id, calendar);
}
