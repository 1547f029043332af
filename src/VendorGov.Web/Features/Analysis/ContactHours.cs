using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Analysis;

/// <summary>
/// Contacts of the direct feed in one weekday (0 Monday to 6 Sunday) and hour, added up over the weeks. Calls that were given up within five seconds are
/// <see cref="Short"/> and, as in SL20, no failure of anybody.
/// </summary>
public sealed record ContactHour(int Day, int Hour, int Calls, int Short, int Answered, int Fast, int Others)
{
    private int Base => Calls - Short;

    public int All => Calls + Others;

    /// <summary>Answered within 20 seconds, in per cent of the calls that waited; null without any.</summary>
    public decimal? Level => Base == 0 ? null : 100m * Fast / Base;

    /// <summary>Given up after five seconds, in per cent of the calls that waited.</summary>
    public decimal? Abandoned => Base == 0 ? null : 100m * (Base - Answered) / Base;

    public static ContactHour Sum(int day, int hour, IEnumerable<ContactHour> some) => some.Aggregate(
        new ContactHour(day, hour, 0, 0, 0, 0, 0),
        (a, b) => a with { Calls = a.Calls + b.Calls, Short = a.Short + b.Short, Answered = a.Answered + b.Answered, Fast = a.Fast + b.Fast, Others = a.Others + b.Others });
}

/// <summary>What the map of contacts shows.</summary>
public enum HourMeasure
{
    Volume,
    Level,
    Abandoned,
}

/// <summary>When contacts come and how they fare, on the reader's wall clock, over the last four whole weeks that the feed knows.</summary>
public sealed record ContactHours(IReadOnlyList<ContactHour> Cells, DateOnly From, DateOnly To)
{
    private const int Shades = 5;

    /// <summary>Fewer calls are too few for a rate of one hour.</summary>
    public const int FewestCalls = 10;

    public bool Any => Cells.Any(c => c.All > 0);

    public IEnumerable<ContactHour> Of(int day) => Cells.Where(c => c.Day == day);

    /// <summary>The 24 hours of all days together.</summary>
    public IEnumerable<ContactHour> ByHour() => Enumerable.Range(0, 24).Select(h => ContactHour.Sum(0, h, Cells.Where(c => c.Hour == h)));

    public decimal? ValueOf(ContactHour cell, HourMeasure measure) => measure switch
    {
        HourMeasure.Volume => cell.All == 0 ? null : cell.All,
        _ when cell.Calls - cell.Short < FewestCalls => null,
        HourMeasure.Level => cell.Level,
        _ => cell.Abandoned,
    };

    /// <summary>1 pale to 5 dark: more contacts, a lower level, more given up. 0: nothing to show.</summary>
    public int ShadeOf(ContactHour cell, HourMeasure measure)
    {
        var most = Cells.Max(c => c.All);
        return (measure, ValueOf(cell, measure)) switch
        {
            (_, null) => 0,
            (HourMeasure.Volume, { } count) => 1 + (int)((Shades - 1) * count / most),
            (HourMeasure.Level, { } level) => level >= 90 ? 1 : level >= 80 ? 2 : level >= 70 ? 3 : level >= 60 ? 4 : 5,
            (_, { } share) => share <= 2 ? 1 : share <= 5 ? 2 : share <= 10 ? 3 : share <= 15 ? 4 : 5,
        };
    }
}

/// <summary>Reads the contacts of the direct feed hour by hour; what both sides sent counts once, by the buyer's rows.</summary>
public sealed class ContactHoursReader(AppDb db, CurrentUser user)
{
    private const int Weeks = 4, ShortAbandon = 5, FastAnswer = 20;

    /// <summary>Null where the feed holds nothing that the reader may see.</summary>
    public async Task<ContactHours?> ReadAsync(AnalysisFilter filter, DateOnly until, CancellationToken cancel)
    {
        var contacts = db.FeedContacts.AsNoTracking().Where(c => c.Date < until);
        if (filter.Vendor is { } vendor)
        {
            contacts = contacts.Where(c => c.VendorId == vendor);
        }

        if (filter.Region is { } region)
        {
            contacts = contacts.Where(c => db.Outlets.Any(o => o.Id == c.OutletId && o.RegionId == region));
        }

        if (await contacts.MaxAsync(c => (DateOnly?)c.Date, cancel) is not { } last)
        {
            return null;
        }

        var from = last.AddDays(1 - (7 * Weeks));
        // Streamed: half a million contacts are some thousand sums here, and no engine is asked to know time zones.
        var sums = new Dictionary<Key, ContactHour>();
        await foreach (var c in contacts.Where(c => c.Date >= from)
            .Select(c => new { c.ContractId, c.OutletId, c.Channel, c.SenderSide, c.StartedAt, c.Handled, c.ByBot, c.WaitSeconds }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (c.ByBot)
            {
                continue;
            }

            var local = TimeZoneInfo.ConvertTime(c.StartedAt, user.Zone);
            var (day, hour) = (((int)local.DayOfWeek + 6) % 7, local.Hour);
            var key = new Key(c.ContractId, c.OutletId, c.Channel, c.SenderSide, day, hour);
            var before = sums.GetValueOrDefault(key) ?? new ContactHour(day, hour, 0, 0, 0, 0, 0);
            sums[key] = c.Channel != Channel.Voice ? before with { Others = before.Others + 1 } : before with
            {
                Calls = before.Calls + 1,
                Short = before.Short + (!c.Handled && c.WaitSeconds <= ShortAbandon ? 1 : 0),
                Answered = before.Answered + (c.Handled ? 1 : 0),
                Fast = before.Fast + (c.Handled && c.WaitSeconds <= FastAnswer ? 1 : 0),
            };
        }

        var bySender = sums.Keys.Where(k => k.Side == Side.Buyer).Select(k => (k.Contract, k.Outlet, k.Channel)).ToHashSet();
        var standing = sums.Where(s => s.Key.Side == Side.Buyer || !bySender.Contains((s.Key.Contract, s.Key.Outlet, s.Key.Channel))).ToLookup(s => (s.Key.Day, s.Key.Hour), s => s.Value);
        return new ContactHours(
            [.. Enumerable.Range(0, 7).SelectMany(d => Enumerable.Range(0, 24).Select(h => ContactHour.Sum(d, h, standing[(d, h)])))], from, last);
    }

    private sealed record Key(ContractId Contract, OutletId Outlet, Channel Channel, Side Side, int Day, int Hour);
}
