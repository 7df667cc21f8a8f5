using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Editors;

/// <summary>A test that needs node and a JSON language server; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EditorFactAttribute : FactAttribute
{
    public EditorFactAttribute() => Skip = WhyNot;

    public static string Folder { get; } = Path.Combine(ImsAuditBinary.RepositoryRoot, "tests", "editor-schema");

    private static string? WhyNot { get; } =
        !IsOnPath("node") ? "node is not on this machine."
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "vscode-json-languageservice")) ? "The language server is not installed: npm ci --prefix tests/editor-schema"
        : null;

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
