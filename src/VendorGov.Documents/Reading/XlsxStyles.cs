using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace VendorGov.Documents.Reading;

/// <summary>Which cell formats show a serial number as a date. A workbook without styles has none.</summary>
internal sealed class XlsxStyles
{
    private readonly List<bool> isDate = [];

    public static XlsxStyles Read(WorkbookPart workbook)
    {
        var styles = new XlsxStyles();
        if (workbook.WorkbookStylesPart is { } part)
        {
            styles.Read(part);
        }

        return styles;
    }

    public bool IsDate(string? styleIndex) =>
        int.TryParse(styleIndex, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < isDate.Count && isDate[index];

    private void Read(WorkbookStylesPart part)
    {
        var custom = new Dictionary<string, bool>();
        using var reader = XlsxXml.Reader(part.GetStream(FileMode.Open, FileAccess.Read));
        var inCellFormats = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCellFormats = reader.NodeType == System.Xml.XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.NodeType == System.Xml.XmlNodeType.Element && reader.LocalName == "numFmt")
            {
                custom[reader.GetAttribute("numFmtId") ?? ""] = ShowsDate(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inCellFormats && reader.NodeType == System.Xml.XmlNodeType.Element && reader.LocalName == "xf")
            {
                var id = reader.GetAttribute("numFmtId") ?? "0";
                isDate.Add(custom.TryGetValue(id, out var shows) ? shows : IsBuiltInDate(id));
            }
        }
    }

    /// <summary>ECMA-376 18.8.30: 14-22 and 45-47, and 27-36 and 50-58 in the editions for Chinese, Japanese, Korean.</summary>
    private static bool IsBuiltInDate(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': quoted = !quoted; break;
                case '\\' or '_' or '*': i++; break;
                case '[' when !quoted: bracketed = true; break;
                case ']': bracketed = false; break;
                case 'y' or 'm' or 'd' or 'h' or 's' or 'Y' or 'M' or 'D' or 'H' or 'S' when !quoted && !bracketed: return true;
            }
        }

        return false;
    }
}
