using System.Text.RegularExpressions;
using VendorGov.Domain;
using VendorGov.Web.Shared;
using Xunit;

namespace VendorGov.IntegrationTests.Shared;

/// <summary>No page may show a key, a hole or an enum's name: the texts are checked against the source.</summary>
public sealed partial class TextTests
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Text Zh = Text.For(Text.Chinese, Beijing);
    private static readonly Text En = Text.For(Text.English, Beijing);

    [Fact]
    public void No_key_is_defined_twice() => Assert.Empty(TextCatalogue.Embedded.Twice);

    [Fact]
    public void Both_languages_of_a_text_take_the_same_arguments()
    {
        var unequal = TextCatalogue.Embedded.Keys
            .Where(key => TextCatalogue.Embedded.Find(key) is { } w && !Holes(w.Zh).SetEquals(Holes(w.En)));
        Assert.Empty(unequal);
    }

    [Fact]
    public void Chinese_texts_do_not_shout()
    {
        var loud = TextCatalogue.Embedded.Keys.Where(key => TextCatalogue.Embedded.Find(key)!.Zh.Contains('！', StringComparison.Ordinal));
        Assert.Empty(loud);
    }

    [Fact]
    public void Every_key_that_the_source_names_exists()
    {
        var missing = Sources().SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(m => (file, key: m.Groups[1].Value)))
            .Where(use => TextCatalogue.Embedded.Find(use.key) is null)
            .Select(use => $"{Path.GetFileName(use.file)}: {use.key}").Distinct();
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_refused_transition_has_its_sentence()
    {
        var missing = Sources().SelectMany(file => Rules().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct()
            .Where(rule => TextCatalogue.Embedded.Find("rule." + rule) is null);
        Assert.Empty(missing);
    }

    [Fact]
    public void An_enum_that_has_texts_has_one_for_each_value()
    {
        var named = TextCatalogue.Embedded.Keys.Where(k => k.StartsWith("enum.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).ToHashSet();
        var enums = new[] { typeof(YearMonth).Assembly, typeof(Text).Assembly, typeof(VendorGov.Data.AppDb).Assembly }
            .SelectMany(a => a.GetTypes()).Where(t => t.IsEnum && named.Contains(t.Name));
        var missing = enums.SelectMany(t => Enum.GetNames(t).Select(n => $"enum.{t.Name}.{n}"))
            .Where(key => TextCatalogue.Embedded.Find(key) is null);
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData(12_000, "3小时20分", "3 h 20 min")]
    [InlineData(3_540, "59分", "59 min")]
    [InlineData(7_200, "2小时", "2 h")]
    [InlineData(79_200, "22小时", "22 h")]
    [InlineData(360_000, "4天4小时", "4 days 4 h")]
    public void Durations_read_as_people_say_them(long seconds, string zh, string en)
    {
        Assert.Equal(zh, Zh.Duration(seconds));
        Assert.Equal(en, En.Duration(seconds));
    }

    [Fact]
    public void A_remaining_time_names_its_kind_of_time()
    {
        Assert.Equal("剩余 3小时20分（工作时间）", Zh.Remaining(12_000, TimeKind.Business));
        Assert.Equal("3 h 20 min left (business time)", En.Remaining(12_000, TimeKind.Business));
        Assert.Equal("已超时 1小时15分", Zh.Overdue(-4_500));
        Assert.Equal("剩余 4个工作日", Zh.RemainingDays(4, TimeKind.WorkingDays));
    }

    [Fact]
    public void Instants_are_told_in_the_readers_zone()
    {
        var at = new DateTimeOffset(2026, 7, 8, 2, 26, 0, TimeSpan.Zero);
        Assert.Equal("7月8日 10:26", Zh.Instant(at, at));
        Assert.Equal("8 Jul 10:26", En.Instant(at, at));
        Assert.Equal("2026年7月8日 10:26", Zh.Instant(at));
        Assert.Equal(Text.None, Zh.Instant(null));
    }

    [Fact]
    public void Figures_round_half_away_from_zero_and_no_value_is_a_dash()
    {
        Assert.Equal("82.65%", En.Percent(82.645m, 2));
        Assert.Equal("−9.4", Zh.Change(-9.4m));
        Assert.Equal("+1.5", Zh.Change(1.45m));
        Assert.Equal("¥1,234.50", Zh.Money(1234.5m, "CNY"));
        Assert.Equal("–", Zh.Percent(null));
    }

    private static HashSet<string> Holes(string sentence) => Hole().Matches(sentence).Select(m => m.Groups[1].Value).ToHashSet();

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Root(), "src"), "*.cs*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "VendorGov.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Hole();

    /// <summary>T["area.key"], text["area.key"] and Name = "area.key".</summary>
    [GeneratedRegex("""\b(?:T|text|Text|_text)\["([a-z][A-Za-z0-9.-]*)"[\],]""")]
    private static partial Regex Named();

    [GeneratedRegex("""new RuleViolationException\(\s*"([a-z0-9-]+)""")]
    private static partial Regex Rules();
}
