using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// One-time codes by time (RFC 6238: SHA-1, 30 s, six digits). Unlike Identity's, a code opens once: the step that was used last, and all
/// before it, open no more (ASVS 6.5.1).
/// </summary>
public static class Totp
{
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The step that the code belongs to: the present one or a neighbour, later than <paramref name="last"/>. Null for any other code.</summary>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long last)
    {
        var given = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeOf(secret, step))) && step > last)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of an instant.</summary>
    public static string CodeAt(byte[] secret, DateTimeOffset at) => CodeOf(secret, at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>Base32 (RFC 4648) without padding, as authenticator apps take it.</summary>
    public static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard names SHA-1; apps know no other.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
