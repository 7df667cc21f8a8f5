namespace ImsAudit.Cli;

/// <summary>What the user has to put right: all of it at once, each a line. Exit code 2.</summary>
internal sealed class UserMistakeException(IReadOnlyList<string> mistakes) : Exception(string.Join('\n', mistakes))
{
    public UserMistakeException(string mistake) : this([mistake]) { }

    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
