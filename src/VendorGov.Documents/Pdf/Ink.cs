using PdfSharp.Drawing;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Documents.Pdf;

/// <summary>The colours of the product (vg.css). Colour never speaks alone: words and marks say the same.</summary>
internal static class Ink
{
    public static readonly XColor
        Text = Of(0x17202b), Second = Of(0x435064), Third = Of(0x5f6b7c),
        Line = Of(0xe2e6eb), StrongLine = Of(0xc9d1db), Soft = Of(0xf4f6f9), White = Of(0xffffff),
        Accent = Of(0x1b57b5), AccentSoft = Of(0xeaf1fb),
        Good = Of(0x0d6a58), GoodFill = Of(0x1c9a80), GoodSoft = Of(0xd7eee7),
        Fair = Of(0x8a4b00), FairFill = Of(0xe08a00), FairSoft = Of(0xfdeccd),
        Bad = Of(0xb0201b), BadFill = Of(0xcf3329), BadSoft = Of(0xfbdcd9);

    public static (XColor Text, XColor Soft) Grade(Grade? grade) => grade switch
    {
        Domain.Scorecards.Grade.A or Domain.Scorecards.Grade.B => (Good, GoodSoft),
        Domain.Scorecards.Grade.C => (Fair, FairSoft),
        Domain.Scorecards.Grade.D or Domain.Scorecards.Grade.E => (Bad, BadSoft),
        _ => (Third, Of(0xe9edf2)),
    };

    public static (XColor Text, XColor Fill) Points(int? points) => points switch
    {
        0 => (Good, GoodFill),
        1 => (Fair, FairFill),
        null => (Third, StrongLine),
        _ => (Bad, BadFill),
    };

    private static XColor Of(int rgb) => XColor.FromArgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
}
