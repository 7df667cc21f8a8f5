namespace ImsAudit.Snapshots;

/// <summary>
/// An input is not what it was when it was verified, so what was said about its completeness no longer holds (exit 2:
/// what was evaluated so far proves nothing).
/// </summary>
public sealed class InputChangedException(string file)
    : Exception($"{file}: The file changed while it was being read. Run again when nothing writes to it any more.")
{
    public string File { get; } = file;
}
