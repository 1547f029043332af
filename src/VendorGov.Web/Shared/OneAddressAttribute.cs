using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace VendorGov.Web.Shared;

/// <summary>One bare address of mail: no name beside it, no second one, nothing that a mail server could read as a line of its own (ASVS 1.3.11).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneAddressAttribute : ValidationAttribute
{
    public OneAddressAttribute() => ErrorMessage = "validation.EmailAddress";

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || IsOne(text.Trim());

    public static bool IsOne(string text) =>
        !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
