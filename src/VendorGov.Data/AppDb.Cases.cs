using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Cases;

namespace VendorGov.Data;

/// <summary>What hangs on an issue beside its own handling: ledger, promises, callbacks, referrals, investigations, faults.</summary>
public sealed partial class AppDb
{
    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<Promise> Promises => Set<Promise>();

    public DbSet<Callback> Callbacks => Set<Callback>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<Investigation> Investigations => Set<Investigation>();

    public DbSet<InvestigationDraft> InvestigationDrafts => Set<InvestigationDraft>();

    public DbSet<Fault> Faults => Set<Fault>();

    public DbSet<MissedContact> MissedContacts => Set<MissedContact>();
}
