using System.CommandLine;
using ImsAudit.Cli.Outputs;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Commands;

/// <summary><c>policy schema</c>: for editors.</summary>
internal static class PolicySchemaCommand
{
    public static Command Create(BindCommand bind)
    {
        var command = new Command("schema", "Print the JSON Schema of policies, for editors.");
        bind(command, (invocation, _) =>
        {
            using var text = new PlainText(invocation.Surroundings);
            text.Lines(PolicySchemaText.Write().TrimEnd('\n'));
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }
}
