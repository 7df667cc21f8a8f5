using System.CommandLine;
using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Options;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Exporting;

namespace ImsAudit.Cli.Commands;

/// <summary><c>history export</c>: Parquet files, for engines that query what is too large for one database.</summary>
internal static class HistoryExportCommand
{
    public static Command Create(CliOptions options, BindCommand bind)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the files go; it is made when it is not there." };
        var command = new Command("export", $"Write a history as Parquet files, for DuckDB, Spark or Trino: {HistoryExport.Scans}, {HistoryExport.Findings}, {HistoryExport.Images}.") { folder };
        command.Add(options.History.All);
        bind(command, (invocation, parse) => RunAsync(invocation, parse.GetRequiredValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, string folder)
    {
        var address = HistoryPlace.ReadRequired(invocation, "history export");
        invocation.Settings.Check();
        await using var store = await HistoryPlace.OpenAsync(invocation, address!);
        Directory.CreateDirectory(invocation.Surroundings.PathOf(folder));
        await store.ReadAsync(async reading =>
        {
            var export = new HistoryExport(reading);
            await WriteAsync(invocation, Path.Combine(folder, HistoryExport.Scans), stream => export.WriteScansAsync(stream, invocation.Cancellation));
            await WriteAsync(invocation, Path.Combine(folder, HistoryExport.Findings), stream => export.WriteFindingsAsync(stream, invocation.Cancellation));
            await WriteAsync(invocation, Path.Combine(folder, HistoryExport.Images), stream => export.WriteImagesAsync(stream, invocation.Cancellation));
            return true;
        }, invocation.Cancellation);
        return ExitCode.Clean;
    }

    private static async Task WriteAsync(Invocation invocation, string name, Func<Stream, Task<long>> write)
    {
        using var file = OutputFile.Open(invocation.Surroundings, name);
        var rows = 0L;
        await file.WriteAsync(async stream => rows = await write(stream));
        file.Commit();
        invocation.Log.Info($"{name}: {rows} rows.");
    }
}
