using VendorGov.Data.Identity;
using VendorGov.Web.Hosting.Accounts;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly AppUser Person = new() { Email = "heqing@lucheng.example", DisplayName = "He Qing" };

    [Theory]
    [InlineData("short1!", "account.password.short")]
    [InlineData("P@ssw0rd123", "account.password.short")]
    [InlineData("Password2026!", "account.password.common")]
    [InlineData("P@ssw0rd123456", "account.password.common")]
    [InlineData("woaini131452", "account.password.common")]
    [InlineData("aaaaaaaaaaaa", "account.password.common")]
    [InlineData("1234567890123", "account.password.common")]
    [InlineData("abcdefghijkl", "account.password.common")]
    [InlineData("heqing202600", "account.password.own")]
    public void A_weak_password_is_refused_with_its_reason(string password, string reason) =>
        Assert.Equal(reason, PasswordRules.Problem(password, Person));

    [Theory]
    [InlineData("riverstone-bridge")]
    [InlineData("no digits or signs needed")]
    [InlineData("竹林里的第七个雨天很安静")]
    public void A_sentence_will_do_without_rules_of_composition(string password) =>
        Assert.Null(PasswordRules.Problem(password, Person));

    [Fact]
    public void More_than_128_characters_are_refused() =>
        Assert.Equal("account.password.long", PasswordRules.Problem(string.Concat(Enumerable.Repeat("longer ", 20)), Person));
}
