using VendorGov.Domain.Issues;
using Xunit;

namespace VendorGov.UnitTests.Issues;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("刘女士", "刘**")]
    [InlineData("𠮷野", "𠮷**")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_name_shows_its_first_character(string? name, string? shown) => Assert.Equal(shown, PersonalData.MaskName(name));

    [Theory]
    [InlineData("13812342097", "138****2097")]
    [InlineData("62001", "****01")]
    [InlineData("7", "****7")]
    [InlineData(null, null)]
    public void A_phone_number_shows_too_little_to_be_called(string? phone, string? shown) =>
        Assert.Equal(shown, PersonalData.MaskPhone(phone));
}
