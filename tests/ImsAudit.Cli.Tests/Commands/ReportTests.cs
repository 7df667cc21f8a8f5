using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class ReportTests : IDisposable
{
    private static readonly string[] s_formats = ["json", "ndjson", "csv", "text", "html", "markdown"];
    private readonly App _app = new();

    public ReportTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Saved_result_renders_byte_for_byte_the_same()
    {
        (await _app.RunAsync(["scan", "--from", "sample.json", "--fail-on", "none", .. Into("1")])).ShouldExit(0);

        (await _app.RunAsync(["report", "1.json", .. Into("2")])).ShouldExit(0);

        foreach (var format in s_formats) File.ReadAllBytes(_app.Folder[$"2.{format}"]).ShouldBe(File.ReadAllBytes(_app.Folder[$"1.{format}"]), format);
    }

    [Fact]
    public async Task Result_may_come_from_standard_input()
    {
        _app.Input = (await _app.RunAsync("scan", "--from", "sample.json", "--fail-on", "none", "--output", "json=-")).Output;

        (await _app.RunAsync("report", "-", "--output", "json=-")).ShouldExit(0).Output.ShouldBe(_app.Input);
    }

    [Theory]
    [InlineData("absent.json")]
    [InlineData("sample.json")]
    public async Task File_that_is_no_result_exits_2(string file) =>
        (await _app.RunAsync("report", file)).ShouldExit(2).Error.ShouldContain(file);

    private static IEnumerable<string> Into(string name) => s_formats.SelectMany(format => new[] { "--output", $"{format}={name}.{format}" });
}
