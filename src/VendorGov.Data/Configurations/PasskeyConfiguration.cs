using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VendorGov.Data.Converters;
using VendorGov.Data.Identity;

namespace VendorGov.Data.Configurations;

/// <summary>
/// Passkeys of accounts, in the shape that Identity's store expects. Identity's own schema that holds them would change keys of its other
/// tables too, which no engine does in place.
/// </summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> b)
    {
        b.ToTable("AspNetUserPasskeys");
        b.HasKey(p => p.CredentialId);
        b.Property(p => p.CredentialId).HasMaxLength(AppUser.LongestPasskeyId);
        b.Property(p => p.Data).IsJson();
        b.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}
