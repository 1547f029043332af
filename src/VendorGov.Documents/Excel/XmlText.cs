using System.Xml;

namespace VendorGov.Documents.Excel;

/// <summary>Text as XML may hold it and a cell may keep it: no control characters, no lone surrogates, 32,767 characters.</summary>
internal static class XmlText
{
    private const int Longest = 32_767;

    public static string Legal(string text)
    {
        var cut = text.Length > Longest ? text[..(Longest - 1)] + "…" : text;
        return IsLegal(cut) ? cut : new string([.. Kept(cut)]);
    }

    private static bool IsLegal(string text)
    {
        foreach (var x in text)
        {
            if (!XmlConvert.IsXmlChar(x))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<char> Kept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                yield return text[i++];
                yield return text[i];
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                yield return text[i];
            }
        }
    }
}
