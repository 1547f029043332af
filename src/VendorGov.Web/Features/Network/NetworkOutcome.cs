using System.Security.Cryptography;
using System.Text;
using VendorGov.Web.Shared.Sheets;

namespace VendorGov.Web.Features.Network;

public enum NetworkChangeKind
{
    New,
    Changed,
    Unchanged,
}

/// <summary>What one row of the file does.</summary>
public sealed record NetworkChange(string Sheet, int Row, string Key, string Name, NetworkChangeKind Kind);

/// <summary>A link that a new member gets; known only in the run that made it.</summary>
public sealed record NetworkLink(string Name, string Email, string Url);

public sealed record NetworkOutcome(IReadOnlyList<NetworkChange> Changes, IReadOnlyList<SheetProblem> Problems, IReadOnlyList<NetworkLink> Links)
{
    public int Count(NetworkChangeKind kind) => Changes.Count(c => c.Kind == kind);

    /// <summary>Names this very set of changes: what was previewed is what is applied.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Changes))));
}
