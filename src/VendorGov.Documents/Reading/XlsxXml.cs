using System.Text;
using System.Xml;

namespace VendorGov.Documents.Reading;

/// <summary>Reads parts of a workbook as a stream of XML, never as a tree, with bounds on what one text may cost.</summary>
internal static class XlsxXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Reader(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>
    /// Text of the element that the reader stands on, and of what it contains, without phonetic hints. Ends behind the
    /// element. Null where it is longer than <paramref name="longest"/>.
    /// </summary>
    public static string? Text(XmlReader reader, int longest)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var (text, depth) = (new StringBuilder(), reader.Depth);
        var buffer = new char[Math.Min(longest + 1, 1024)];
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                for (int read; (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                {
                    text.Append(buffer, 0, read);
                    if (text.Length > longest)
                    {
                        return null;
                    }
                }
            }

            reader.Read();
        }

        reader.Read();
        return text.ToString();
    }
}
