using System.Text;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Templates;

public sealed class TemplateTests
{
    private const string Name = "<b>\"x\"";
    private const string Encoded = "&lt;b&gt;&quot;x&quot;";

    // Everywhere x is a value from outside.
    [Theory]
    [InlineData("{{ x }}", Encoded)]
    [InlineData("{{ x | string.upcase }}", "&lt;B&gt;&quot;X&quot;")]
    [InlineData("{{ x + '<i>' }}", Encoded + "&lt;i&gt;")]
    [InlineData("{{ '<i>' + x }}", "&lt;i&gt;" + Encoded)]
    [InlineData("{{ $'<i>{x}' }}", "&lt;i&gt;" + Encoded)]
    [InlineData("{{ x | html.escape }}", "&amp;lt;b&amp;gt;&amp;quot;x&amp;quot;")]
    [InlineData("{{ x | string.append '>' }}", Encoded + "&gt;")]
    [InlineData("{{ [x] }}", "[&quot;&lt;b&gt;\\&quot;x\\&quot;&quot;]")]
    [InlineData("{{ [x, x] | array.join '<' }}", Encoded + "&lt;" + Encoded)]
    [InlineData("{{ {a: x}.a }}", Encoded)]
    [InlineData("{{ func f(a) }}<i>{{ a }}</i>{{ end }}{{ f x }}", "<i>" + Encoded + "</i>")]
    [InlineData("{{ func g(a); ret '<' + a; end }}{{ g x }}", "&lt;" + Encoded)]
    [InlineData("{{ capture c }}<i>{{ x }}</i>{{ end }}{{ c }}", "<i>" + Encoded + "</i>")]
    [InlineData("{{ capture c }}<i>{{ x }}</i>{{ end }}{{ c | string.upcase }}", "&lt;I&gt;&amp;LT;B&amp;GT;&amp;QUOT;X&amp;QUOT;&lt;/I&gt;")]
    [InlineData("{{ capture c }}<i>{{ x }}{{ end }}{{ c + x }}", "&lt;i&gt;&amp;lt;b&amp;gt;&amp;quot;x&amp;quot;" + Encoded)]
    [InlineData("{{ wrap w x }}<u>{{ x }}</u>{{ end }}", "")]
    [InlineData("{{ if x; x; end }}", Encoded)]
    [InlineData("{{ raw '<b>' }}{{ '<i>' | raw }}{{ raw (x == 1 ? '<u>' : '<s>') }}{{ x }}", "<b><i><s>" + Encoded)]
    [InlineData("{{ capture c }}<i>{{ x }}</i>{{ end }}{{ raw c }}", "<i>" + Encoded + "</i>")]
    [InlineData("<a title=\"{{ raw 'a' }}{{ x }}\">", "<a title=\"a" + Encoded + "\">")]
    [InlineData("{{ case 1; when 1; x; end }}", Encoded)]
    [InlineData("{{ for i in [x] }}{{ i }}{{ end }}", Encoded)]
    [InlineData("{{ with {q: x} }}{{ q }}{{ end }}", Encoded)]
    [InlineData("{{ tablerow i in [x] }}{{ i }}{{ end }}", "<tr class=\"row1\"><td class=\"col1\">" + Encoded + "</td></tr>\n")]
    [InlineData("{{ x | regex.replace 'x' '<y>' }}", "&lt;b&gt;&quot;&lt;y&gt;&quot;")]
    [InlineData("<a title=\"{{ x }}\">", "<a title=\"" + Encoded + "\">")]
    [InlineData("<a title='{{ x }}'>", "<a title='" + Encoded + "'>")]
    [InlineData("<!-- c --><p>{{ x }}</p>", "<!-- c --><p>" + Encoded + "</p>")]
    [InlineData("<style>p{}</style>{{ x }}", "<style>p{}</style>" + Encoded)]
    [InlineData("a < b {{ x }}", "a < b " + Encoded)]
    [InlineData("<script type=\"application/json\">{\"a\":{{ x }}}</script>", "<script type=\"application/json\">{\"a\":\"\\u003Cb\\u003E\\u0022x\\u0022\"}</script>")]
    [InlineData("<script id=x type='application/json'>{{ x }}</script>{{ x }}", "<script id=x type='application/json'>\"\\u003Cb\\u003E\\u0022x\\u0022\"</script>" + Encoded)]
    [InlineData("<p type=\"application/json\">{{ x }}</p>", "<p type=\"application/json\">" + Encoded + "</p>")]
    [InlineData("{{ say 'more' x }}", "… and " + Encoded + " more.")]
    [InlineData("{{ say 'images' 1 }}, {{ say 'images' 1234 }}", "1 image, 1,234 images")]
    public void Value_is_encoded_however_it_comes(string template, string expected)
    {
        if (template.Contains("wrap", StringComparison.Ordinal))
        {
            template = "{{ func w }}<w>{{ $0 }}{{ $$ }}</w>{{ end }}" + template;
            expected = $"<w>{Encoded}<u>{Encoded}</u></w>";
        }

        Html("{{ x = run.id }}" + template).ShouldBe(expected);
    }

