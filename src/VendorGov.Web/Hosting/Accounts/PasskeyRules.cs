using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// A passkey is taken only if the device made sure of the person and keeps the key under the person's account, so that it opens without a
/// name. With <c>Site:PublicUrl</c> keys are bound to its host and no forged Host header changes that.
/// </summary>
public sealed class PasskeyRules(IOptions<SiteOptions> site) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.ServerDomain = Uri.TryCreate(site.Value.PublicUrl, UriKind.Absolute, out var address) ? address.Host : null;
    }
}
