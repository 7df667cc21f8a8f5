using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Formats;
using ImsAudit.History.Reading;

namespace ImsAudit.Cli.Commands;

/// <summary><c>history show</c>: one scan, or the life of one finding.</summary>
internal static class HistoryShowCommand
{
    private const int FingerprintLength = 32;

    public static Command Create(CliOptions options, BindCommand bind)
    {
        var what = new Argument<string?>("RUN|FINGERPRINT") { Description = "A run's id, or the fingerprint of a finding. [default: the latest scan]", Arity = ArgumentArity.ZeroOrOne };
        var output = TextOrJson.Option();
        var command = new Command("show", "Show a scan and the findings that were open at its moment, or the whole life of one finding.") { what };
        command.Add([.. options.History.All, output]);
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetValue(what), output));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string? what, Option<string[]> output)
    {
        var address = HistoryPlace.ReadRequired(invocation, "history show");
        var outputs = new TextOrJson(invocation, output);
        invocation.Settings.Check();

        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        await store.ReadAsync(async reading =>
        {
            if (!await WriteLifeAsync(invocation, reading, what, outputs)) await WriteScanAsync(invocation, reading, what, outputs);
            return true;
        }, invocation.Cancellation);
        return ExitCode.Clean;
    }

    private static async Task<bool> WriteLifeAsync(Invocation invocation, HistoryReading reading, string? what, TextOrJson outputs)
    {
        if (what is not { Length: FingerprintLength } || !what.All(char.IsAsciiHexDigit)) return false;
        var life = new List<(FindingInterval, IReadOnlyList<OutcomeChange>)>();
        foreach (var interval in await reading.LifeOfAsync(what, invocation.Cancellation)) life.Add((interval, await reading.OutcomesOfAsync(interval, invocation.Cancellation)));
        if (life.Count == 0) return false;
        var now = invocation.Surroundings.Clock.GetUtcNow();
        await outputs.WriteAsync(invocation.Surroundings, text => HistoryPage.WriteLife(text, life, now), stream => HistoryJson.WriteLife(stream, life, now));
        return true;
    }

    private static async Task WriteScanAsync(Invocation invocation, HistoryReading reading, string? what, TextOrJson outputs)
    {
        var scans = await reading.ScansAsync(HistoryReading.Always, invocation.Cancellation);
        var scan = (what is null ? (scans is [.., var latest] ? latest : null) : scans.FirstOrDefault(one => one.RunId == what))
            ?? throw new UserMistakeException(what is null ? "The history holds no scan yet." : $"The history has neither a run nor a finding \"{what}\" (\"imsaudit history list\" shows the runs).");
        var findings = await reading.FindingsOfAsync(scan, invocation.Cancellation);
        var name = reading.NameOf(scan.Selection);
        await outputs.WriteAsync(invocation.Surroundings, text => HistoryPage.WriteScan(text, (scan, name), findings), stream => HistoryJson.WriteScan(stream, (scan, name), findings));
    }
}
