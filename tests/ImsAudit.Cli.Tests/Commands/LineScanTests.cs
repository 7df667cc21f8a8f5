using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary><c>--unsorted</c> over a file with an image a line, whose short way must come to what the general way comes to.</summary>
public sealed class LineScanTests : IDisposable
{
    private readonly App _app = new();

    public LineScanTests() => _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("""{"id":"i1","x":"bad"}""", """{"id":"i2","x":"good"}""")]
    [InlineData("""{"id":"i1","x":"bad"}""", """{"id":"i1","x":"good"}""")]
    [InlineData("""{"id":"i1","x":"bad"}""", """[{"id":"i2","x":"bad"}]""")]
    [InlineData("""{"id":"i1","x":"bad"}""", """{"images":[{"id":"i2","x":"bad"}],"next":"/v2/images?marker=i2"}""")]
    public async Task Both_ways_give_the_same_file_the_same_words_and_the_same_exit_code(params string[] lines)
    {
        _app.Folder.Write("lines", string.Join('\n', lines) + "\n");
        string[] scan = ["scan", "--from", "lines", "--policies", ".", "--unsorted", "--run-id", "r", "--output"];

        var quick = await _app.RunAsync([.. scan, "ndjson=quick"]);
        // Standard output cannot be taken back, so it is written the general way.
        var general = await _app.RunAsync([.. scan, "ndjson=-"]);

        File.ReadAllText(_app.Folder["quick"]).ShouldBe(general.Output);
        (quick.ExitCode, quick.Error).ShouldBe((general.ExitCode, general.Error));
        quick.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_further_on_is_told_with_its_place_and_leaves_no_file()
    {
        _app.Folder.Write("lines", "{\"id\":\"i1\",\"x\":\"bad\"}\n{\"id\":\"i2\"\n");

        (await _app.RunAsync("scan", "--from", "lines", "--policies", ".", "--unsorted", "--output", "ndjson=u")).ShouldExit(2).Error.ShouldContain("line 3");

        File.Exists(_app.Folder["u"]).ShouldBeFalse();
    }
}
