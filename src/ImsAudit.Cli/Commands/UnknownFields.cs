using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Drift;
using ImsAudit.Images;

namespace ImsAudit.Cli.Commands;

/// <summary><c>fields --unknown</c>: what images say that the catalogue does not know.</summary>
internal sealed class UnknownFields
{
    private readonly Option<bool> _unknown = CliOption.Flag("--unknown", "Count the fields and values of the images of --from that the catalogue does not know.");
    private readonly Option<string[]> _output = TextOrJson.Option();

    public IEnumerable<Option> Options(SourceOptions source) => [_unknown, source.From, _output];

    /// <summary>Notes what is asked of this without <c>--unknown</c>.</summary>
    /// <returns>True when it is asked for.</returns>
    public bool IsAsked(Invocation invocation, ParseResult parse, string? name)
    {
        var (settings, from) = (invocation.Settings, invocation.Settings.Options.Source.From);
        if (!parse.GetValue(_unknown))
        {
            foreach (var useless in new Option[] { from, _output }.Where(settings.IsOnCommandLine))
                settings.Mistake($"{useless.Name} goes with --unknown. Without it, fields tells of the catalogue and reads no images.");
            return false;
        }
        if (name is not null) settings.Mistake("--unknown counts every field that the catalogue does not know, so it takes no NAME. Leave one of them out.");
        if (settings.Texts(from).Count == 0) settings.Mistake("fields --unknown needs images to look at: --from FILE.");
        return true;
    }

    public async Task<int> RunAsync(Invocation invocation)
    {
        var settings = invocation.Settings;
        var outputs = new TextOrJson(invocation, _output);
        settings.Check();
        using var inventory = await FileSource.OpenAsync(invocation, settings.Texts(settings.Options.Source.From), ImageScope.Unknown);
        var report = await DriftReport.OfAsync(inventory, invocation.Cancellation);
        await outputs.WriteAsync(invocation.Surroundings, text => DriftPage.Write(text, report), stream => DriftJson.Write(stream, report));
        ScanVerdict.SayIncomplete(invocation.Log, inventory.Completeness, inventory.Listings);
        return ExitCode.Clean;
    }
}
