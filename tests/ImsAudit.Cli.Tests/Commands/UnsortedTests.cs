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
