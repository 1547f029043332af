using System.Numerics;

namespace VendorGov.Domain.Staffing;

/// <summary>Half hours of one local date as bits, bit 0 for 00:00-00:30: a whole day of an agent's roster in one number.</summary>
public readonly record struct DayMask(ulong Bits)
{
    private const ulong Whole = (1UL << HalfHours.PerDay) - 1;

    public static DayMask None { get; } = new(0);

    public static DayMask All { get; } = new(Whole);

    public bool IsEmpty => Bits == 0;

    /// <summary>How many half hours are set.</summary>
    public int Count => BitOperations.PopCount(Bits);

    public decimal Hours => Count / 2m;

    public bool this[int interval] => (Bits >> interval & 1) == 1;

    /// <summary>The half hours from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public static DayMask Between(int from, int to)
    {
        var bits = 0UL;
        for (var i = Math.Max(0, from); i < Math.Min(to, HalfHours.PerDay); i++)
        {
            bits |= 1UL << i;
        }

        return new DayMask(bits);
    }

    public DayMask And(DayMask other) => new(Bits & other.Bits);

    public DayMask Or(DayMask other) => new(Bits | other.Bits);

    public DayMask Without(DayMask other) => new(Bits & ~other.Bits & Whole);

    public IEnumerable<(int From, int To)> Spans()
    {
        for (var i = 0; i < HalfHours.PerDay;)
        {
            var from = i;
            while (i < HalfHours.PerDay && this[i])
            {
                i++;
            }

            if (i > from)
            {
                yield return (from, i);
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary><c>08:00-12:00, 13:00-17:00</c>, or nothing.</summary>
    public override string ToString() => string.Join(", ", Spans().Select(s => $"{HalfHours.Label(s.From)}-{HalfHours.Label(s.To)}"));
}
