using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Tests.Encodings;

public sealed class EncodingTests
{
    [Theory]
    [InlineData("plain 镜像 é", "plain 镜像 é")]
    [InlineData("\u001b[31m", @"\u001b[31m")]
    [InlineData("a\u202eb\u2066c\u200fd", @"a\u202eb\u2066c\u200fd")]
    [InlineData("\r\n\t\0\u0085\u2028\u2029\u00ad\ufeff", @"\u000d\u000a\u0009\u0000\u0085\u2028\u2029\u00ad\ufeff")]
    [InlineData("\U000E0001", @"\udb40\udc01")]
    [InlineData("a\u034fb\u115fc\u3164d\uffa0", @"a\u034fb\u115fc\u3164d\uffa0")]
    [InlineData("a\ufffe\uffff\ufdd0\U0001FFFE", @"a\ufffe\uffff\ufdd0\ud83f\udffe")]
    [InlineData("\U000E0101", @"\udb40\udd01")]
    [InlineData("\u2764\ufe0f", "\u2764\ufe0f")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Visible_text_escapes_what_acts_and_nothing_else(string text, string visible) => VisibleText.Of(text).ShouldBe(visible);

    [Fact]
    public void Visible_text_replaces_half_a_surrogate_pair() => VisibleText.Of("a\ud800b").ShouldBe("a\ufffdb");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a-b", "a-b")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "  '=1")]
    [InlineData("\t=1", @"\u0009=1")]
    [InlineData("\r=1", @"\u000d=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠A1", "'＠A1")]
    [InlineData("﹦1", "'﹦1")]
    [InlineData("\u3000=1", "\u3000'=1")]
    [InlineData("\"=1", "\"'=1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a; =1", "a; '=1")]
    [InlineData("|calc", "'|calc")]
    [InlineData("%0A=1", "'%0A=1")]
    [InlineData("", "")]
    public void Spreadsheet_cell_runs_nothing(string text, string cell) => SpreadsheetCell.Defuse(text).ShouldBe(cell);

    [Theory]
    [InlineData("ubuntu-22.04_base", "ubuntu-22.04_base")]
    [InlineData("2026-01-31 12:00:00 UTC", "2026-01-31 12:00:00 UTC")]
    [InlineData("A word. And (another) 3. end.", "A word. And (another) 3. end.")]
    [InlineData("1. list", "1&#46; list")]
    [InlineData("- list", "&#45; list")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("a\r\nb", "a↵b")]
    [InlineData("    code", "&#32;   code")]
    [InlineData("javascript:x", "javascript&#58;&#8288;x")]
    [InlineData("__b__", "&#95;&#95;b&#95;&#95;")]
    [InlineData("a\u001b", "a&#92;u001b")]
    public void Markdown_holds_text_inertly_and_readably(string text, string encoded) => new MarkdownEncoding().Encode(text, place: null).ShouldBe(encoded);

    [Theory]
    [InlineData("https://a.example/x(1)|y<z> w", "[https&#58;&#8288;//a.example/x(1)&#124;y&#60;z&#62; w](<https://a.example/x%281%29%7Cy%3Cz%3E%20w>)")]
    [InlineData("javascript:alert(1)", "javascript&#58;&#8288;alert(1)")]
    [InlineData("file:///etc/passwd", "file&#58;&#8288;///etc/passwd")]
    public void Markdown_links_the_web_only(string address, string link) => new MarkdownEncoding().Link(address).ShouldBe(link);

    [Theory]
    [InlineData("https://a.example/?a=\"b\"&c", "<a href=\"https://a.example/?a&#61;&quot;b&quot;&amp;c\" rel=\"noopener noreferrer\">https://a.example/?a&#61;&quot;b&quot;&amp;c</a>")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("data:text/html,<script>", "data:text/html,&lt;script&gt;")]
    public void Html_links_the_web_only(string address, string link) => new HtmlEncoding().Link(address).ShouldBe(link);
}
