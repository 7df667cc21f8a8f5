namespace ImsAudit.Linting;

/// <summary>One thing that is looked for.</summary>
/// <param name="Name">Words joined by hyphens, for tests and documentation.</param>
/// <param name="Summary">What it finds, in one sentence.</param>
internal sealed record LintRule(string Name, string Summary, Func<LintScope, IEnumerable<LintFinding>> Find)
{
    /// <summary>A rule that looks at each policy by itself.</summary>
    public static LintRule OfPolicy(string name, string summary, Func<LintedPolicy, IEnumerable<LintFinding>> find) =>
        new(name, summary, scope => scope.Policies.SelectMany(find));
}
