using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Reporting.Templates;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class TemplateCommandTests : IDisposable
{
    private readonly App _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task List_has_a_line_for_each_file()
    {
        var lines = (await _app.RunAsync("template", "list")).ShouldExit(0).Output.TrimEnd('\n').Split('\n');

        lines[0].ShouldBe("file\twhat it is");
        lines.Length.ShouldBe(ShippedTemplates.All.Count + 1);
        lines.ShouldContain(line => line.StartsWith("report.html\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_exported_renders_the_same_report_and_is_checked_without_a_warning()
    {
        _app.Folder.Write("sample.json", Texts.Sample);
        (await _app.RunAsync("template", "export", "mine")).ShouldExit(0);
        Directory.GetFiles(_app.Folder["mine"]).Length.ShouldBe(ShippedTemplates.All.Count);

        (await _app.RunAsync("scan", "--from", "sample.json", "--fail-on", "none", "--output", "html=a.html", "--output", "json=r.json")).ShouldExit(0);
        (await _app.RunAsync("report", "r.json", "--output", "html=b.html", "--template", "mine/report.html")).ShouldExit(0);

        (await File.ReadAllTextAsync(_app.Folder["b.html"])).ShouldBe(await File.ReadAllTextAsync(_app.Folder["a.html"]));
        (await _app.RunAsync("template", "check", "mine/report.html")).ShouldExit(0).Output.ShouldContain("0 warnings");
    }

    [Theory]
    [InlineData("weekly.html", "renders html of 5 periods; 0 warnings.")]
    [InlineData("weekly.md", "renders markdown of 5 periods; 0 warnings.")]
    public async Task Template_of_a_period_is_known_by_what_it_renders(string name, string sentence)
    {
        (await _app.RunAsync("template", "export", "mine")).ShouldExit(0);

        (await _app.RunAsync("template", "check", $"mine/{name}")).ShouldExit(0).Output.ShouldContain(sentence);
        (await _app.RunAsync("template", "check", $"mine/{name}", "--of", "scan")).ShouldExit(2);
        _app.Folder.Write("t.html", "{{ verdict.word }}");
        (await _app.RunAsync("template", "check", "t.html", "--of", "period", "--strict")).ShouldExit(1).Output.ShouldContain("has no content security policy");
    }

    [Fact]
    public async Task Part_that_was_exported_and_changed_is_taken()
    {
        _app.Folder.Write("sample.json", Texts.Sample);
        (await _app.RunAsync("template", "export", "mine")).ShouldExit(0);
        foreach (var file in Directory.GetFiles(_app.Folder["mine"]).Where(file => Path.GetFileName(file) is not ("report.html" or "_style.html"))) File.Delete(file);
        File.WriteAllText(_app.Folder["mine/_style.html"], "<style>body { color: teal }</style>");

        (await _app.RunAsync("scan", "--from", "sample.json", "--fail-on", "none", "--output", "html=a.html", "--template", "mine/report.html")).ShouldExit(0);

        (await File.ReadAllTextAsync(_app.Folder["a.html"])).ShouldContain("color: teal");
        // The page's security policy knows the changed style by its hash.
        (await File.ReadAllTextAsync(_app.Folder["a.html"])).ShouldContain(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("body { color: teal }"u8)));
    }

    [Fact]
    public async Task Export_writes_over_nothing_unless_it_is_forced()
    {
        Directory.CreateDirectory(_app.Folder["mine"]);
        _app.Folder.Write("mine/_style.html", "my own");

        (await _app.RunAsync("template", "export", "mine")).ShouldExit(2).Error.ShouldContain(Path.Combine("mine", "_style.html"));
        Directory.GetFiles(_app.Folder["mine"]).Length.ShouldBe(1);
        (await _app.RunAsync("template", "export", "mine", "--force")).ShouldExit(0);
        File.ReadAllText(_app.Folder["mine/_style.html"]).ShouldContain("<style>");
    }

    [Fact]
    public async Task Export_into_a_file_is_a_mistake()
    {
        _app.Folder.Write("mine", "a file");

        (await _app.RunAsync("template", "export", "mine")).ShouldExit(2).Error.ShouldContain("mine: the folder cannot be made");
    }

    [Theory]
    [InlineData("t.html", "<p>\n{{ run.idd }}", "t.html:2:8: ")]
    [InlineData("t.html", "{{ if run.complete }}", "t.html:")]
    [InlineData("t.html", "<script>{{ run.id }}</script>", "t.html:1:")]
    [InlineData("t.csv", "a {{ run.id }}", "Put quotes around the whole cell")]
    [InlineData("t.md", "{{ for p in policies }}{{ p.description.size }}{{ p.nope }}{{ end }}", "Seen with a usual result")]
    [InlineData("t.txt", "{{ while true }}{{ end }}", "does the loop end")]
    public async Task Template_that_is_wrong_says_where(string name, string text, string told)
    {
        _app.Folder.Write(name, text);

        var run = (await _app.RunAsync("template", "check", name)).ShouldExit(2);

        run.Error.ShouldContain(told);
        run.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("t.html", "<p>{{ run.id }}", "the same when not everything was seen")]
    [InlineData("t.html", "<p>{{ verdict.completeness }}", "the same when something could not be decided")]
    [InlineData("t.html", "<p>{{ verdict.completeness }}{{ summary.errors }}", "no content security policy")]
    [InlineData("t.html", "<p>{{ verdict.completeness }}{{ summary.errors }}", "UTF-8")]
    [InlineData("t.md", "{{ for p in policies }}{{ for f in p.findings }}{{ for i in 1..100 }}{{ f.message }}{{ end }}{{ end }}{{ end }}", "1 MiB")]
    public async Task Template_that_renders_too_little_or_too_much_is_warned_of(string name, string text, string warning)
    {
        _app.Folder.Write(name, text);

        (await _app.RunAsync("template", "check", name)).ShouldExit(0).Output.ShouldContain(warning);
        (await _app.RunAsync("template", "check", name, "--strict")).ShouldExit(1);
    }

    [Fact]
    public async Task Format_is_told_by_the_ending_or_said()
    {
        _app.Folder.Write("t.tpl", "{{ verdict.completeness }}{{ summary.errors }}");

        (await _app.RunAsync("template", "check", "t.tpl")).ShouldExit(0).Output.ShouldContain("renders text of");
        (await _app.RunAsync("template", "check", "t.tpl", "--format", "markdown")).ShouldExit(0).Output.ShouldContain("renders markdown of");
        (await _app.RunAsync("template", "check", "t.tpl", "--format", "pdf")).ShouldExit(2).Error.ShouldContain("--format is \"pdf\"");
        (await _app.RunAsync("template", "check", "absent.html")).ShouldExit(2).Error.ShouldContain("absent.html: The template cannot be read");
    }
}
