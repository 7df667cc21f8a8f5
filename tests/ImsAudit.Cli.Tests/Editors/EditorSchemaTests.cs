using System.Diagnostics;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Editors;

/// <summary>The schema in a JSON language server: what <c>tests/editor-schema/check.mjs</c> checks.</summary>
public class EditorSchemaTests
{
    [EditorFact]
    public async Task Schema_gives_completion_hover_texts_and_diagnostics()
    {
        using var folder = new TempFolder();
        var printed = (await ImsAuditProcess.RunAsync(["policy", "schema"])).ShouldExit(0);
        var schema = folder.Write("schema.json", printed.Output);

        using var node = System.Diagnostics.Process.Start(new ProcessStartInfo("node", [Path.Combine(EditorFactAttribute.Folder, "check.mjs"), schema, Path.Combine(ImsAuditBinary.RepositoryRoot, "policies")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();

        node.ExitCode.ShouldBe(0, await output + await error);
    }
}
