using System.Text;
using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Tests.Conditions;

/// <summary>Why texts may be compared as bytes where one of them is ASCII.</summary>
public class AsciiTests
{
    [Fact]
    public void Beside_ascii_no_other_letter_is_equal_whatever_the_case()
    {
        var ascii = new string([.. Enumerable.Range(0, 128).Select(code => (char)code)]);

        Enumerable.Range(128, char.MaxValue - 128).Select(code => (char)code)
            .Where(letter => ascii.Contains(letter, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("abc", "", true)]
    [InlineData("", "a", false)]
    [InlineData("xxCentOS 6.10", "centos 6", true)]
    [InlineData("CentCentOS", "centos", true)]
    [InlineData("centos", "centos 6", false)]
    [InlineData("a@b", "A@B", true)]
    [InlineData("a`b", "a@b", false)]
    [InlineData("éx-y", "X-Y", true)]
    public void Contains_minds_no_case_of_letters_and_the_rest_exactly(string text, string part, bool expected)
    {
        AsciiText.Contains(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(part)).ShouldBe(expected);
        text.Contains(part, StringComparison.OrdinalIgnoreCase).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2018-09-06T14:03:27Z", true)]
    [InlineData("2020-02-29T23:59:59Z", true)]
    [InlineData("2019-02-29T00:00:00Z", false)]
    [InlineData("2018-13-06T14:03:27Z", false)]
    [InlineData("2018-09-06T24:03:27Z", false)]
    [InlineData("2018-09-06T14:60:27Z", false)]
    [InlineData("0000-09-06T14:03:27Z", false)]
    [InlineData("2018-0a-06T14:03:27Z", false)]
    [InlineData("2018-09-06T14:03:27.5Z", true)]
    [InlineData("2018-09-06 14:03:27", true)]
    public void Time_is_read_from_bytes_as_from_its_text(string text, bool expected)
    {
        var fromBytes = Timestamp.Reader.Read(FieldValue.OfJson(Encoding.UTF8.GetBytes($"\"{text}\"")));

        (fromBytes.IsRead, Timestamp.TryParse(text, out var time)).ShouldBe((expected, expected));
        if (expected) fromBytes.Value.ShouldBe(time);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("007")]
    [InlineData("123456789012345678")]
    [InlineData("1234567890123456789")]
    [InlineData("99999999999999999999")]
    public void Number_is_read_from_bytes_as_a_decimal_is(string digits)
    {
        var fromBytes = Number.Read(FieldValue.OfJson(Encoding.UTF8.GetBytes($"\"{digits}\"")));

        fromBytes.Value.ToString().ShouldBe(decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
