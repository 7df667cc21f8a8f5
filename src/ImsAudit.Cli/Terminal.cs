namespace ImsAudit.Cli;

/// <summary>A stream that a person looks at.</summary>
/// <param name="Width">In columns.</param>
internal sealed record Terminal(int Width);
