namespace ImsAudit.Reporting.Templates;

/// <summary>A template has a mistake. The message is for its author: file, line, column and a sentence.</summary>
public sealed class TemplateException(string file, int? line, int? column, string what)
    : Exception(line is null ? $"{file}: {what}" : $"{file}:{line}:{column}: {what}")
{
    public string File { get; } = file;

    /// <summary>The first line is 1; null when the trouble has no line.</summary>
    public int? Line { get; } = line;

    public int? Column { get; } = column;
}