    [Theory]
    [InlineData("<script>var a = '{{ run.id }}';</script>", "t.html:1:21: A value cannot stand inside <script>")]
    [InlineData("<style>\np { color: {{ run.id }} }</style>", "t.html:2:15: A value cannot stand inside <style>")]
    [InlineData("<a onclick=\"{{ run.id }}\">", "the attribute onclick: it would act there")]
    [InlineData("<a style=\"{{ run.id }}\">", "the attribute style")]
    [InlineData("<a ONCLICK = '{{ run.id }}'>", "the attribute onclick")]
    [InlineData("<iframe srcdoc=\"{{ run.id }}\">", "the attribute srcdoc")]
    [InlineData("<img/onerror=\"{{ run.id }}\">", "the attribute onerror")]
    [InlineData("<script/x>{{ run.id }}</script>", "inside <script>")]
    [InlineData("<script type=\"text/javascript\" type=\"application/json\">{{ run.id }}</script>", "inside <script>")]
    [InlineData("<script type=application/json>{{ run.id }}</script>", "inside <script>")]
    [InlineData("<script type=\"{{ run.id }}application/json\">{{ run.id }}</script>", "inside <script>")]
    [InlineData("<p type=\"application/json\"></p><script>{{ run.id }}</script>", "inside <script>")]
    [InlineData("<script type=\"application/json\"></script><script>{{ run.id }}</script>", "inside <script>")]
    [InlineData("<script>{{ findings.data }}</script>", "it can only stand in <script type=\"application/json\">")]
    [InlineData("{{ findings.data }}", "it can only stand in <script type=\"application/json\">")]
    [InlineData("<script type=\"application/json\">{{ link run.id }}</script>", "can only stand in text")]
    [InlineData("{{ say 'nope' }}", "There are no words for 'nope'")]
    [InlineData("<p title=\"{{ content_security_policy '_style.html' }}\">", "can only stand in text")]
    [InlineData("<script>a</scripty> {{ run.id }}", "t.html:1:24: A value cannot stand inside <script>")]
    [InlineData("<a title='<x' onclick=\"{{ run.id }}\">", "the attribute onclick")]
    [InlineData("<a href={{ run.id }}>", "needs quotes: href=\"{{ x }}\"")]
    [InlineData("<a title=x{{ run.id }}>", "needs quotes")]
    [InlineData("<a {{ run.id }}>", "cannot stand inside a tag")]
    [InlineData("<{{ run.id }}>", "cannot stand inside a tag")]
    [InlineData("</{{ run.id }}>", "cannot stand inside a tag")]
    [InlineData("<!-- {{ run.id }} -->", "inside an HTML comment")]
    [InlineData("<script {{ capture c }}x{{ end }}>{{ c }}</script>", "can only stand in text")]
    [InlineData("{{ capture c }}<a href=\"{{ end }}{{ c }}", "What is captured must be whole")]
    [InlineData("{{ capture c }}<script>{{ run.id }}{{ end }}", "inside <script>")]
    [InlineData("<a title=\"{{ link run.id }}\">", "can only stand in text")]
    public void Value_where_no_encoding_is_safe_is_the_template_s_mistake(string template, string message) =>
        Should.Throw<TemplateException>(() => Html(template)).Message.ShouldContain(message);

    [Theory]
    [InlineData("https://a.example/?b=1", "https://a.example/?b&#61;1")]
    [InlineData("http://a.example", "http://a.example")]
    [InlineData("javascript:alert(1)", "#blocked-address")]
    [InlineData(" javascript:alert(1)", "#blocked-address")]
    [InlineData("java\nscript:alert(1)", "#blocked-address")]
    [InlineData("data:text/html,x", "#blocked-address")]
    [InlineData("//evil.example", "#blocked-address")]
    [InlineData("file:///etc/passwd", "#blocked-address")]
    public void Address_in_a_link_is_of_the_web(string address, string written)
    {
        Html("<a href=\"{{ run.id }}\">", address).ShouldBe($"<a href=\"{written}\">");
        Html("<a HREF = ' {{ run.id }}'>", address).ShouldBe($"<a HREF = ' {written}'>");
    }

