using System.Reflection;
using Microsoft.AspNetCore.Identity;
using VendorGov.Data.Identity;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// What a password must be: 12 to 128 characters, not among the best-known weak ones, not built from the person's own name
/// or address, not one character or one run. No rules of composition (ASVS 6.2.5).
/// </summary>
public sealed class PasswordRules : IPasswordValidator<AppUser>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>What is called weak with any ending of digits or signs: summer2026! is summer.</summary>
    private static readonly HashSet<string> Weak = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        var problem = Problem(password ?? "", user);
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = problem, Description = problem }));
    }

    /// <summary>The text key of what is wrong; null where the password will do.</summary>
    public static string? Problem(string password, AppUser user)
    {
        if (password.Length < Shortest)
        {
            return "account.password.short";
        }

        if (password.Length > Longest)
        {
            return "account.password.long";
        }

        var plain = password.ToLowerInvariant();
        return IsCommon(plain) || IsRun(plain) ? "account.password.common" : HoldsOwnWords(plain, user) ? "account.password.own" : null;
    }

    private static bool IsCommon(string plain)
    {
        var core = plain.TrimEnd("0123456789!@#$%^&*._-?+ ".ToCharArray()).Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('@', 'a').Replace('$', 's');
        return Weak.Contains(plain) || Weak.Contains(core) || (core.Length <= 3 && plain.Length < 14);
    }

    /// <summary>aaaaaaaaaa, 1234567890, abcdefghij, and the same few characters over and over.</summary>
    private static bool IsRun(string plain)
    {
        var steps = plain.Zip(plain.Skip(1), (a, b) => b - a).Distinct().ToList();
        return plain.Distinct().Count() < 4 || (steps.Count == 1 && Math.Abs(steps[0]) <= 1);
    }

    private static bool HoldsOwnWords(string plain, AppUser user)
    {
        string[] words = [.. (user.Email ?? "").ToLowerInvariant().Split('@', '.', '-', '_'), user.DisplayName.ToLowerInvariant().Replace(" ", "")];
        return words.Any(word => word.Length >= 4 && plain.Contains(word, StringComparison.Ordinal) && plain.Length < word.Length + 8);
    }

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("weak-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet();
    }
}
