using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Scorecards;

namespace VendorGov.Data;

/// <summary>What hangs on scorecards: appeals, their history, when they are due, and the credits that follow.</summary>
public sealed partial class AppDb
{
    public DbSet<ScorecardAppeal> ScorecardAppeals => Set<ScorecardAppeal>();

    public DbSet<ScorecardEvent> ScorecardEvents => Set<ScorecardEvent>();

    public DbSet<ScorecardRhythm> ScorecardRhythms => Set<ScorecardRhythm>();

    public DbSet<CreditClaim> CreditClaims => Set<CreditClaim>();
}
