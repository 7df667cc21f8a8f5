namespace ImsAudit.Benchmarks.Compare;

/// <summary>A program that finds what the 25 policies find.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Command">Input file and output file to the command line.</param>
/// <param name="Reference">The name of the program that it is held against; null for none.</param>
/// <param name="WritesLines">It writes whole findings; else <c>id,policy:outcome</c>.</param>
internal sealed record Contestant(string Name, Func<string, string, string[]> Command, string? Reference, bool WritesLines)
{
    private static readonly string s_root = FindRoot();

    /// <summary>Its ratio to the reference is held to the greatest that is allowed.</summary>
    public bool IsHeld { get; private init; } = true;

    public static IReadOnlyList<Contestant> All(CompareOptions options)
    {
        var contestants = new List<Contestant>
        {
            new("imsaudit, JIT", (input, output) => ["dotnet", Built("src/ImsAudit.Cli", "imsaudit.dll"), .. Scan(input, output)], "reference, JIT", WritesLines: true) { IsHeld = options.Native is null },
            new("reference, JIT", (input, output) => ["dotnet", Built("tests/ImsAudit.Benchmarks.Reference", "reference.dll"), input, output], Reference: null, WritesLines: true),
        };
        if (options.Native is { } native)
        {
            contestants.Add(new("imsaudit, AOT", (input, output) => [Path.Combine(native, "imsaudit"), .. Scan(input, output)], "reference, AOT", WritesLines: true));
            contestants.Add(new("reference, AOT", (input, output) => [Path.Combine(native, "reference"), input, output], Reference: null, WritesLines: true));
        }
        if (options.WithDuckDb) contestants.Add(new("DuckDB", (input, output) => ["dotnet", typeof(Contestant).Assembly.Location, "duckdb", input, output], Reference: null, WritesLines: false));
        if (options.WithJq) contestants.Add(new("jq", (input, output) => ["sh", "-c", $"exec jq -r -f '{Here("findings.jq")}' '{input}' > '{output}'"], Reference: null, WritesLines: false));
        return contestants;
    }

    private static string[] Scan(string input, string output) =>
        ["scan", "--from", input, "--policies", Here("policies"), "--as-of", "2026-06-01", "--fail-on", "none", "--quiet", "--unsorted", "--output", $"ndjson={output}"];

    private static string Here(string name) => Path.Combine(AppContext.BaseDirectory, "Compare", name);

    private static string Built(string project, string file) => Path.Combine(s_root, project, "bin", "Release", "net10.0", file) is var path && File.Exists(path)
        ? path
        : throw new FileNotFoundException($"{path} is not there: build the solution with -c Release first.", path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ImsAudit.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ImsAudit.sln.");
    }
}
