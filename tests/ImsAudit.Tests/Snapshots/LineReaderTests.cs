using System.Text;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public async Task Lines_come_whole_however_the_bytes_are_cut(int most)
    {
        string[] lines = ["a\n", "\n", new string('b', 150_000) + "\r\n", "c\n", "d"];
        var reader = new LineReader(new ChunkedStream(Encoding.UTF8.GetBytes(string.Concat(lines)), most));
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            (await reader.NextAsync(default)).ShouldBeTrue();
            Encoding.UTF8.GetString(reader.Line.Span).ShouldBe(line);
            (reader.Number, reader.IsTerminated).ShouldBe((i + 1, i < 4));
        }
        (await reader.NextAsync(default)).ShouldBeFalse();
        (await reader.NextAsync(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Line_without_an_end_does_not_fill_the_memory()
    {
        var reader = new LineReader(new MemoryStream(new byte[300_000]), longest: 100_000);
        await Should.ThrowAsync<InvalidDataException>(() => reader.NextAsync(default).AsTask());
    }
}
