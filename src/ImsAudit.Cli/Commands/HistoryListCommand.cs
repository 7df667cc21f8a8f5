using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Formats;
using ImsAudit.History.Reading;

namespace ImsAudit.Cli.Commands;

/// <summary><c>history list</c>: the scans that were kept.</summary>
internal static class HistoryListCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var output = TableOutputs.Option();
        var command = new Command("list", "List the scans of a history: when, how many images, what was found, whether it was complete, its exit code.");
        command.Add([.. options.History.All, output]);
        bind(command, (invocation, _) => RunAsync(invocation, output));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, Option<string[]> output)
    {
        var address = HistoryPlace.ReadRequired(invocation, "history list");
        var outputs = new TableOutputs(invocation, output);
        invocation.Settings.Check();

        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        var scans = await store.ReadAsync(async reading => (await reading.ScansAsync(HistoryReading.Always, invocation.Cancellation)).Select(scan => (scan, reading.NameOf(scan.Selection))).ToList(), invocation.Cancellation);
        string[][] rows = [.. scans.Select(scan => ScanTable.Row(scan.scan, scan.Item2))];
        string[][] shortRows = [.. scans.Select(scan => ScanTable.ShortRow(scan.scan, scan.Item2))];
        await outputs.WriteAsync(
            to =>
            {
                var terminal = to.Surroundings.OutputTerminal is not null;
                ColumnTable.Write(to, terminal ? ScanTable.ShortHead : ScanTable.Head, terminal ? shortRows : rows);
            },
            stream => HistoryJson.WriteScans(stream, scans),
            (ScanTable.Head, rows));
        if (scans.Count == 0) invocation.Log.Info($"{store.Name} holds no scan yet.");
        return ExitCode.Clean;
    }
}