    [Theory]
    [InlineData("{{ run.nope }}", "t.html:1:8: ")]
    [InlineData("{{ run.startedat }}", "Did you mean \"startedAt\"?")]
    [InlineData("{{ for p in policy }}{{ end }}", "\"imsaudit template docs\" lists what a template gets.")]
    [InlineData("{{ baseline.run }}", "may be null: ask first")]
    [InlineData("{{ policies[0].id }}", "Walk a list with")]
    [InlineData("{{ raw run.id }}", "t.html:1:4: raw takes text that the template itself made")]
    [InlineData("{{ run.id | raw }}", "raw takes text")]
    [InlineData("{{ x = '<b>'; raw x }}", "raw takes text")]
    [InlineData("{{ raw ('<b>' + run.id) }}", "raw takes text")]
    [InlineData("{{ raw $'<b>{run.id}' }}", "raw takes text")]
    [InlineData("{{ raw (true ? run.id : '<b>') }}", "raw takes text")]
    [InlineData("{{ raw }}", "raw")]
    [InlineData("<{{ raw 'script' }}>{{ run.id }}", "inside <script>")]
    [InlineData("{{ nope }}", "t.html:1:4: ")]
    [InlineData("x\n{{ if true }}", "t.html:2:")]
    [InlineData("{{ object.eval run.id }}", "eval")]
    [InlineData("{{ run.id | object.eval_template }}", "eval_template")]
    [InlineData("{{ object.to_json run.id }}", "to_json")]
    [InlineData("{{ date.now }}", "now")]
    [InlineData("{{ math.random 1 2 }}", "random")]
    [InlineData("{{ math.uuid }}", "uuid")]
    [InlineData("{{ for i in 1..100000000 }}{{ end }}", "loop")]
    [InlineData("{{ while true }}{{ end }}", "loop")]
    [InlineData("{{ func f; f; end; f }}", "recursive")]
    [InlineData("{{ include '../secret.txt' }}", "lies outside the template's folder")]
    [InlineData("{{ include '/etc/passwd' }}", "lies outside the template's folder")]
    [InlineData("{{ include 'nope.html' }}", "There is no file 'nope.html' to include")]
    [InlineData("{{ include_join ['a'] ',' }}", "include_join")]
    public void Template_with_a_mistake_says_where_and_what(string template, string message) =>
        Should.Throw<TemplateException>(() => Html(template)).Message.ShouldContain(message, Case.Insensitive);

    [Fact]
    public void Removing_functions_leaves_other_renderings_alone()
    {
        // The table of built-in functions is shared; a second context still has the rest of the module.
        Html("{{ 'x' | object.typeof }}").ShouldBe("string");
        Html("{{ '2026-01-31' | date.parse | date.to_string '%Y' }}").ShouldBe("2026");
    }

    [Fact]
    public void Template_includes_shipped_parts_and_files_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("imsaudit-template-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "row.html"), "<li>{{ $0 }}{{ $1 }}</li>");
            File.WriteAllText(Path.Combine(folder, "_style.html"), "my own style");
            File.WriteAllText(Path.Combine(folder, "t.html"), "{{ include '_style.html' }}{{ include 'row.html' run.id 2 }}{{ include '_print.html' }}");

            var html = Encoding.UTF8.GetString(Report.Bytes("html", WithId(Name), new ReportOptions { Template = ReportTemplate.Load(Path.Combine(folder, "t.html")) }));

            // A part that was exported and changed goes before the shipped one.
            html.ShouldStartWith($"my own style<li>{Encoded}2</li><style>");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("link.html")]
    [InlineData("chain.html")]
    [InlineData("folder/secret.txt")]
    [InlineData("inside/../link.html")]
    public void Include_follows_no_link_out_of_the_template_s_folder(string name)
    {
        using var folder = new LinkedFolder();

        Should.Throw<TemplateException>(() => folder.Render($"{{{{ include '{name}' }}}}")).Message.ShouldContain($"'{name}' lies outside the template's folder");
    }

    [Theory]
    [InlineData("near.html")]
    [InlineData("inside/part.html")]
    public void Include_follows_a_link_that_stays_inside_the_template_s_folder(string name)
    {
        using var folder = new LinkedFolder();

        folder.Render($"{{{{ include '{name}' }}}}").ShouldBe("beside it");
    }

    [Fact]
    public void Include_of_links_in_a_circle_says_so()
    {
        using var folder = new LinkedFolder();

        Should.Throw<TemplateException>(() => folder.Render("{{ include 'circle.html' }}")).Message.ShouldContain("cannot be read: its links lead in a circle");
    }

    [Fact]
    public void Template_that_is_not_there_is_said_before_anything_is_rendered() =>
        Should.Throw<TemplateException>(() => ReportTemplate.Load("/nowhere/t.html")).Message.ShouldStartWith("/nowhere/t.html: The template cannot be read: ");

