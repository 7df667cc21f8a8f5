namespace ImsAudit.Cli;

/// <summary>All that the program takes from the world around it, so that a test can give it another one.</summary>
internal sealed record Surroundings
{
    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Null when standard output is no terminal.</summary>
    public Terminal? OutputTerminal { get; init; }

    /// <summary>Null when standard error is no terminal.</summary>
    public Terminal? ErrorTerminal { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>What relative paths are relative to; empty for the process's own, so that messages name paths as they were given.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>For what does not fit into memory.</summary>
    public required string TempFolder { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The id of a run that nobody named.</summary>
    public required Func<string> NewRunId { get; init; }

    /// <summary>Numbers from 0 to 1, from any thread.</summary>
    public required Func<double> Random { get; init; }

    /// <summary>Where the user's own configuration lies; null when the environment names no such folder.</summary>
    public string? HomeFolder => Variable("HOME") ?? Variable("USERPROFILE");

    /// <exception cref="UserMistakeException">The name is empty.</exception>
    public string PathOf(string path) => path.Length > 0
        ? Path.Combine(WorkingFolder, path)
        : throw new UserMistakeException("The name of a file is empty. Was a variable on the command line not set?");

    /// <summary>The variable's value; null when it is not set, or empty.</summary>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
