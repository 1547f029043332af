using System.Buffers.Binary;

namespace VendorGov.Documents.Reading;

/// <summary>
/// Reads the end of a zip archive before any library does: a library makes an object of every entry that the directory lists, and
/// a directory of 60 MB lists a million.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const long LongestDirectory = 1024 * 1024;

    public static void Check(Stream source, TabularLimits limits)
    {
        var tail = Tail(source);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength)
        {
            throw new TabularRefusedException("file.damaged");
        }

        var record = tail.AsSpan(end);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var length = source.Length - tail.Length + end - start;
        if (entries > limits.MaxArchiveEntries)
        {
            throw new TabularRefusedException("file.archive", (int)entries, limits.MaxArchiveEntries);
        }

        if (length is < 0 or > LongestDirectory)
        {
            throw new TabularRefusedException("file.damaged");
        }
    }

    private static byte[] Tail(Stream source)
    {
        var tail = new byte[Math.Min(source.Length, EndLength + LongestComment)];
        source.Position = source.Length - tail.Length;
        source.ReadExactly(tail);
        return tail;
    }
}
