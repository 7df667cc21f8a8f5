using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Waiving;

namespace ImsAudit.Cli.Commands;

/// <summary><c>waivers list</c>: what is waived, for how long, by whom.</summary>
internal static class WaiversListCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("list", "List waivers and how they stand: active, expiring (within 14 days), expired or, where images are given, unused.");
        command.Add([options.Waiver.Waivers, .. options.Source.All, .. options.Policy.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var review = await WaiverReview.OfAsync(invocation);
        WaiverTable.Write(invocation, review);
        return review.IsIncomplete ? ExitCode.Incomplete : ExitCode.Clean;
    }
}
