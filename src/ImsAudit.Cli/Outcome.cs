using ImsAudit.Cli.Messages;
using ImsAudit.Cli.Sources;
using ImsAudit.Collection;
using ImsAudit.Files;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli;

/// <summary>The edge: what a command throws becomes sentences and an exit code.</summary>
internal static class Outcome
{
    public static async Task<int> OfAsync(Func<Task<int>> run, Log log, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Error("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (CannotCollectException failure)
        {
            log.Error(failure.Message);
            return ExitCode.Incomplete;
        }
        catch (Exception mistake) when (MistakesIn(mistake) is { } sentences)
        {
            foreach (var sentence in sentences) log.Error(sentence);
            return ExitCode.Mistake;
        }
        // The one place that may catch everything: a bug is told in a sentence, and never read as an answer.
        catch (Exception bug)
        {
            log.Error(Fault.Sentence(bug));
            if (log.IsVerbose) log.Error(bug.ToString());
            return ExitCode.Fault;
        }
    }

    private static IReadOnlyList<string>? MistakesIn(Exception exception) => exception switch
    {
        UserMistakeException mistake => mistake.Mistakes,
        ConfigurationException mistake => mistake.Mistakes,
        InputFileException or InputChangedException or ResultFormatException or TemplateException => [exception.Message],
        IOException or UnauthorizedAccessException => [$"A file or stream could not be read or written: {FileTrouble.Of(exception)}."],
        _ => null,
    };
}
