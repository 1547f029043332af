using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Domain.Inspections;

/// <summary>A contact that could be drawn. <paramref name="Id"/> is stable; <paramref name="Stratum"/> as <see cref="Sampling.Stratum"/> makes it.</summary>
public sealed record FrameItem(Guid Id, string Agent, string Stratum, bool Newcomer);

/// <summary>
/// How much is drawn: so many of each agent and month (of a newcomer more), and at least <paramref name="Target"/> of the contract, or all
/// contacts if they are fewer. <paramref name="Before"/>: what earlier draws of the month took of each agent.
/// </summary>
public sealed record SamplePlan(int PerAgent, int PerNewcomer, int Target, IReadOnlyDictionary<string, int> Before)
{
    /// <summary>Section 5: 5 and 10 per agent, 96 pooled per vendor, 30 per contract.</summary>
    public const int DefaultPerAgent = 5;
    public const int DefaultPerNewcomer = 10;
    public const int PooledPerVendor = 96;
    public const int LeastPerContract = 30;

    /// <summary>A newcomer's first days at work.</summary>
    public const int NewcomerDays = 90;

    /// <summary>The share of the vendor's pooled sample that falls to a contract with so many of the vendor's contacts, and never under the least.</summary>
    public static int TargetOf(int contacts, int vendorContacts) => vendorContacts == 0 ? LeastPerContract
        : Math.Max(LeastPerContract, (int)Math.Ceiling((decimal)PooledPerVendor * contacts / vendorContacts));
}

/// <summary>
/// A stratified random draw that anyone can repeat: each contact's place follows from SHA-256(seed, id) alone, so neither the order of the
/// frame nor the machine matters.
/// </summary>
public static class Sampling
{
    /// <summary>The drawn contacts, in the order of their places.</summary>
    public static IReadOnlyList<FrameItem> Draw(string seed, IEnumerable<FrameItem> frame, SamplePlan plan)
    {
        var all = frame.DistinctBy(f => f.Id).Select(f => (Item: f, Place: Place(seed, f.Id))).OrderBy(x => x.Place).ThenBy(x => x.Item.Id).ToList();
        var taken = new HashSet<Guid>();
        foreach (var agent in all.GroupBy(x => x.Item.Agent))
        {
            var owed = (agent.Any(x => x.Item.Newcomer) ? plan.PerNewcomer : plan.PerAgent) - plan.Before.GetValueOrDefault(agent.Key);
            taken.UnionWith(Spread([.. agent.Select(x => x.Item)], Math.Max(0, owed)));
        }

        var left = Math.Min(all.Count, plan.Target - plan.Before.Values.Sum()) - taken.Count;
        if (left > 0)
        {
            TopUp([.. all.Select(x => x.Item)], taken, taken.Count + left);
        }

        return [.. all.Where(x => taken.Contains(x.Item.Id)).Select(x => x.Item)];
    }

    /// <summary>Channel, reason, three hours of the day and tenure.</summary>
    public static string Stratum(string channel, string? reason, int hour, bool newcomer)
    {
        var from = hour / 3 * 3;
        return string.Create(CultureInfo.InvariantCulture, $"{channel}|{reason ?? "-"}|{from:00}-{from + 3:00}|{(newcomer ? "new" : "old")}");
    }

    /// <summary>One from each stratum in turn, so that an agent's few contacts are not all of one kind.</summary>
    private static IEnumerable<Guid> Spread(List<FrameItem> items, int count) =>
        items.GroupBy(i => i.Stratum).SelectMany(g => g.Select((item, round) => (item, round)))
            .OrderBy(x => x.round).Take(count).Select(x => x.item.Id);

    /// <summary>Strata in proportion to their size; remainders to the largest fractions, then to the first place.</summary>
    private static void TopUp(List<FrameItem> all, HashSet<Guid> taken, int size)
    {
        var strata = all.GroupBy(i => i.Stratum).Select(g => (Items: g.ToList(), Share: (decimal)size * g.Count() / all.Count))
            .OrderByDescending(s => s.Share - Math.Floor(s.Share)).ThenBy(s => s.Items[0].Stratum, StringComparer.Ordinal).ToList();
        var rest = size - strata.Sum(s => (int)Math.Floor(s.Share));
        foreach (var (items, share) in strata)
        {
            var quota = (int)Math.Floor(share) + (rest-- > 0 ? 1 : 0);
            var missing = Math.Min(quota - items.Count(i => taken.Contains(i.Id)), size - taken.Count);
            taken.UnionWith(items.Where(i => !taken.Contains(i.Id)).Take(Math.Max(0, missing)).Select(i => i.Id).ToList());
        }

        taken.UnionWith(all.Where(i => !taken.Contains(i.Id)).Take(size - taken.Count).Select(i => i.Id).ToList());
    }

    private static ulong Place(string seed, Guid id) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id:N}")));
}
