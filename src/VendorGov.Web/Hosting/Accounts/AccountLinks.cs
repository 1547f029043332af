namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Links that go out by mail.</summary>
public sealed class AccountLinks(PortalAddress address)
{
    public string SignIn => address.Of("/Account/SignIn");

    public string Invitation(string token) => address.Of($"/Account/AcceptInvitation?token={Uri.EscapeDataString(token)}");

    public string Reset(Guid user, string code) => address.Of($"/Account/ResetPassword?user={user:D}&code={Uri.EscapeDataString(code)}");
}
