namespace VendorGov.Data.Identity;

/// <summary>
/// The one row that says that an administrator exists. Its fixed key lets the second of two racing first runs fail.
/// <see cref="IsDemo"/> marks a database that the demo may refill.
/// </summary>
public sealed class Installation
{
    public int Id { get; set; } = 1;

    public DateTimeOffset CreatedAt { get; set; }

    public bool IsDemo { get; set; }
}

/// <summary>One key of the data-protection ring, shared by all web nodes.</summary>
public sealed class DataProtectionKey
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
