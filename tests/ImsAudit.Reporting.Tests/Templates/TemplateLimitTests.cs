using System.Text;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Reporting.Tests.Templates;

/// <summary>A template that runs away ends with a sentence, in a moment.</summary>
public sealed class TemplateLimitTests
{
    private static readonly TemplateLimits s_small = new(Rounds: 1000, Steps: 10_000, Bytes: 20_000) { LongestText = 5000 };

    [Theory]
    [InlineData("{{ while true }}{{ end }}", "more rounds than this result can need")]
    [InlineData("{{ for i in 1..40 }}{{ for j in 1..40 }}{{ end }}{{ end }}", "more rounds")]
    [InlineData("{{ for i in 1..100000000 }}{{ end }}", "more rounds")]
    [InlineData("{{ (1..100000000) | array.join ',' }}", "more rounds")]
    [InlineData("{{ a = [1]; while true; a = a + a; end }}", "more rounds")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}", "more rounds")]
    [InlineData("{{ func f; f; end; f }}", "recursive")]
    [InlineData("{{ func f(n); if n > 60; ret 1; end; f (n + 1); f (n + 1); end; f 1 }}", "stopped after 10,000 steps")]
    [InlineData("{{ for i in 1..500 }}{{ 'a' * 1000 }}{{ end }}", "The template was stopped after 0 MiB")]
    [InlineData("{{ capture c }}{{ for i in 1..500 }}{{ 'a' * 1000 }}{{ end }}{{ end }}", "The template was stopped after 0 MiB")]
    [InlineData("{{ x = 'a'; for i in 1..100; x = x + x; end }}", "piece by piece")]
    [InlineData("{{ x = 'a'; for i in 1..100; x = $'{x}{x}'; end }}", "piece by piece")]
    [InlineData("{{ 'a' * 2000000000 }}", "piece by piece")]
    [InlineData("{{ 'a' | string.pad_left 2000000000 }}", "piece by piece")]
    [InlineData("{{ x = 'a' * 4000; x | string.replace 'a' x }}", "piece by piece")]
    [InlineData("{{ x = 'a' * 4000; x | regex.replace 'a' x }}", "piece by piece")]
    [InlineData("{{ ('a' * 60 + '!') | regex.match '^(a+)+$' }}", "without a repetition inside of a repetition")]
    [InlineData("{{ a = {}; a.b = a; a }}", "nested")]
    [InlineData("{{ x = 99999999999999999999; for i in 1..500; x = x * x; end }}", "integer magnitude")]
    public void Template_that_runs_away_is_stopped(string template, string sentence)
    {
        var wrong = Should.Throw<TemplateException>(() => Render(template, s_small));

        wrong.Message.ShouldContain(sentence);
        wrong.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "{{ if true }}")]
    [InlineData("{{ ", "(")]
    [InlineData("{{ ", "[")]
    [InlineData("{{ 1 ", "+ 1")]
    [InlineData("{{ 1 ", "| string.upcase")]
    public void Template_that_is_nested_too_deeply_is_no_template(string begin, string piece) =>
        Should.Throw<TemplateException>(() => ReportTemplate.Of("t.html", begin + string.Concat(Enumerable.Repeat(piece, 20_000)))).Message.ShouldContain("depth limit");

    [Fact]
    public void Include_of_itself_ends()
    {
        var folder = Directory.CreateTempSubdirectory("imsaudit-template-").FullName;
        try
        {
            var path = Path.Combine(folder, "t.html");
            File.WriteAllText(path, "{{ include 't.html' }}");

            Should.Throw<TemplateException>(() => Report.Of("html", Some.Empty(), new ReportOptions { Template = ReportTemplate.Load(path) })).Message.ShouldContain("recursive depth limit");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Limits_of_a_huge_estate_are_many_times_what_a_template_needs_that_writes_every_row()
    {
        const string Everything = "{{ for p in policies }}{{ for f in p.findings }}{{ f.name }} {{ f.subject }} {{ f.message }}{{ for r in f.reasons }}{{ r.field }} {{ r.actual }} {{ r.expected }}{{ end }}{{ for x in f.fields }}{{ x.name }}={{ x.value }}{{ end }}\n{{ end }}{{ end }}";
        var result = Some.Many(1000);
        var all = TemplateLimits.For(RowCount.Of(result));
        var none = TemplateLimits.For(0);
        var perRow = new TemplateLimits((all.Rounds - none.Rounds) / 5, (all.Steps - none.Steps) / 5, (all.Bytes - none.Bytes) / 5);

        // What the rows alone add, and of that a fifth, is enough: 150 times the rows have 150 times as much.
        Encoding.UTF8.GetByteCount(Render(Everything, perRow, result)).ShouldBeGreaterThan(100_000);
    }

    private static string Render(string template, TemplateLimits limits, Results.AuditResult? result = null) =>
        Report.Of("html", result ?? Some.Empty(), new ReportOptions { Template = ReportTemplate.Of("t.html", template).With(limits) });
}
