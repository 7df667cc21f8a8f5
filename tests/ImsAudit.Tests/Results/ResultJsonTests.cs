using System.Text;
using CsCheck;
using ImsAudit.Results;

namespace ImsAudit.Tests.Results;

public sealed class ResultJsonTests
{
    [Fact]
    public void Result_written_and_read_is_the_same_result() => AnyResult.Generator.Sample(
        result => Dump.Of(ResultJson.Read(Write(result), "r.json")).ShouldBe(Dump.Of(result)),
        iter: 100, threads: 1);

    [Fact]
    public void Result_read_and_written_is_the_same_bytes() => AnyResult.Generator.Sample(
        result =>
        {
            var once = Write(result);
            Write(ResultJson.Read(once, "r.json")).ShouldBe(once);
        },
        iter: 200, threads: 1);

    [Fact]
    public void Written_result_holds_no_character_that_a_page_or_terminal_obeys() => AnyResult.Generator.Sample(
        result => Encoding.UTF8.GetString(Write(result)).Where(c => c is '<' or '>' or '&' or '\u001b' or '\u202e' or '\ufeff' or '\u200b' or '\r').ShouldBeEmpty(),
        iter: 200, threads: 1);

    [Theory]
    [InlineData("", "r.json:1: This is not valid JSON.")]
    [InlineData("{\n\"schema\": \"imsaudit/result/1\",\n", "r.json:3: This is not valid JSON.")]
    [InlineData("[]", "r.json:1: This is no imsaudit/result/1 that can be read. At the top: an object is expected here, not a list.")]
    [InlineData("{}", "r.json:1: ")]
    [InlineData("{\n \"schema\": \"imsaudit/result/9\"}", "r.json:2: This is no imsaudit/result/1 that can be read. At /schema: 'schema' is 'imsaudit/result/9', but this version reads imsaudit/result/1 only.")]
    [InlineData("{\"schema\": \"imsaudit/result/1\",\n\"tool\": {\"version\":\"1\",\n\"name\": 7}}", "r.json:3: This is no imsaudit/result/1 that can be read. At /tool/name: 'name' is a number; a text is expected.")]
    public void File_that_is_no_result_says_where_and_what(string json, string message) =>
        Should.Throw<ResultFormatException>(() => ResultJson.Read(Encoding.UTF8.GetBytes(json), "r.json")).Message.ShouldStartWith(message);

    [Fact]
    public void Result_with_a_byte_order_mark_is_read()
    {
        var result = AnyResult.Generator.Single();

        ResultJson.Read(Encoding.UTF8.Preamble.ToArray().Concat(Write(result)).ToArray(), "r.json").Run.Id.ShouldBe(result.Run.Id);
    }

    private static byte[] Write(AuditResult result)
    {
        using var stream = new MemoryStream();
        ResultJson.Write(result, stream);
        return stream.ToArray();
    }
}
