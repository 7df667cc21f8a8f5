namespace ImsAudit.Cli.Sources;

/// <summary>The world stands in the way of collecting anything. Exit code 3.</summary>
internal sealed class CannotCollectException(string sentence) : Exception(sentence);
