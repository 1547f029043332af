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
        var (held, empty) = (0, 0);
        while (csv.Next() is { } cells)
        {
            if (cells.Count == 0)
            {
                if (++empty > limits.MaxEmptyRows)
                {
                    throw new TabularRefusedException("file.empty-rows", name, limits.MaxEmptyRows);
                }

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

    /// <summary>All bytes decide: a sample from the start would take a late Chinese name for an error.</summary>
    private static Encoding Detect(Func<Stream> open)
    {
        var utf8 = new UTF8Encoding(false, true);
        if (IsWritten(open, utf8.GetDecoder()))
        {
            return utf8;
        }

        var gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return IsWritten(open, gb18030.GetDecoder())
            ? Encoding.GetEncoding("GB18030")
            : throw new TabularRefusedException("file.not-text");
    }

    private static bool IsWritten(Func<Stream> open, Decoder decoder)
    {
        var bytes = new byte[1 << 16];
        using var stream = open();
        for (var first = true; ; first = false)
        {
            var part = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            RefuseBinary(part, first);
            if (!Decodes(decoder, part, last: part.Length < bytes.Length))
            {
                return false;
            }

            if (part.Length < bytes.Length)
            {
                return true;
            }
        }
    }

    private static void RefuseBinary(ReadOnlySpan<byte> part, bool first)
    {
        if (first && FileKinds.IsArchive(part))
        {
            throw new TabularRefusedException("file.nested", "csv");
        }

        if (part.Contains((byte)0))
        {
            throw new TabularRefusedException("file.not-text");
        }
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
