using Microsoft.AspNetCore.Identity;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Identity's error codes as text keys.</summary>
public static class PasswordErrors
{
    public static string KeyOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => "account.password.short",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "account.password.mismatch",
        nameof(IdentityErrorDescriber.InvalidToken) => "account.link.dead",
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => "account.email.taken",
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => "account.email.invalid",
        var own when own.StartsWith("account.", StringComparison.Ordinal) => own,
        _ => "account.password.refused",
    };
}
