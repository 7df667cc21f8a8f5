using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Collection;
using ImsAudit.Collection.Connecting;

namespace ImsAudit.Cli.Commands;

/// <summary><c>auth check</c>: what would be used to sign in, from where, and whether it works.</summary>
internal static class AuthCheckCommand
{
    private static readonly string[] s_formats = ["text", "json"];

    public static Command Create(CliOptions options, BindCommand bind)
    {
        var format = CliOption.One("--format", "text|json", "Write a table (tab-separated when it is no terminal), or JSON.", s_formats[0]);
        var command = new Command("check", "Sign in to each target, ask it for one image, and say what was used; never a secret.");
        var source = options.Source;
        command.Add([format, source.Cloud, source.Endpoint, source.Project, source.Region, source.Auth, source.Api, source.Timeout, source.CaCert]);
        bind(command, (invocation, _) => RunAsync(invocation, invocation.Settings.Choice(format, s_formats) == s_formats[1]));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, bool asJson)
    {
        var collection = ReadSettings(invocation);
        var targets = CollectionTargets.Read(invocation);
        invocation.Settings.Check();
        var world = new CollectionEnvironment(invocation.Surroundings.Clock, invocation.Surroundings.Random);
        var found = await SignInCheck.RunAsync(targets, collection, world, invocation.Cancellation);
        if (asJson) SignInTable.WriteJson(invocation.Surroundings.Output, found);
        else SignInTable.Write(invocation, found);
        foreach (var note in found.SelectMany(target => target.Notes).Distinct(StringComparer.Ordinal)) invocation.Log.Info(note);
        foreach (var problem in found.Select(target => target.Problem).OfType<string>().Distinct(StringComparer.Ordinal)) invocation.Log.Error(problem);
        if (found.Any(target => target.IsMistake)) return ExitCode.Mistake;
        return found.All(target => target.Problem is null) ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static CollectionSettings ReadSettings(Invocation invocation) => new()
    {
        Dialect = EndpointSource.ReadDialect(invocation),
        Timeout = invocation.Settings.Duration(invocation.Settings.Options.Source.Timeout),
        CaCertificateFile = EndpointSource.CaCertificateFile(invocation),
        ToolVersion = Product.Version,
    };
}
