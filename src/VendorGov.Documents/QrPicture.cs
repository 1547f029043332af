using QRCoder;

namespace VendorGov.Documents;

/// <summary>QR codes (ISO/IEC 18004, error correction M) without their quiet zone, or as PNG with it.</summary>
public static class QrPicture
{
    /// <param name="content">What the code says.</param>
    /// <param name="pixels">Per module.</param>
    public static byte[] Png(string content, int pixels = 6)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return new PngByteQRCode(data).GetGraphic(pixels);
    }

    /// <summary>Rows of modules; true is dark.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Modules(string content)
    {
        const int quiet = 4;
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return [.. rows.Skip(quiet).SkipLast(quiet).Select(row => row.Cast<bool>().Skip(quiet).SkipLast(quiet).ToList())];
    }
}
