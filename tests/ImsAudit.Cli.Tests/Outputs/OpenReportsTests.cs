using ImsAudit.Cli.Histories;
using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Cli.Tests.Outputs;

/// <summary>Reports and the history beside them: what the files tell is what became of the scan.</summary>
public sealed class OpenReportsTests
{
    [Fact]
    public async Task Files_tell_it_when_the_result_does_not_count_in_the_end()
    {
        using var folder = new TempFolder();
        using var output = new MemoryStream();
        var invocation = new Invocation(In(folder, output), Settings: null!, Log: null!, CancellationToken.None);
        using var app = new App();
        app.Folder.Write("sample.json", Texts.Sample);
        (await app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--output", "json=made.json")).ShouldExit(0);
        var result = ResultJson.Read(await File.ReadAllBytesAsync(app.Folder["made.json"]), "made.json");
        var json = ReportFormats.Find("json")!;
        using (var reports = new OpenReports(new OpenOutputs<ReportFormat>(invocation, [(json, "r.json"), (json, OutputFile.StandardOutput)]), look => look))
        {
            var told = await reports.WriteAsync(result, one => Task.FromResult(ScanHistory.Unwritten(one, "The disk is full.")), CancellationToken.None);
            told.Summary.Gate.ExitCode.ShouldBe(ExitCode.Incomplete);
        }

        ResultJson.Read(await File.ReadAllBytesAsync(folder["r.json"]), "r.json").Run.HistoryError.ShouldBe("The disk is full.");
        // What went there cannot be taken back.
        ResultJson.Read(output.ToArray(), "standard output").Run.HistoryError.ShouldBeNull();
    }

    private static Surroundings In(TempFolder folder, Stream output) => new()
    {
        Input = Stream.Null,
        Output = output,
        Error = TextWriter.Null,
        Environment = new Dictionary<string, string>(),
        WorkingFolder = folder.Path,
        TempFolder = folder.Path,
        Clock = TimeProvider.System,
        NewRunId = () => "run",
        Random = () => 0.5,
    };
}