    [Fact]
    public void Template_shapes_markdown_and_text_in_their_own_encodings()
    {
        var options = new ReportOptions { Template = ReportTemplate.Of("t", "{{ run.id }}") };

        Report.Of("markdown", WithId("a|b"), options).ShouldBe("a&#124;b");
        Report.Of("text", WithId("a|b\u001b"), options).ShouldBe(@"a|b\u001b");
    }

    // A page that is written as text is opened as a page all the same.
    [Theory]
    [InlineData("text", "t.html", "&lt;b&gt;")]
    [InlineData("text", "T.HTM", "&lt;b&gt;")]
    [InlineData("text", "t.html.tpl", "&lt;b&gt;")]
    [InlineData("text", "t.md", "&#60;b&#62;")]
    [InlineData("text", "t.txt", "<b>")]
    [InlineData("text", "t.tpl", "<b>")]
    [InlineData("text", "t.csv", "\"<b>\"")]
    [InlineData("markdown", "t.txt", "&#60;b&#62;")]
    [InlineData("markdown", "t.csv", "&#60;b&#62;")]
    [InlineData("markdown", "t.html", "&lt;b&gt;")]
    [InlineData("html", "t.txt", "&lt;b&gt;")]
    [InlineData("html", "t.md", "&lt;b&gt;")]
    public void Value_is_encoded_by_the_stricter_of_format_and_ending(string format, string file, string written) =>
        Report.Of(format, WithId("<b>"), new ReportOptions { Template = ReportTemplate.Of(file, "{{ run.id }}") }).ShouldBe(written);

    [Theory]
    [InlineData("{{ x }},{{ x }}\n{{ x }}", "\"'=a\"\",b\",\"'=a\"\",b\"\n\"'=a\"\",b\"")]
    [InlineData("\"{{ x }}\",1", "\"'=a\"\",b\",1")]
    [InlineData("\"{{ x }} of {{ x }}\"", "\"'=a\"\",b of '=a\"\",b\"")]
    [InlineData("a;{{ x }}", "a;\"'=a\"\",b\"")]
    [InlineData("{{ capture c }}{{ x }},{{ end }}{{ c }}{{ x }}", "\"'=a\"\",b\",\"'=a\"\",b\"")]
    public void Value_in_csv_is_a_cell_or_a_part_of_a_quoted_one(string template, string written) =>
        Csv(template).ShouldBe(written);

    [Theory]
    [InlineData("a {{ x }}")]
    [InlineData("{{ x }} {{ x }}")]
    [InlineData("{{ x }}{{ x }}")]
    [InlineData("{{ capture c }}{{ x }}{{ end }}{{ c }}{{ x }}")]
    public void Value_in_the_middle_of_a_csv_cell_needs_quotes(string template) =>
        Should.Throw<TemplateException>(() => Csv(template)).Message.ShouldContain("Put quotes around the whole cell");

    [Fact]
    public void Captured_cells_are_not_written_into_quotes() =>
        Should.Throw<TemplateException>(() => Csv("{{ capture c }}{{ x }}{{ end }}\"{{ c }}\"")).Message.ShouldContain("What is captured");

    [Fact]
    public void Rendering_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => ReportFormats.Find("html")!.Write(Some.Many(10), Stream.Null, ReportOptions.File, cancelled.Token));
    }

    [Fact]
    public void Shipped_template_has_room_for_more_rows_than_scriban_s_limits()
    {
        // Scriban's defaults stop at 1,000 rounds, and cut the output at 1 MiB without a word.
        var report = Report.Of("html", Some.Many(10_000));

        // As data for the page's script.
        report.ShouldContain("image-009999");
        report.TrimEnd().ShouldEndWith("</html>");
    }

    [Fact]
    public void Own_template_has_no_limit_of_bytes()
    {
        var options = new ReportOptions { Template = ReportTemplate.Of("t.md", "{{ fits 'x' 2000000000 }}{{ run.id }}") };

        var report = Report.Bytes("markdown", WithId(new string('x', 1 << 20)), options);

        report.Length.ShouldBeGreaterThan(1 << 20);
        report[..4].ShouldBe("true"u8.ToArray());
    }

    [Theory]
    [InlineData("{{ fits 'x' }}")]
    [InlineData("{{ fits }}")]
    public void Fits_needs_a_text_and_a_number(string template) =>
        Should.Throw<TemplateException>(() => Html(template));

    private static AuditResult WithId(string id)
    {
        var result = Some.Empty();
        return result with { Run = result.Run with { Id = id } };
    }

    private static string Csv(string template) =>
        Report.Of("text", WithId("=a\",b"), new ReportOptions { Template = ReportTemplate.Of("t.csv", "{{ x = run.id }}" + template) });

    private static string Html(string template, string id = Name) =>
        Report.Of("html", WithId(id), new ReportOptions { Template = ReportTemplate.Of("t.html", template) });
}
