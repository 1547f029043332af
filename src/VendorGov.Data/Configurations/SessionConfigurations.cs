using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Identity;

namespace VendorGov.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> b)
    {
        b.HasKey(s => s.Id);
        b.Property(s => s.Address).HasMaxLength(UserSession.LongestAddress);
        b.Property(s => s.Device).HasMaxLength(UserSession.LongestDevice);
        b.HasIndex(s => new { s.UserId, s.EndedAt });
        b.HasIndex(s => s.CreatedAt);
    }
}

internal sealed class SignInEventConfiguration : IEntityTypeConfiguration<SignInEvent>
{
    public void Configure(EntityTypeBuilder<SignInEvent> b)
    {
        b.HasKey(e => e.Id);
        b.Property(e => e.Address).HasMaxLength(UserSession.LongestAddress);
        b.Property(e => e.Device).HasMaxLength(UserSession.LongestDevice);
        b.HasIndex(e => new { e.UserId, e.At });
        b.HasIndex(e => e.At);
    }
}
