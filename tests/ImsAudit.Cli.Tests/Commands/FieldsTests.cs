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
}
