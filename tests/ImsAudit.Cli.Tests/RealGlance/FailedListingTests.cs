using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Reporting.Formats;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>One listing of a real Glance fails and the others come whole: exit 3, and no report looks like a clean one.</summary>
[Collection(RealServers.Name)]
public sealed class FailedListingTests(RealGlanceFixture real) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceFact]
    public async Task Every_format_says_in_its_first_lines_that_a_listing_failed()
    {
        var outputs = ReportFormats.All.SelectMany(format => new[] { "--output", $"{format.Name}={_folder[format.Name]}" });

        (await ScanAsync([.. outputs])).ShouldExit(3);

        foreach (var format in ReportFormats.All)
            Beginning(format.Name).ShouldContain("incomplete", Case.Insensitive, $"the first lines of {format.Name}");
    }

    [RealGlanceFact]
    public async Task Standard_output_and_the_result_name_the_listing_that_failed_and_only_that()
    {
        var run = await ScanAsync("--output", "json=" + _folder["json"], "--output", "text=-");

        run.ShouldExit(3);
        run.Output.ShouldContain("shared-accepted");
        run.Output.ShouldContain("403");
        var listings = JsonNode.Parse(File.ReadAllText(_folder["json"]))!["run"]!["listings"]!.AsArray();
        listings.Where(listing => !(bool)listing!["complete"]!).Select(listing => (string)listing!["category"]!).ShouldBe(["shared-accepted"]);
        listings.Where(listing => (string)listing!["category"]! == "private").Sum(listing => (long)listing!["images"]!).ShouldBe(real.Ims.In("private").Count);
    }

    /// <summary>
    /// What people and pipelines look at first; JSON keeps its <c>complete</c> in <c>run</c>, behind the schema's name and the
    /// tool's, and SARIF tells in its first invocation.
    /// </summary>
    private string Beginning(string format)
    {
        var text = File.ReadAllText(_folder[format]);
        if (format == "json") return (bool)JsonNode.Parse(text)!["run"]!["complete"]! ? "complete" : "incomplete";
        if (format == "sarif") return (bool)JsonNode.Parse(text)!["runs"]![0]!["invocations"]![0]!["executionSuccessful"]! ? "complete" : "incomplete";
        var visible = format == "html" ? text[text.IndexOf("<title>", StringComparison.Ordinal)..text.IndexOf("</title>", StringComparison.Ordinal)] : text;
        return string.Join('\n', visible.Split('\n').Take(5));
    }

    private async Task<ImsAuditRun> ScanAsync(params string[] outputs)
    {
        await using var proxy = new ForwardingProxy(real.Cloud.Ims) { Refuses = url => url.Query.Contains("member_status=accepted", StringComparison.Ordinal) };
        string[] arguments = ["scan", "--endpoint", proxy.Address.AbsoluteUri, "--policy", "must-be-uefi", .. outputs];
        return await ImsAuditProcess.RunAsync(arguments, real.Cloud.SignIn("alice", "alpha", "ims-1"), workingFolder: _folder.Path);
    }
}
