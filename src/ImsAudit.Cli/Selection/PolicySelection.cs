using ImsAudit.Cli.Configuration;
using ImsAudit.Policies;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Selection;

/// <summary>Chooses among the loaded policies by <c>--policy</c>, <c>--tag</c> and <c>--min-severity</c>.</summary>
internal sealed class PolicySelection(Settings settings)
{
    private const string Any = "*";

    /// <summary>Loads and chooses; null, and noted, when something is wrong or no policy is left.</summary>
    public static async Task<PolicySet?> ReadAsync(Invocation invocation, string? defaultPack = null)
    {
        var loaded = await PolicyFiles.LoadAsync(invocation, defaultPack);
        return loaded is null ? null : new PolicySelection(invocation.Settings).Choose(loaded);
    }

    public PolicySet? Choose(PolicySet loaded)
    {
        var (patterns, tags) = (settings.Texts(settings.Options.Policy.Policy), settings.Texts(settings.Options.Policy.Tag));
        var known = NotePatterns(patterns, loaded) & NoteTags(tags, loaded);
        var least = LeastSeverity();
        var chosen = loaded.Where(policy => IsNamed(policy, patterns) && IsTagged(policy, tags) && policy.Severity >= least);
        if (chosen.Policies.Count > 0) return chosen;
        if (known) settings.Mistake(NoneLeft(loaded));
        return null;
    }

    private Severity LeastSeverity()
    {
        var name = settings.Choice(settings.Options.Policy.MinSeverity, [.. Severities.WorstFirst.Select(Severities.Name)]);
        return Severities.WorstFirst.First(severity => severity.Name() == name);
    }

    private static bool IsNamed(Policy policy, IReadOnlyList<string> patterns) => policy.Enabled
        ? patterns.Count == 0 || patterns.Any(pattern => Matches(pattern, policy))
        : patterns.Contains(policy.Id);

    private static bool IsTagged(Policy policy, IReadOnlyList<string> tags) => tags.Count == 0 || policy.Tags.Any(tags.Contains);

    private static bool Matches(string pattern, Policy policy) =>
        pattern.Contains(Any, StringComparison.Ordinal) ? new Wildcard(pattern, caseSensitive: true).IsMatch(policy.Id) : pattern == policy.Id;

    private bool NotePatterns(IReadOnlyList<string> patterns, PolicySet loaded)
    {
        var ids = loaded.Policies.Select(policy => policy.Id).ToList();
        var unknown = patterns.Where(pattern => !loaded.Policies.Any(policy => Matches(pattern, policy))).ToList();
        foreach (var pattern in unknown)
            settings.Mistake($"--policy \"{pattern}\" matches no policy that is loaded{Suggest(pattern, ids)} (\"imsaudit policy list\" shows them)");
        return unknown.Count == 0;
    }

    private bool NoteTags(IReadOnlyList<string> tags, PolicySet loaded)
    {
        var all = loaded.Policies.SelectMany(policy => policy.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var unknown = tags.Where(tag => !all.Contains(tag)).ToList();
        foreach (var tag in unknown)
            settings.Mistake($"--tag \"{tag}\" is carried by no policy that is loaded{Suggest(tag, all)} (there are: {string.Join(", ", all)})");
        return unknown.Count == 0;
    }

    private static string Suggest(string text, IEnumerable<string> valid) => NearestName.Suggest(text.Replace(Any, "", StringComparison.Ordinal), valid);

    private static string NoneLeft(PolicySet loaded)
    {
        var disabled = loaded.Policies.Where(policy => !policy.Enabled).Select(policy => policy.Id).ToList();
        var hint = disabled.Count == 0 ? "" : $" Disabled policies are taken only by their whole id: {string.Join(", ", disabled)}.";
        return $"No policy selected: of {loaded.Policies.Count} that are loaded none is left by --pack, --policy, --tag and --min-severity.{hint}";
    }
}
