using System.CommandLine;
using System.Net;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Images;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Commands;

/// <summary><c>simulate</c>: serve the simulator until Ctrl+C.</summary>
internal static class SimulateCommand
{
    private const int HighestPort = 65535;

    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("simulate", "Serve a simulated IMS endpoint with a small Keystone on 127.0.0.1 until Ctrl+C.");
        command.Add(options.Simulator.All);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Simulator);
        var port = settings.Number(options.Port, 0, HighestPort);
        settings.Check();
        var estate = await EstateAsync(invocation, settings.Text(options.Estate));
        await using var server = Start(estate, new() { Port = port, TimeProvider = invocation.Surroundings.Clock });
        SayHowToScan(invocation, server);
        await Task.Delay(Timeout.Infinite, invocation.Cancellation);
        return ExitCode.Clean;
    }

    private static async Task<SimulatedEstate> EstateAsync(Invocation invocation, string? file)
    {
        if (file is null) return SimulatedEstate.Generate(invocation.Surroundings.Clock.GetUtcNow());
        using var inventory = await FileSource.OpenAsync(invocation, [file], ImageScope.Unknown);
        return await SimulatedEstate.FromImagesAsync(inventory.ReadAsync(invocation.Cancellation), invocation.Cancellation);
    }

    private static SimulatorServer Start(SimulatedEstate estate, Simulator.SimulatorOptions options)
    {
        try
        {
            return SimulatorServer.Start(estate, options);
        }
        catch (HttpListenerException taken)
        {
            throw new UserMistakeException($"Port {options.Port} on {options.Host} cannot be opened: {taken.Message}. Choose another with --port; 0 takes a free one.");
        }
    }

    private static void SayHowToScan(Invocation invocation, SimulatorServer server)
    {
        var project = server.Estate.Projects[0];
        using var text = new PlainText(invocation.Surroundings);
        text.Line($"Serving {server.Estate.Count} images at {server.Endpoint} until Ctrl+C. To scan them, in another terminal:");
        text.Line();
        text.Line($"  export OS_AUTH_URL={server.Endpoint}v3");
        text.Line($"  export OS_USERNAME={server.User}");
        text.Line($"  export OS_PASSWORD={server.Password}");
        text.Line($"  export OS_PROJECT_ID={project.Id}");
        text.Line("  imsaudit scan");
        text.Line();
        text.Line("With an access key:");
        text.Line();
        text.Line($"  export HUAWEICLOUD_SDK_AK={server.AccessKeys[0].Id}");
        text.Line($"  export HUAWEICLOUD_SDK_SK={server.AccessKeys[0].SecretKey}");
        text.Line($"  imsaudit scan --auth aksk --endpoint {server.Endpoint} --project {project.Id}");
        text.Line();
        text.Line("With an application credential:");
        text.Line();
        text.Line($"  export OS_AUTH_URL={server.Endpoint}v3");
        text.Line($"  export OS_APPLICATION_CREDENTIAL_ID={server.ApplicationCredentials[0].Id}");
        text.Line($"  export OS_APPLICATION_CREDENTIAL_SECRET={server.ApplicationCredentials[0].Secret}");
        text.Line("  imsaudit scan --auth applicationCredential");
        text.Line();
        text.Line("Password, keys and credential were made up for this run. Without signing in it works too:");
        text.Line();
        text.Line($"  imsaudit scan --auth none --endpoint {server.Endpoint} --project {project.Id}");
    }
}
