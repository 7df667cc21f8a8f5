using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Waiving;
using ImsAudit.Waivers;

namespace ImsAudit.Cli.Commands;

/// <summary><c>waivers lint</c>: says no to waivers that have outlived their use.</summary>
internal static class WaiversLintCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var command = new Command("lint", "Check waivers as list shows them; exit with 1 when one is expired or unused, with 3 when not all images were seen.");
        command.Add([options.Waiver.Waivers, .. options.Source.All, .. options.Policy.All]);
        bind(command, (invocation, _) => RunAsync(invocation));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var review = await WaiverReview.OfAsync(invocation);
        WaiverTable.Write(invocation, review);
        var counts = Enum.GetValues<WaiverState>().Select(state => $"{review.Count(state)} {state.Name()}");
        invocation.Log.Info($"{review.Waivers.Count} waivers: {string.Join(", ", counts)}.");
        if (review.IsIncomplete) return ExitCode.Incomplete;
        return review.Count(WaiverState.Expired) + review.Count(WaiverState.Unused) > 0 ? ExitCode.Violations : ExitCode.Clean;
    }
}
