using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Cli.Messages;

/// <summary>What is said to people beside the output: on standard error, a line each, with nothing in it that acts on a terminal.</summary>
internal sealed class Log(TextWriter error, bool quiet, bool verbose)
{
    public bool IsQuiet => quiet;

    public bool IsVerbose => verbose;

    /// <summary>What went wrong. It is said even when quiet.</summary>
    public void Error(string message) => Write(message);

    public void Warning(string message)
    {
        if (!quiet) Write($"warning: {message}");
    }

    public void Info(string message)
    {
        if (!quiet) Write(message);
    }

    public void Detail(string message)
    {
        if (verbose && !quiet) Write(message);
    }

    private void Write(string message)
    {
        try
        {
            error.WriteLine(VisibleText.Of(message, kept: "\n"));
        }
        catch (IOException)
        {
            // Nobody reads standard error; there is nobody left to tell, and the exit code still says it.
        }
    }
}
