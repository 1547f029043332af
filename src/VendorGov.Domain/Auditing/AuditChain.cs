using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VendorGov.Domain.Auditing;

/// <summary>The SHA-256 chain over a tenant's audit entries, in order of <see cref="AuditEntry.Sequence"/>.</summary>
public static class AuditChain
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string HashOf(AuditEntry entry, long sequence, string previousHash)
    {
        var text = string.Join('\n',
            previousHash,
            sequence.ToString(CultureInfo.InvariantCulture),
            entry.Id.ToString("D"),
            (entry.At.UtcTicks / 10).ToString(CultureInfo.InvariantCulture),
            entry.ActorId?.Value.ToString("D") ?? "",
            entry.ActorName,
            entry.Action,
            entry.Subject,
            entry.SubjectId,
            entry.Changes);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>
    /// Sequence of the first of some consecutive entries that does not fit behind entry <paramref name="after"/>: changed, removed, added or
    /// moved; null where all do.
    /// </summary>
    public static long? FirstBreak(long after, string previousHash, IEnumerable<AuditEntry> inOrder)
    {
        var (expected, previous) = (after + 1, previousHash);
        foreach (var entry in inOrder)
        {
            if (entry.Sequence != expected || entry.Hash != HashOf(entry, expected, previous))
            {
                return expected;
            }

            previous = entry.Hash;
            expected++;
        }

        return null;
    }
}
