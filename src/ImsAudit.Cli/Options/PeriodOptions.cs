using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>Which period of a history is told of.</summary>
internal sealed class PeriodOptions
{
    public Option<string> Period { get; } = CliOption.One("--period", "DURATION", "With --history: the length of a period, such as 1d or 7d, up to --as-of.", "7d");

    public Option<string> Periods { get; } = CliOption.One("--periods", "N", "With --history: so many periods are shown, the last of which is told of.", "12");

    public Option<string> OwnerTag { get; } = CliOption.One("--owner-tag", "KEY", "With --history: the key of the tag that names an image's owner.", "owner");

    public IReadOnlyList<Option> All => [Period, Periods, OwnerTag];
}
