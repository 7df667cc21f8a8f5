namespace ImsAudit.Cli.Messages;

/// <summary>What is said about a bug of ours.</summary>
internal static class Fault
{
    public static string Sentence(Exception bug) =>
        $"Internal fault: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")} This is a bug in imsaudit; please report it with the output of --verbose.";
}
