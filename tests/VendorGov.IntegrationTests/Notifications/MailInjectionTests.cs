using Microsoft.EntityFrameworkCore;
using VendorGov.IntegrationTests.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Notifications;

/// <summary>Names and addresses that people type begin no header, no other receiver and no body of a mail (ASVS 1.3.11).</summary>
public sealed class MailInjectionTests(NewsPortal portal) : IClassFixture<NewsPortal>
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\r\n\r\n", "\0", "\u0085", "\u2028", "%0d%0a"];

    [Fact]
    public async Task A_name_with_line_breaks_stays_one_line_of_the_mail()
    {
        using var headquarters = await portal.SignedInAsync(portal.Networks.Own.Headquarters);
        // The network's own name stands in the title of its invitations.
        await headquarters.SubmitAsync(await headquarters.GetAsync("/Network/Settings"), "#Input_Name", ("Name", "North\r\nBcc: thief@evil.example\r\n\r\nClick"));
        for (var i = 0; i < Breaks.Length; i++)
        {
            var name = $"Qing{Breaks[i]}Bcc: thief@evil.example{Breaks[i]}Subject: forged{Breaks[i]}{Breaks[i]}<a href=https://evil.example>";
            await InviteAsync(headquarters, name, $"guest{i}@portal.example");
        }

        await portal.RunAsync();
        var letters = portal.Mail.Letters.ToList();
        Assert.NotEmpty(letters);
        Assert.Empty(portal.Mail.To("thief@evil.example"));
        Assert.All(letters, l => Assert.EndsWith("@portal.example", l.To.Trim('<', '>'), StringComparison.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain('\n', l.Subject));
        Assert.DoesNotContain(letters, l => l.Subject.StartsWith("forged", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("guest@portal.example,thief@evil.example")]
    [InlineData("guest@portal.example;thief@evil.example")]
    [InlineData("guest@portal.example\r\nRCPT TO:<thief@evil.example>")]
    [InlineData("guest@portal.example\nBcc: thief@evil.example")]
    [InlineData("<guest@portal.example>, thief@evil.example")]
    [InlineData("\"x\" <thief@evil.example>")]
    [InlineData("thief@evil.example\0@portal.example")]
    public async Task An_address_that_is_more_than_one_is_not_taken(string address)
    {
        using var headquarters = await portal.SignedInAsync(portal.Networks.Own.Headquarters);
        var before = portal.Mail.Letters.Count;
        var page = await InviteAsync(headquarters, "Guest", address);
        Assert.True((int)page.Status < 500, $"{page.Status}");
        Assert.DoesNotContain("/Account/AcceptInvitation", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await portal.InTenantAsync(portal.Networks.Own.Tenant, db => db.Invitations.CountAsync(i => i.Email.Contains("thief"))));
        using var anybody = portal.Anonymous();
        await anybody.SubmitAsync(await anybody.GetAsync("/Account/ForgotPassword"), "#Email", ("Email", address));
        await portal.RunAsync();
        Assert.DoesNotContain(portal.Mail.Letters.Skip(before), l => l.To.Contains("thief", StringComparison.Ordinal));
    }

    private static async Task<Screen> InviteAsync(Visitor headquarters, string name, string email) =>
        await headquarters.SubmitAsync(await headquarters.GetAsync("/Network/Invite"), "#Input_Email", ("Name", name), ("Email", email), ("Role", "Auditor"));
}
