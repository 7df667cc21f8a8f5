using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Fields;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class FieldsTests : IDisposable
{
    private readonly App _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_field_of_the_catalogue_is_listed()
    {
        var names = (await _app.RunAsync("fields")).ShouldExit(0).Output.Split('\n').Select(line => line.Split('\t')[0]).ToList();

        FieldCatalogue.Shipped.Fields.Concat(FieldCatalogue.Shipped.Collected).ShouldAllBe(field => names.Contains(field.Name));
    }

    [Theory]
    [InlineData("en", "boot")]
    [InlineData("zh", "启动")]
    public async Task Field_is_described_in_the_language_asked_for(string language, string said) =>
        (await _app.RunAsync("fields", "hw_firmware_type", "--lang", language)).ShouldExit(0).Output.ShouldContain(said, Case.Insensitive);

    [Fact]
    public async Task Name_with_an_at_sign_is_no_file_of_arguments() =>
        (await _app.RunAsync("fields", "@own")).ShouldExit(0).Output.ShouldStartWith("@own (boolean)");

    [Fact]
    public async Task Unknown_field_suggests_one() =>
        (await _app.RunAsync("fields", "hw_firmwar_type")).ShouldExit(2).Error.ShouldContain("did you mean \"hw_firmware_type\"?");

    [Fact]
    public async Task Unknown_fields_and_values_of_several_inputs_are_listed_and_harmless()
    {
        _app.Folder.Write("a.json", """{"images":[{"id":"a","zz":"\u001b[31m","db_password":"hunter2"}]}""");
        _app.Folder.Write("b.ndjson", SnapshotText.Of("""{"id":"b","zz":1,"__os_type":"BeOS"}"""));

        var run = (await _app.RunAsync("fields", "--unknown", "--from", "a.json", "--from", "b.ndjson")).ShouldExit(0);

        run.Output.ShouldStartWith("2 fields and 1 value that the catalogue does not know, in 2 images.\n");
        run.Output.ShouldContain("zz\t2\ta\t\\u001b[31m\n");
        run.Output.ShouldContain("db_password\t1\ta\t***\n");
        run.Output.ShouldContain("__os_type\tBeOS\t1\tb\n");
        run.Everything.ShouldNotContain("hunter2");
        (await _app.RunAsync("fields", "--unknown", "--from", "b.ndjson", "--output", "json")).ShouldExit(0).Output.ShouldContain("\"schema\": \"imsaudit/drift/1\"");
    }

    [Fact]
    public async Task Unknown_fields_of_an_incomplete_snapshot_are_listed_with_a_warning()
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Broken("""{"id":"b","zz":1}"""));

        var run = (await _app.RunAsync("fields", "--unknown", "--from", "s.ndjson")).ShouldExit(0);

        run.Output.ShouldContain("INCOMPLETE: not every image was seen; there may be more.");
        run.Error.ShouldContain("Page 2 answered 503.");
    }

    [Theory]
    [InlineData("needs images", "--unknown")]
    [InlineData("--from goes with --unknown", "--from", "a.json")]
    [InlineData("takes no NAME", "name", "--unknown", "--from", "a.json")]
    public async Task Options_that_do_not_go_together_exit_2(string said, params string[] options) =>
        (await _app.RunAsync(["fields", .. options])).ShouldExit(2).Error.ShouldContain(said);
}
