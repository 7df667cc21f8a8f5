namespace ImsAudit.History;

/// <summary>The history cannot be read or written. The message is a sentence for the user, without a secret in it.</summary>
/// <param name="isMistake">The user has to put something right (a wrong file, a wrong name); else the world stands in the way.</param>
public sealed class HistoryException(string sentence, bool isMistake, Exception? cause = null) : Exception(sentence, cause)
{
    public bool IsMistake { get; } = isMistake;
}
