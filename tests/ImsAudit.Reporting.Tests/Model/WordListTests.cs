using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ImsAudit.Reporting.Model;

namespace ImsAudit.Reporting.Tests.Model;

public sealed partial class WordListTests
{
    [Fact]
    public void Both_languages_say_the_same_things() => WordList.Of("zh").Keys.ShouldBe(WordList.Of("en").Keys);

    [Fact]
    public void Both_languages_put_in_the_same_values()
    {
        foreach (var key in WordList.Of("en").Keys)
            Places(WordList.Of("zh").Raw(key).Other).ShouldBe(Places(WordList.Of("en").Raw(key).Other), key);
    }

    [Fact]
    public void Chinese_has_no_words_that_are_still_English() =>
        WordList.Of("zh").Keys.Where(key => !WordList.Of("zh").Raw(key).Other.Any(letter => letter >= '\u2e80')).ShouldBeEmpty();

    [Fact]
    public void Every_word_that_the_templates_say_is_in_the_list()
    {
        var said = Said().ToList();

        said.Count.ShouldBeGreaterThan(60);
        said.Except(WordList.Of("en").Keys).ShouldBeEmpty();
    }

    [Fact]
    public void No_word_is_in_the_list_that_nobody_says()
    {
        // Made of parts: a severity, a verdict, an age.
        string[] families = ["severity.", "word.", "title.", "age.", "chart.age.", "weekly.state.", "weekly.share."];
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository(), "src/ImsAudit.Reporting"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        WordList.Of("en").Keys.Except(Said()).Where(key => !families.Any(key.StartsWith) && !code.Contains($"\"{key}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", 1, "1 image")]
    [InlineData("en", 0, "0 images")]
    [InlineData("en", 12345, "12,345 images")]
    [InlineData("zh", 1, "1 个镜像")]
    [InlineData("other", 2, "2 images")]
    public void One_thing_is_not_called_several(string language, int count, string words) => WordList.Of(language).Say("images", count).ShouldBe(words);

    private static IEnumerable<string> Said() =>
        Directory.EnumerateFiles(Path.Combine(Repository(), "reports-templates")).Where(file => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)).Select(File.ReadAllText)
            .SelectMany(text => Say().Matches(text)).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bsay ?\(?""(?<key>[A-Za-z0-9.]*[A-Za-z0-9])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Say();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
