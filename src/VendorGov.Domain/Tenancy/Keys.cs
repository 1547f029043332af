namespace VendorGov.Domain.Tenancy;

/// <summary>
/// Keys of rows: GUIDs of version 7 that sort in the order in which this process made them, also within one millisecond (RFC 9562, section
/// 6.2, method 1: the twelve bits behind the version count). So what was saved together stays in its order.
/// </summary>
public static class Keys
{
    private const int CounterBits = 12;

    private static long _last;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = 0L;
        foreach (var b in bytes[..6])
        {
            milliseconds = (milliseconds << 8) | b;
        }

        var place = Advance(milliseconds << CounterBits);
        for (var (i, left) = (5, place >> CounterBits); i >= 0; i--, left >>= 8)
        {
            bytes[i] = (byte)left;
        }

        (bytes[6], bytes[7]) = ((byte)(0x70 | ((place >> 8) & 0xF)), (byte)place);
        return new Guid(bytes, bigEndian: true);
    }

    private static long Advance(long present)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(present, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
