namespace ImsAudit.Snapshots;

/// <summary>
/// An input file that cannot be read as images: the user's mistake (exit 2). The message is a whole sentence with the place;
/// it quotes nothing of the file's content but what was made harmless.
/// </summary>
public sealed class InputFileException : Exception
{
    /// <param name="file">The file's name as the user gave it.</param>
    /// <param name="problem">A sentence: what is wrong, and what to do.</param>
    /// <param name="line">From 1; null where the file as a whole is meant.</param>
    /// <param name="column">From 1, in bytes.</param>
    public InputFileException(string file, string problem, long? line = null, long? column = null)
        : base(line is null ? $"{file}: {problem}" : $"{file}, line {line}, column {column ?? 1}: {problem}")
    {
        File = file;
        Line = line;
        Column = column;
    }

    public string File { get; }

    public long? Line { get; }

    public long? Column { get; }
}
