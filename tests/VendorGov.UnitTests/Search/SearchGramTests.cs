using System.Text;
using VendorGov.Domain.Search;
using Xunit;

namespace VendorGov.UnitTests.Search;

public sealed class SearchGramTests
{
    [Theory]
    [InlineData("查找", "查找")]
    [InlineData("Chill", "ch|hi|il|ll")]
    [InlineData("P1", "p1")]
    [InlineData("12", "")]
    [InlineData("123", "")]
    [InlineData("1234", "1234")]
    [InlineData("JD12345", "jd|d1|1234|2345")]
    [InlineData("8月12日", "8月|月1|2日")]
    [InlineData("破😀😁", "破😀|😀😁")]
    [InlineData("a\0b", "ab")]
    [InlineData("字", "")]
    [InlineData("", "")]
    public void Four_digits_or_two_characters_are_a_piece(string words, string pieces) =>
        Assert.Equal(pieces.Split('|', StringSplitOptions.RemoveEmptyEntries), SearchGram.In(words));

    [Fact]
    public void A_text_has_every_piece_of_each_of_its_parts()
    {
        var random = new Random(20261123);
        Rune[] letters = [.. "0123456789abZ查找，-１ａ😀😁 ".EnumerateRunes()];
        for (var round = 0; round < 2_000; round++)
        {
            var text = Enumerable.Range(0, random.Next(1, 40)).Select(_ => letters[random.Next(letters.Length)]).ToList();
            var start = random.Next(text.Count);
            var part = string.Concat(text.GetRange(start, random.Next(1, text.Count - start + 1)));
            var whole = string.Concat(text);
            var stored = SearchGram.In(whole);
            Assert.True(SearchGram.In(part).All(stored.Contains), $"“{part}” of “{whole}”");
            Assert.All(stored, gram => Assert.InRange(gram.Length, 2, SearchGram.Longest));
            Assert.All(stored, gram => Assert.DoesNotContain(Rune.ReplacementChar, gram.EnumerateRunes()));
        }
    }

    [Theory]
    [InlineData("YT7501234567890", "7890|3456|5012")]
    [InlineData("圆通快递1234", "1234|快递|圆通")]
    [InlineData("Temperature", "re|tu|ra")]
    public void Of_a_number_its_end_is_asked_for_and_of_words_pieces_apart(string words, string asked) =>
        Assert.Equal(asked.Split('|'), SearchGram.Telling(words));
}
