using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Collection;
using ImsAudit.Collection.Credentials;
using ImsAudit.Evaluation;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>demo</c>: everything once, against the bundled simulator.</summary>
internal static class DemoCommand
{
    private const int FindingsShown = 2;
    private static readonly string[] s_files = ["imsaudit-demo.html", "imsaudit-demo.md"];

    public static Command Create(BindCommand bind)
    {
        var command = new Command("demo", $"Scan the bundled simulator's sample estate; write {string.Join(" and ", s_files)} in the working folder.");
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var surroundings = invocation.Surroundings;
        var started = surroundings.Clock.GetUtcNow();
        using var files = Open(invocation);
        var (policies, errors) = await PolicyLoader.LoadAsync([BuiltInPolicies.Layer], []);
        if (policies is null) throw new InvalidOperationException($"The built-in policies are broken: {errors[0]}");
        await using var server = SimulatorServer.Start(SimulatedEstate.Generate(started), new() { RequireToken = true, TimeProvider = surroundings.Clock });
        var inventory = await EndpointSource.CollectAsync(invocation, [Target(server)], new CollectionSettings { Rate = 1000, Members = true, ToolVersion = Product.Version });
        using var owned = inventory as IDisposable;
        var options = new AuditOptions { Tool = Product.Tool, RunId = surroundings.NewRunId(), AsOf = started, StartedAt = started };
        var result = await Audit.RunAsync(policies.Where(policy => policy.Enabled), inventory, options, surroundings.Clock, invocation.Cancellation);
        await files.WriteAsync(result, invocation.Cancellation);
        Say(invocation, result, server);
        ScanVerdict.SayIncomplete(invocation.Log, result.Run.Completeness, result.Run.Listings);
        return result.Run.Completeness == Completeness.Complete ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static OpenReports Open(Invocation invocation) => new(
        new OpenOutputs<ReportFormat>(invocation, new[] { ("html", s_files[0]), ("markdown", s_files[1]), ("text", OutputFile.StandardOutput) }.Select(output => (ReportFormats.Find(output.Item1)!, output.Item2))),
        look => look with { FindingsPerPolicy = FindingsShown });

    private static CollectionTarget Target(SimulatorServer server) => new()
    {
        Project = server.Estate.Projects[0].Id,
        Authentication = new PasswordAuthentication
        {
            AuthUrl = $"{server.Endpoint}v3",
            UserName = server.User,
            Password = new Secret(server.Password),
        },
    };

    private static void Say(Invocation invocation, AuditResult result, SimulatorServer server)
    {
        using var text = new PlainText(invocation.Surroundings);
        text.Line();
        text.Line($"{result.Run.Images} images were collected over HTTP from the simulator, in {server.Requests.Count} requests.");
        text.Line($"The whole report: {string.Join(" and ", s_files)} in this folder.");
        text.Line($"As a gate in a pipeline (imsaudit scan, --fail-on {result.Summary.Gate.FailOn}) the exit code would have been {result.Summary.Gate.ExitCode}; the demo itself exits with 0.");
        text.Line();
        text.Line("What to try next:");
        text.Line("  imsaudit policy list               the policies that were evaluated");
        text.Line("  imsaudit policy show must-be-uefi  one of them");
        text.Line("  imsaudit simulate                  serve the sample estate and scan it yourself");
        text.Line("  imsaudit scan --help               scan your own cloud");
    }
}
