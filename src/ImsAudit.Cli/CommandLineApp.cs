using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using ImsAudit.Cli.Commands;
using ImsAudit.Cli.Configuration;
using ImsAudit.Cli.Messages;
using ImsAudit.Cli.Options;

namespace ImsAudit.Cli;

/// <summary>The whole command line over the surroundings that it is given: arguments in, exit code out.</summary>
internal sealed class CommandLineApp
{
    private const int HelpWidth = 110;

    private readonly Surroundings _surroundings;
    private readonly CliOptions _options = new();
    private readonly RootCommand _root;

    public CommandLineApp(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _root = new RootCommand("Checks estates of cloud images (Huawei Cloud IMS, OpenStack Glance) against policies.") { HelpName = Product.Name };
        foreach (var option in _options.Common)
        {
            option.Recursive = true;
            _root.Add(option);
        }
        foreach (var command in CommandTree.All(_options, Bind)) _root.Add(command);
        foreach (var option in _root.Options)
        {
            if (option is HelpOption help) help.Action = new HelpAction { MaxWidth = HelpWidth };
            if (option is VersionOption version) version.Action = new VersionAction();
        }
    }

    /// <summary>Every command below the root, for those who document or test them.</summary>
    public Command Root => _root;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // An argument that begins with @ is a field's name here, not a file of more arguments.
        var parse = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var log = new Log(_surroundings.Error, parse.GetValue(_options.Quiet), parse.GetValue(_options.Verbose));
        return await Outcome.OfAsync(() => InvokeAsync(parse, log, cancellationToken), log, cancellationToken);
    }

    private async Task<int> InvokeAsync(ParseResult parse, Log log, CancellationToken cancellationToken)
    {
        if (parse.Action is null or ParseErrorAction) throw ParseMistakes.Of(parse);
        await using var output = new StreamWriter(_surroundings.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = _surroundings.Error,
            // Ours, in one place: signals in Program, exceptions in Outcome.
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parse.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>Gives a command its settings when it runs.</summary>
    private void Bind(Command command, Func<Invocation, ParseResult, Task<int>> run) => command.SetAction((parse, cancellationToken) =>
    {
        var configuration = ConfigurationLoader.Load(_surroundings, _options, parse.GetValue(_options.Config));
        var settings = new Settings(_options, parse, configuration);
        var log = new Log(_surroundings.Error, settings.Flag(_options.Quiet), settings.Flag(_options.Verbose));
        return run(new Invocation(_surroundings, settings, log, cancellationToken), parse);
    });

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Product.NameAndVersion);
            return ExitCode.Clean;
        }
    }
}
