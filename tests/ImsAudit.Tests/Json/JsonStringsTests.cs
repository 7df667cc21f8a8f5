using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Tests.Json;

public sealed class JsonStringsTests
{
    [Theory]
    [InlineData("""
        "\ud800"
        """, "\ufffd")]
    [InlineData("""
        "a\uDBFFb\\ud800\n"
        """, "a\ufffdb\\ud800\n")]
    [InlineData("""
        "\ud83d\ude00\udc00"
        """, "\U0001F600\ufffd")]
    [InlineData("""
        "中文"
        """, "中文")]
    public void Half_a_surrogate_pair_is_read_as_the_replacement_character(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);

        JsonStrings.Read(document.RootElement).ShouldBe(expected);
    }

    [Fact]
    public void Name_with_half_a_surrogate_pair_is_read_too()
    {
        using var document = JsonDocument.Parse("""{"\ud800\"x":1}""");

        JsonStrings.Name(document.RootElement.EnumerateObject().Single()).ShouldBe("\ufffd\"x");
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_read_as_the_replacement_character()
    {
        byte[] json = [.. "{\"a"u8, 0xFF, .. "\":\""u8, 0xC3, .. "\\n\"}"u8];
        using var document = JsonDocument.Parse(json);
        var member = document.RootElement.EnumerateObject().Single();

        JsonStrings.Name(member).ShouldBe("a\ufffd");
        JsonStrings.Read(member.Value).ShouldBe("\ufffd\n");
    }
}
