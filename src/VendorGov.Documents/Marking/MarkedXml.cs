using System.IO.Compression;
using System.Text;
using System.Xml;
using VendorGov.Documents.Reading;

namespace VendorGov.Documents.Marking;

/// <summary>Parts of a workbook written element by element.</summary>
internal static class MarkedXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true, CheckCharacters = false };

    public static XmlWriter Open(ZipArchive zip, string part) =>
        XmlWriter.Create(zip.CreateEntry(part, CompressionLevel.Fastest).Open(), Settings);

    public static void Put(ZipArchive zip, string part, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open(), Settings.Encoding);
        writer.Write(xml);
    }

    public static string Address(int column, int row) => FormattableString.Invariant($"{TabularRow.ColumnName(column)}{row}");

    /// <summary>A cell of text. Characters that XML cannot hold are left out, and text never becomes a formula.</summary>
    public static void WriteText(XmlWriter writer, string address, int style, string text)
    {
        writer.WriteStartElement("c", Main);
        writer.WriteAttributeString("r", address);
        writer.WriteAttributeString("s", XmlConvert.ToString(style));
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
