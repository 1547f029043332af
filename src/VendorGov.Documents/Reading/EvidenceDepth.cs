using System.Buffers.Binary;
using VendorGov.Domain.Issues;

namespace VendorGov.Documents.Reading;

/// <summary>What the beginning of a file does not show: scripts in a PDF, pictures that fill a memory, a second file behind the first.</summary>
internal static class EvidenceDepth
{
    /// <summary>Photographs of telephones have up to 200 million at the utmost; evidence needs no more than a page at 600 dots.</summary>
    private const long MostPixels = 100_000_000;

    private const int LongestTail = 22 + 65_535;

    // Names in the PDF's own words. What is packed into object streams is not seen here: viewers run it in a box of their own.
    private static readonly byte[][] Active =
    [
        [.. "/JavaScript"u8], [.. "/EmbeddedFile"u8], [.. "/RichMedia"u8], [.. "/Launch"u8], [.. "/Encrypt"u8], [.. "/SubmitForm"u8], [.. "/ImportData"u8],
    ];

    /// <summary>Throws <see cref="TabularRefusedException"/> for a PDF that acts, carries files or keeps its content from being looked at.</summary>
    public static void RefuseActive(Stream pdf)
    {
        const int overlap = 16;
        var buffer = new byte[(1 << 16) + overlap];
        pdf.Position = 0;
        for (int kept = 0, read; (read = pdf.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var part = buffer.AsSpan(0, kept + read);
            foreach (var name in Active)
            {
                if (part.IndexOf(name) >= 0)
                {
                    throw new TabularRefusedException("file.active-pdf");
                }
            }

            kept = Math.Min(overlap, part.Length);
            part[^kept..].CopyTo(buffer);
        }
    }

    /// <summary>An archive reads from its end, so it can stand behind a picture, a sound or a PDF that reads from its beginning.</summary>
    public static bool EndsAsArchive(Stream source)
    {
        var tail = new byte[Math.Min(source.Length, LongestTail)];
        source.Position = source.Length - tail.Length;
        source.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < 22)
        {
            return false;
        }

        // The directory stands right before its end, whatever stands before the archive and behind it.
        var start = source.Length - tail.Length + end - BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var mark = new byte[4];
        source.Position = Math.Max(0, start);
        return start >= 0 && source.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length && mark.AsSpan().SequenceEqual("PK\u0001\u0002"u8);
    }

    /// <summary>Whether anything stands behind the last chunk of a PNG, or its chunks do not lead to one.</summary>
    public static bool HasMoreThanPicture(Stream png)
    {
        var head = new byte[8];
        long at = 8;
        while (at + 12 <= png.Length)
        {
            png.Position = at;
            png.ReadExactly(head);
            at += 12 + BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return at != png.Length;
            }
        }

        return true;
    }

    /// <summary>Throws <see cref="TabularRefusedException"/> for a picture that says to be larger than a browser can show.</summary>
    public static void RefuseFlood(EvidenceKind kind, Stream picture)
    {
        var (width, height) = kind == EvidenceKind.Png ? OfPng(picture) : OfJpeg(picture);
        if (width > MostPixels || height > MostPixels || width * height > MostPixels)
        {
            throw new TabularRefusedException("file.pixels");
        }
    }

    private static (long Width, long Height) OfPng(Stream png)
    {
        var size = new byte[8];
        png.Position = 16;
        png.ReadExactly(size);
        return (BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size.AsSpan(4)));
    }

    /// <summary>The frame header of a JPEG; nothing where its segments break off, which a viewer shows as a broken picture.</summary>
    private static (long Width, long Height) OfJpeg(Stream jpeg)
    {
        var head = new byte[9];
        for (long at = 2; at + head.Length <= jpeg.Length;)
        {
            jpeg.Position = at;
            jpeg.ReadExactly(head);
            if (head[0] != 0xFF || head[1] == 0xDA)
            {
                break;
            }

            if (head[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(7)), BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(5)));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
        }

        return (0, 0);
    }
}
