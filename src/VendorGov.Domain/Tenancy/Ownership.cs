namespace VendorGov.Domain.Tenancy;

/// <summary>A row of one franchise network. The first wall stands on this key.</summary>
public interface ITenantOwned
{
    TenantId TenantId { get; }
}

/// <summary>A row that one vendor may see and write.</summary>
public interface IVendorOwned : ITenantOwned
{
    VendorId VendorId { get; }
}

/// <summary>A row of one outlet and one vendor: an issue and what hangs on it.</summary>
public interface IOutletOwned : IVendorOwned
{
    OutletId OutletId { get; }
}

/// <summary>A row that belongs to a contract: seen by its vendor and by the outlets that the contract covers.</summary>
public interface IContractOwned : IVendorOwned
{
    ContractId ContractId { get; }
}

/// <summary>A row about a contract that its vendor must not see: headquarters and the outlets that the contract covers do.</summary>
public interface IBuyerOwned : IVendorOwned
{
    ContractId ContractId { get; }
}

/// <summary>
/// A row of one outlet and one vendor that the vendor sees once it is shown to it, or where it is one of its own people's (a blind
/// calibration): mystery contacts and evaluations that are not published.
/// </summary>
public interface IShownOwned : IOutletOwned
{
    ContractId ContractId { get; }

    DateTimeOffset? ShownAt { get; }
}

/// <summary>
/// A row of one vendor or of one outlet: exactly one of the two keys is set. The other party does not see it, headquarters do.
/// </summary>
public interface IPartyOwned : ITenantOwned
{
    VendorId? VendorId { get; }

    OutletId? OutletId { get; }
}

/// <summary>A row that headquarters (and the auditor) alone may see.</summary>
public interface IHeadquartersOwned : ITenantOwned;

/// <summary>Optimistic concurrency: the save interceptor raises the number with each change.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>Changes of this row are written to the audit trail.</summary>
public interface IAudited;
