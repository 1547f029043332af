using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace VendorGov.Documents.Reading;

/// <summary>A sheet of a workbook, or the one table of a csv file (then named after the file).</summary>
public sealed class TabularSheet(string name, bool isHidden, Func<IEnumerable<TabularRow>> rows)
{
    public string Name { get; } = name;

    public bool IsHidden { get; } = isHidden;

    /// <summary>Streams the rows that hold something, first to last. Throws <see cref="TabularRefusedException"/>.</summary>
    public IEnumerable<TabularRow> Rows() => rows();
}

/// <summary>
/// A table that somebody uploads: csv (UTF-8 or GB18030), csv.gz or xlsx. Opening judges the file as a whole; rows are
/// then streamed, so memory does not grow with the file. Every refusal is a <see cref="TabularRefusedException"/>.
/// </summary>
public sealed class TabularFile : IDisposable
{
    private readonly List<IDisposable> owned = [];

    static TabularFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private TabularFile()
    {
    }

    public IReadOnlyList<TabularSheet> Sheets { get; private set; } = [];

    /// <summary>
    /// Opens a file by its name and its content, which must agree. The stream stays the caller's; a stream that cannot
    /// seek is copied to a temporary file first.
    /// </summary>
    public static TabularFile Open(Stream stream, string fileName, TabularLimits? limits = null)
    {
        var file = new TabularFile();
        try
        {
            file.Read(stream, Path.GetFileName(fileName), limits ?? TabularLimits.Default);
            return file;
        }
        catch (Exception e)
        {
            file.Dispose();
            throw IsDamage(e) ? new TabularRefusedException("file.damaged") : e;
        }
    }

    public void Dispose()
    {
        for (var i = owned.Count - 1; i >= 0; i--)
        {
            owned[i].Dispose();
        }

        owned.Clear();
    }

    /// <summary>What the libraries throw for truncated or forged archives and XML.</summary>
    internal static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or FileFormatException or OpenXmlPackageException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or UriFormatException
            or KeyNotFoundException or OverflowException;

    private void Read(Stream stream, string fileName, TabularLimits limits)
    {
        var source = stream.CanSeek ? stream : Spool(stream, limits);
        if (source.Length > limits.MaxBytes)
        {
            throw new TabularRefusedException("file.too-big", limits.MaxBytes / (1024 * 1024));
        }

        var table = Path.GetFileNameWithoutExtension(fileName);
        switch (FileKinds.Judge(source, fileName))
        {
            case FileKind.Xlsx:
                XlsxGate.Check(source, limits);
                var workbook = XlsxWorkbook.Open(source, limits);
                owned.Add(workbook);
                Sheets = workbook.Sheets;
                break;
            case FileKind.CsvGz:
                RefuseTruncated(source, limits);
                Sheets = [CsvTable.Sheet(() => Inflated(source, limits), Path.GetFileNameWithoutExtension(table), limits)];
                break;
            default:
                Sheets = [CsvTable.Sheet(() => Rewound(source), table, limits)];
                break;
        }
    }

    private FileStream Spool(Stream stream, TabularLimits limits)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        });
        owned.Add(copy);
        new BoundedStream(stream, limits.MaxBytes, leaveOpen: true).CopyTo(copy);
        return copy;
    }

    /// <summary>
    /// GZipStream ends quietly where a file was cut. The last four bytes of a whole one say how long the content is
    /// (RFC 1952); several archives joined into one file are refused with the cut ones.
    /// </summary>
    private static void RefuseTruncated(Stream source, TabularLimits limits)
    {
        var (buffer, length) = (new byte[1 << 16], 0L);
        using (var inflated = Inflated(source, limits))
        {
            for (int read; (read = inflated.Read(buffer)) > 0;)
            {
                length += read;
                if (length > TabularLimits.SuspectBytes && length / TabularLimits.LargestRatio > source.Length)
                {
                    throw new TabularRefusedException("file.inflates", limits.MaxInflatedBytes / (1024 * 1024));
                }
            }
        }

        if (SaidLength(source) != (uint)length)
        {
            throw new TabularRefusedException("file.damaged");
        }
    }

    private static uint SaidLength(Stream source)
    {
        Span<byte> said = stackalloc byte[4];
        source.Position = Math.Max(0, source.Length - said.Length);
        source.ReadExactly(said);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(said);
    }

    private static BoundedStream Inflated(Stream source, TabularLimits limits)
    {
        source.Position = 0;
        return new BoundedStream(new GZipStream(source, CompressionMode.Decompress, leaveOpen: true), limits.MaxInflatedBytes);
    }

    private static BoundedStream Rewound(Stream source)
    {
        source.Position = 0;
        return new BoundedStream(source, long.MaxValue, leaveOpen: true);
    }
}
