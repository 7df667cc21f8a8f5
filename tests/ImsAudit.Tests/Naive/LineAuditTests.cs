using System.Text;
using System.Text.Json;
using CsCheck;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Naive;

/// <summary>The short way over a file of lines against the general one: the same bytes, counts and notes.</summary>
public sealed class LineAuditTests : IDisposable
{
    private const int Images = 300;
    private const string Named = "\"title\":\"t\",\"severity\":\"low\",\"require\":{\"field\":\"name\",\"exists\":true}";

    private static readonly Gen<string> Policy = Gen.Select(
        Gen.Frequency((3, Gen.Const("")), (1, Gen.Const("\"message\":\"the name is {name}, x is {x}\",")), (1, Gen.Const("\"sensitive\":true,"))),
        Gen.Frequency((3, Gen.Const("")), (1, Gen.Const("\"categories\":[\"private\",\"public\"],")), (1, AnyPolicy.Condition.Select(when => $"\"when\":{when},"))),
        Pick.Of("require", "forbid"),
        AnyPolicy.Condition,
        (message, when, kind, condition) => $"\"title\":\"t\",\"severity\":\"low\",\"parameters\":{{{AnyPolicy.Parameters}}},{message}{when}\"{kind}\":{condition}");

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Random_policies_give_the_same_lines_the_short_way_and_the_general_way() =>
        Gen.Select(NaiveWorlds.Images(Images), Policy.Array[40], Pick.Of("en", "zh")).Sample(
            (images, policies, language) => CompareAsync(Lines(images), Load(policies), language).GetAwaiter().GetResult(), iter: 6, threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Last_line_may_end_or_not(string end) =>
        await CompareAsync($$"""{"id":"a","name":"n"}{{"\r\n"}} {"id":"b","__imagetype":"new","visibility":"public"} {{end}}""", Load([Named]), "en");

    [Theory]
    [InlineData("""{"id":"a"}""", "a second time")]
    [InlineData("""{"id":"b","images":[]}""", "a response")]
    [InlineData("""{"id":""}""", "no id")]
    [InlineData("""{"id":7}""", "no id")]
    [InlineData("""{"id":"b"}{"id":"c"}""", "two in a line")]
    [InlineData("""[{"id":"b"}]""", "an array")]
    [InlineData("""{"id":"b",""", "cut")]
    [InlineData("   ", "an empty line")]
    public async Task What_is_no_image_a_line_is_left_to_the_general_way(string line, string because)
    {
        File.WriteAllText(_file, $$"""{"id":"a"}{{"\n"}}{"id":"x"}{{"\n"}}{{line}}{{"\n"}}""");
        using var lines = await OpenAsync();

        await Should.ThrowAsync<NotLinesException>(() => RunAsync(lines!, Load([Named]), "en", new MemoryStream()), because);
    }

    [Theory]
    [InlineData("""{"imsaudit":"snapshot/1"}""")]
    [InlineData("""{"images":[]}""")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("{\n\"id\":\"a\"}")]
    public async Task What_does_not_begin_with_an_image_is_not_opened(string text)
    {
        File.WriteAllText(_file, text + "\n");

        (await OpenAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Several_files_and_standard_input_are_not_opened()
    {
        File.WriteAllText(_file, "{\"id\":\"a\"}\n");

        (await ImageLines.OpenAsync([_file, _file], From, default)).ShouldBeNull();
        (await ImageLines.OpenAsync(["-"], From, default)).ShouldBeNull();
    }

    private static FromOptions From => new(new ImageScope(null, "r", "p"), Stream.Null, Path.GetTempPath());

    private Task<ImageLines?> OpenAsync() => ImageLines.OpenAsync([_file], From, default, blockSize: 1000);

    private static string Lines(IEnumerable<Image> images) => string.Concat(images.Select(image => Encoding.UTF8.GetString(image.Json.Span) + "\n"));

    private static PolicySet Load(IReadOnlyList<string> bodies)
    {
        var files = bodies.Select((body, index) => NaiveWorlds.File($"p{index}.policy.json", $"{{\"id\":\"p{index}\",{body}}}"));
        var (set, errors) = PolicyLoader.LoadAsync([new PolicyLayer("random", [.. files, .. NaiveWorlds.References])], []).GetAwaiter().GetResult();
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        return set!.Where(policy => policy.Queries.Count == 0);
    }

    private static AuditOptions Options(string language) =>
        new() { Tool = new ToolInfo("imsaudit", "0"), RunId = "run", AsOf = NaiveWorlds.AsOf, StartedAt = NaiveWorlds.AsOf, Language = language };

    private static Task<AuditResult> RunAsync(ImageLines lines, PolicySet policies, string language, Stream output) =>
        LineAudit.RunAsync(policies, lines, (Options(language), TimeProvider.System, output, Workers: 3));

    private async Task CompareAsync(string text, PolicySet policies, string language)
    {
        File.WriteAllText(_file, text);
        var expected = new StringBuilder();
        using var inventory = await InventoryFiles.OpenAsync([_file], From, default);
        var general = await Audit.RunAsync(policies, inventory, Options(language) with { Stream = finding => expected.Append(Line(finding)).Append('\n') }, TimeProvider.System);
        using var lines = await OpenAsync();
        var output = new MemoryStream();

        var result = await RunAsync(lines!, policies, language, output);

        Encoding.UTF8.GetString(output.ToArray()).Split('\n').ShouldBe(expected.ToString().Split('\n'));
        Facts(result).ShouldBe(Facts(general));
    }

    private static string Line(Finding finding)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, SafeJson.OneLine)) FindingJson.Write(writer, finding);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Facts(AuditResult result)
    {
        var bytes = new MemoryStream();
        ResultJson.Write(result with { Run = result.Run with { FinishedAt = NaiveWorlds.AsOf } }, bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
