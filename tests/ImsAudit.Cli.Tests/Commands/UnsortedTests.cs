using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary><c>--unsorted</c>: findings as they come.</summary>
public sealed class UnsortedTests : IDisposable
{
    private const string Policy = """ "require": { "field": "x", "equals": "good" } """;
    private readonly App _app = new();

    public UnsortedTests()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(Policy));
        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i2","name":"b","x":"bad"}""", """{"id":"i1","name":"a","x":"bad"}""", """{"id":"i3","x":"good"}"""));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Unsorted_rows_are_the_sorted_ones_in_the_order_of_the_images()
    {
        (await ScanAsync("--output", "ndjson=u", "--unsorted")).ShouldExit(1);
        (await ScanAsync("--output", "ndjson=s")).ShouldExit(1);

        var (unsorted, sorted) = (Lines("u"), Lines("s"));
        unsorted.Length.ShouldBe(2);
        unsorted.ShouldBe(sorted.Reverse());
    }

    [Fact]
    public async Task Unsorted_rows_begin_with_what_was_not_seen()
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Broken("""{"id":"i1","x":"bad"}"""));

        (await ScanAsync("--output", "ndjson=u", "--unsorted")).ShouldExit(3);

        Lines("u")[0].ShouldContain("\"outcome\":\"incomplete\"");
    }

    /// <summary>What went into a pipe cannot be taken back: it goes there when it is known that the file holds an image a line.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[{\"id\":\"late\",\"visibility\":\"private\",\"x\":\"bad\"}]")]
    public async Task Standard_output_gets_what_a_file_gets(string last)
    {
        var lines = Enumerable.Range(0, 50).Select(at => $$"""{"id":"i{{at}}","visibility":"private","x":"bad"}""");
        _app.Folder.Write("lines.ndjson", string.Join('\n', lines.Append(last)));
        string[] scan = ["scan", "--from", "lines.ndjson", "--policies", "own.policy.json", "--unsorted", "--output"];

        (await _app.RunAsync([.. scan, "ndjson=u"])).ShouldExit(1);
        var output = (await _app.RunAsync([.. scan, "ndjson=-"])).ShouldExit(1).Output;

        output.ShouldBe(await File.ReadAllTextAsync(_app.Folder["u"]));
        _app.Files.ShouldBe(["lines.ndjson", "own.policy.json", "s.ndjson", "u"]);
    }

    [Fact]
    public async Task An_estate_without_an_image_is_not_an_empty_file()
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Of());

        (await ScanAsync("--output", "ndjson=u", "--unsorted")).ShouldExit(3);

        Lines("u").ShouldHaveSingleItem().ShouldContain("\"outcome\":\"incomplete\"");
    }

    [Theory]
    [InlineData("json=u")]
    [InlineData("text=-")]
    public async Task Unsorted_goes_with_one_ndjson_output_alone(string output)
    {
        (await ScanAsync("--unsorted", "--output", output)).ShouldExit(2);
        (await ScanAsync("--unsorted", "--output", "ndjson=v", "--output", output)).ShouldExit(2);
    }

    private Task<ImsAuditRun> ScanAsync(params string[] options) => _app.RunAsync(["scan", "--from", "s.ndjson", "--policies", ".", .. options]);

    private string[] Lines(string file) => File.ReadAllLines(_app.Folder[file]);
}
