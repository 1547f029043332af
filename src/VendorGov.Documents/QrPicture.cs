using QRCoder;

namespace VendorGov.Documents;

/// <summary>A QR code (ISO/IEC 18004, error correction M) as PNG.</summary>
public static class QrPicture
{
    /// <param name="pixels">Per module.</param>
    public static byte[] Png(string content, int pixels = 6)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return new PngByteQRCode(data).GetGraphic(pixels);
    }
}
