using System.Text;

namespace VendorGov.Documents.Reading;

/// <summary>A csv file as one sheet. UTF-8 where every byte of the file is valid UTF-8, GB18030 otherwise.</summary>
internal static class CsvTable
{
    public static TabularSheet Sheet(Func<Stream> open, string name, TabularLimits limits)
    {
        var encoding = Detect(open);
        return new TabularSheet(name, false, () => Rows(open, encoding, name, limits));
    }

    private static IEnumerable<TabularRow> Rows(Func<Stream> open, Encoding encoding, string name, TabularLimits limits)
    {
        var separator = Separator(open, encoding);
        using var reader = Reader(open(), encoding);
        var csv = new CsvReader(reader, separator, limits);
        var held = 0;
        while (csv.Next() is { } cells)
        {
            if (cells.Count == 0)
            {
                continue;
            }

            if (++held > limits.MaxRows)
            {
                throw new TabularRefusedException("file.rows", limits.MaxRows);
            }

            yield return new TabularRow(name, csv.Row, cells);
        }
    }

    private static StreamReader Reader(Stream stream, Encoding encoding) =>
        new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    private static char Separator(Func<Stream> open, Encoding encoding)
    {
        using var reader = Reader(open(), encoding);
        return CsvReader.FindSeparator(reader);
    }

    /// <summary>One pass over all bytes: a sample from the start would take a late Chinese name for an error.</summary>
    private static Encoding Detect(Func<Stream> open)
    {
        var utf8 = new UTF8Encoding(false, true).GetDecoder();
        var gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetDecoder();
        var (isUtf8, isGb) = (true, true);
        var bytes = new byte[1 << 16];
        using var stream = open();
        for (var read = -1; read != 0 && (isUtf8 || isGb);)
        {
            read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (bytes.AsSpan(0, read).Contains((byte)0))
            {
                throw new TabularRefusedException("file.not-text");
            }

            isUtf8 = isUtf8 && Decodes(utf8, bytes.AsSpan(0, read), last: read < bytes.Length);
            isGb = isGb && Decodes(gb18030, bytes.AsSpan(0, read), last: read < bytes.Length);
            read = read < bytes.Length ? 0 : read;
        }

        return isUtf8 ? new UTF8Encoding(false, true)
            : isGb ? Encoding.GetEncoding("GB18030")
            : throw new TabularRefusedException("file.not-text");
    }

    private static bool Decodes(Decoder decoder, ReadOnlySpan<byte> bytes, bool last)
    {
        try
        {
            Span<char> chars = new char[4096];
            for (var done = false; !done;)
            {
                decoder.Convert(bytes, chars, last, out var used, out _, out done);
                bytes = bytes[used..];
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
