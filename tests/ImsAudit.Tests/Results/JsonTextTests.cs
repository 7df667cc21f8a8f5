using System.Text;
using ImsAudit.Results;

namespace ImsAudit.Tests.Results;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""  "a\u4e2d<b>"  """, """
        "a中\u003Cb\u003E"
        """)]
    [InlineData("""[ 1.50 , { "a" : null } ]""", """[1.50,{"a":null}]""")]
    [InlineData("""["\ud800"]""", """["�"]""")]
    [InlineData("null", "null")]
    [InlineData("1e3", "1e3")]
    public void Value_has_one_form(string json, string raw) => JsonText.Parse(Encoding.UTF8.GetBytes(json)).Raw.ShouldBe(raw);

    [Fact]
    public void Value_parsed_and_made_of_a_string_are_equal() => JsonText.Parse("\"\\u004b中\""u8).ShouldBe(JsonText.OfString("K中"));

    [Fact]
    public void Null_is_the_default() => JsonText.Parse("null"u8).ShouldBe(default);

    [Fact]
    public void Display_is_the_string_itself_or_the_json()
    {
        JsonText.OfString("a<\n").Display.ShouldBe("a<\n");
        JsonText.Parse("[ 1 ]"u8).Display.ShouldBe("[1]");
        JsonText.Null.Display.ShouldBe("null");
    }
}
