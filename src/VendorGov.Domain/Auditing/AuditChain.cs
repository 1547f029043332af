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

    /// <summary>Sequence of the first entry that does not fit; null where the chain is whole.</summary>
    public static long? FirstBreak(IEnumerable<AuditEntry> inOrder)
    {
        var (expected, previous) = (1L, Genesis);
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
