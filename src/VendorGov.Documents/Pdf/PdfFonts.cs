using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace VendorGov.Documents.Pdf;

/// <summary>Noto Sans SC (OFL) from the resources of this assembly, regular and bold; subsets are embedded in each document.</summary>
internal sealed class PdfFonts : IFontResolver
{
    public const string Family = "Noto Sans SC";

    private static readonly XPdfFontOptions Options = new(PdfFontEncoding.Unicode);

    /// <summary>Once a process, before the first document exists: the licence under which the PDF library is used, and the fonts.</summary>
    public static void Register()
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new PdfFonts();
    }

    /// <summary>A size in points. Fonts are made per document: PDFsharp caches what they share.</summary>
    public static XFont Of(double size, bool bold) =>
        new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Options);

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
        new(bold ? "NotoSansSC_700Bold.ttf" : "NotoSansSC_400Regular.ttf");

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(faceName)!;
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
