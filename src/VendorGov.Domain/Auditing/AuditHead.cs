using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Auditing;

/// <summary>
/// Where a tenant's chain ends, and where what is kept of it begins: entries up to <see cref="KeptAfter"/> were removed when their time
/// was over, so the chain is checked from the hash that the last of them had.
/// </summary>
public sealed class AuditHead : IHeadquartersOwned, IVersioned
{
    private AuditHead()
    {
    }

    public AuditHead(TenantId tenant) => TenantId = tenant;

    public TenantId TenantId { get; private set; }

    /// <summary>Number of the last entry that joined; 0 before the first.</summary>
    public long Sequence { get; private set; }

    public string Hash { get; private set; } = AuditChain.Genesis;

    public long KeptAfter { get; private set; }

    public string KeptAfterHash { get; private set; } = AuditChain.Genesis;

    public int Version { get; private set; } = 1;

    /// <summary>The entries join in the order given. An entry that is part of the chain already is refused.</summary>
    public void Append(IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Sequence is not null)
            {
                throw new RuleViolationException("audit-chained-twice", entry.Id);
            }

            entry.Chain(++Sequence, Hash);
            Hash = entry.Hash!;
        }
    }

    /// <summary>The chain is kept from behind <paramref name="last"/> on; whoever calls removes that entry and all before it.</summary>
    public void Forget(AuditEntry last)
    {
        if (last.Sequence is not { } sequence || sequence <= KeptAfter || sequence > Sequence)
        {
            throw new RuleViolationException("audit-outside-chain", last.Id);
        }

        (KeptAfter, KeptAfterHash) = (sequence, last.Hash!);
    }
}
