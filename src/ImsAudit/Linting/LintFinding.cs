using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Linting;

/// <summary>What is wrong, or odd, in a file that is valid.</summary>
public sealed record LintFinding(LintLevel Level, PolicyError Place)
{
    internal static LintFinding Error(string file, JsonNodeAt node, string message) => new(LintLevel.Error, At(file, node, message));

    internal static LintFinding Warning(string file, JsonNodeAt node, string message) => new(LintLevel.Warning, At(file, node, message));

    /// <summary><c>file:line:column: error|warning: message (at /pointer)</c>.</summary>
    public override string ToString() =>
        (Place with { Message = $"{(Level == LintLevel.Error ? "error" : "warning")}: {Place.Message}" }).ToString();

    private static PolicyError At(string file, JsonNodeAt node, string message) => new(file, node.Pointer, node.Position, message);
}
