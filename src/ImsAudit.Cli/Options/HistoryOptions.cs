using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>The store of past scans.</summary>
internal sealed class HistoryOptions
{
    public Option<string> History { get; } = CliOption.Maybe("--history", "FILE|postgres://...",
        "Where past scans are kept: an SQLite file, or a database postgres://USER@HOST/DATABASE, whose password is PGPASSWORD or ~/.pgpass.", "none");

    public IReadOnlyList<Option> All => [History];
}
