using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>What is checked.</summary>
internal sealed class PolicyOptions
{
    public Option<string[]> Policies { get; } = CliOption.Many("--policies", "PATH",
        "A policy file, or a folder of them, in place of the built-in policies; builtin: names those.", "builtin:");

    public Option<string> Pack { get; } = CliOption.Maybe("--pack", "ID",
        "Take the policies of this pack, as it changes them.", "baseline for scan when none of --policies, --pack and --policy is given; else none");

    public Option<string[]> Policy { get; } = CliOption.Many("--policy", "ID",
        "Take the policies with this id; * stands for any run of characters. A disabled policy is taken only by its whole id.", "all enabled ones");

    public Option<string[]> Tag { get; } = CliOption.Many("--tag", "TAG", "Take only policies that carry one of these tags.", "any tag or none");

    public Option<string> MinSeverity { get; } = CliOption.One("--min-severity", "SEVERITY",
        "Take only policies of at least this severity: critical, high, medium, low or info.", "info");

    public Option<string[]> Param { get; } = CliOption.Many("--param", "POLICY.NAME=VALUE", "Set a policy's parameter.", "the policy's own default");

    public Option<string> AsOf { get; } = CliOption.Maybe("--as-of", "TIME", "The moment at which ages are judged, such as 2026-01-31 or 2026-01-31T12:00:00Z.", "now");

    public Option<string> Lang { get; } = CliOption.One("--lang", "en|zh", "The language of the policies' texts.", "en");

    /// <summary>Which policies, without how they are judged.</summary>
    public IReadOnlyList<Option> Choosing => [Policies, Pack, Policy, Tag, MinSeverity, Param];

    public IReadOnlyList<Option> All => [.. Choosing, AsOf, Lang];
}
