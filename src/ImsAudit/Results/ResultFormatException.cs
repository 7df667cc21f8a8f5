namespace ImsAudit.Results;

/// <summary>A file that was given as a result is none, or is damaged. The message is for the user, and says where.</summary>
public sealed class ResultFormatException(string file, long? line, string what)
    : Exception(line is { } number ? $"{file}:{number}: {what}" : $"{file}: {what}")
{
    public string File { get; } = file;

    /// <summary>The first line is 1; null when the trouble has no line.</summary>
    public long? Line { get; } = line;
}
