using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Fields;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Commands;

/// <summary><c>fields</c>: the field catalogue.</summary>
internal static class FieldsCommand
{
    private const string Chinese = "zh";

    public static Command Create(CliOptions options, BindCommand bind)
    {
        var name = new Argument<string?>("NAME") { Description = "A field's name, such as hw_firmware_type or @own.", Arity = ArgumentArity.ZeroOrOne };
        var unknown = new UnknownFields();
        var command = new Command("fields", "List the fields that policies can name, describe one, or count those of images that are not known (--unknown).") { name };
        command.Add([.. unknown.Options(options.Source), options.Policy.Lang]);
        bind(command, (invocation, parse) => unknown.IsAsked(invocation, parse, parse.GetValue(name))
            ? unknown.RunAsync(invocation)
            : Task.FromResult(Run(invocation, parse.GetValue(name))));
        return command;
    }

    private static int Run(Invocation invocation, string? name)
    {
        var language = ScanOptions.Language(invocation);
        invocation.Settings.Check();
        var catalogue = FieldCatalogue.Shipped;
        if (name is not null) Describe(invocation, Find(catalogue, name), language);
        else ColumnTable.Write(invocation, ["name", "type", "values", "description"], [.. catalogue.Fields.Concat(catalogue.Collected).Select(field => Row(field, language))]);
        return ExitCode.Clean;
    }

    private static CatalogueField Find(FieldCatalogue catalogue, string name)
    {
        var names = catalogue.Fields.Concat(catalogue.Collected).Select(field => field.Name);
        return catalogue.Find(name) ?? throw new UserMistakeException($"The catalogue has no field \"{name}\"{(NearestName.Of(name, names) is { } near ? $"; did you mean \"{near}\"?" : ".")} A policy may name it all the same, as a custom property.");
    }

    private static void Describe(Invocation invocation, CatalogueField field, string language)
    {
        using var text = new PlainText(invocation.Surroundings);
        text.Line($"{field.Name} ({field.TypeName})");
        text.Line(Text(field, language));
        if (field.Values.Count > 0) text.Line($"known values: {string.Join(", ", field.Values)}");
        text.Line(field.IsQueryParameter ? "can be asked for with --filter" : field.IsCloudImagesParameter ? "can be asked for with --filter and --api cloudimages" : "cannot be asked for with --filter");
        text.Line(field.OnApiPage ? "stands on the API page" : "does not stand on the API page");
    }

    private static string[] Row(CatalogueField field, string language) =>
        [field.Name, field.TypeName, string.Join(", ", field.Values), Text(field, language)];

    private static string Text(CatalogueField field, string language) => language == Chinese ? field.Chinese : field.English;
}
