namespace ImsAudit.History.Addresses;

/// <summary>Reads what <c>--history</c> names.</summary>
public static class HistoryAddresses
{
    /// <param name="text">A file, or <c>postgres://…</c>.</param>
    /// <param name="variable">A variable of the environment; null when it is not set.</param>
    /// <param name="pathOf">What a file's name is relative to.</param>
    /// <exception cref="HistoryException">It is wrong, or holds a password.</exception>
    public static HistoryAddress Parse(string text, Func<string, string?> variable, Func<string, string> pathOf)
    {
        if (PostgresUrl.IsOne(text)) return PostgresUrl.Parse(text, variable);
        // A drive letter is one letter; anything longer before :// was meant as another kind of server.
        if (text.IndexOf("://", StringComparison.Ordinal) is > 1 and var at)
            throw new HistoryException($"A history is a file or postgres://USER@HOST:PORT/DATABASE; \"{text[..at]}\" is neither.", isMistake: true);
        if (text == "-") throw new HistoryException("A history is a file or a database; it cannot be standard input or output.", isMistake: true);
        return new SqliteAddress(pathOf(text), text);
    }
}
