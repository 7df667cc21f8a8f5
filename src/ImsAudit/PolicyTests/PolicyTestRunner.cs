using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Wording;

namespace ImsAudit.PolicyTests;

/// <summary>Runs the <c>*.tests.json</c> files that lie beside policies.</summary>
public sealed class PolicyTestRunner
{
    private readonly List<PolicyTestResult> _results = [];
    private readonly List<PolicyError> _errors = [];
    private readonly List<UncoveredLeaf> _uncovered = [];
    private readonly Dictionary<string, PolicyCases> _policies;
    private int _leaves;

    private PolicyTestRunner(PolicySet set) =>
        _policies = set.Policies.ToDictionary(policy => policy.Id, policy => new PolicyCases(policy, set.References), StringComparer.Ordinal);

    /// <summary>
    /// Runs every case. Errors are mistakes in the files, policies without a passing or failing case (of the layers that
    /// demand it), and cases for no policy that is loaded.
    /// </summary>
    /// <param name="set">The policies of the layers.</param>
    /// <param name="layers">Where the tests lie.</param>
    /// <param name="demandCases">Whether a policy must have a passing and a failing case: those that ship must.</param>
    public static async Task<PolicyTestReport> RunAsync(PolicySet set, IReadOnlyList<PolicyLayer> layers, Func<Policy, bool> demandCases)
    {
        var runner = new PolicyTestRunner(set);
        runner.ReadFiles(layers);
        foreach (var policy in set.Policies) await runner.RunCasesAsync(runner._policies[policy.Id]);
        foreach (var policy in set.Policies.Where(demandCases)) runner.DemandCases(policy);
        return new PolicyTestReport(runner._results, runner._errors)
        {
            Leaves = runner._leaves,
            Uncovered = runner._uncovered,
            Cases = [.. set.Policies.Select(policy => runner._policies[policy.Id])],
        };
    }

    /// <summary>What is wrong with the test files themselves, without running a case.</summary>
    public static IReadOnlyList<PolicyError> Mistakes(PolicySet set, IReadOnlyList<PolicyLayer> layers)
    {
        var runner = new PolicyTestRunner(set);
        runner.ReadFiles(layers);
        return runner._errors;
    }

    private void ReadFiles(IReadOnlyList<PolicyLayer> layers)
    {
        foreach (var file in layers.SelectMany(layer => layer.Files).Where(file => file.Kind == PolicyFileKind.Tests)) ReadFile(file);
    }

    private void ReadFile(PolicyFile file)
    {
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(file.Utf8);
        foreach (var mistake in found) mistakes.Add(mistake);
        if (root is not null && new PolicyTestParser(file.Name, mistakes).Parse(root) is { } tests)
        {
            if (!_policies.TryGetValue(tests.Policy, out var cases))
                mistakes.Add(tests.PolicyNode, $"there is no policy \"{tests.Policy}\"{NearestName.Suggest(tests.Policy, _policies.Keys)}: these {tests.Cases.Count} cases are not used");
            else if (CheckParameters(cases.Policy, tests, mistakes))
                cases.Add(tests);
        }
        _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(file.Name, mistake)));
    }

    private static bool CheckParameters(Policy policy, PolicyTestFile tests, Mistakes mistakes)
    {
        var before = mistakes.All.Count;
        foreach (var (name, value) in tests.Parameters)
        {
            if (policy.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter) parameter.Accepts(value, mistakes);
            else mistakes.Add(value, $"the policy has no parameter \"{name}\"{NearestName.Suggest(name, policy.Parameters.Select(one => one.Name))}");
        }
        return mistakes.All.Count == before;
    }

    private async Task RunCasesAsync(PolicyCases cases)
    {
        var mistakes = new Mistakes();
        var coverage = new LeafCoverage(cases.Policy);
        await foreach (var run in cases.RunAsync(cases.Policy.Source, mistakes))
        {
            _results.Add(run.ToResult());
            coverage.Observe(run);
        }
        _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(cases.Policy.File, mistake)).Distinct());
        _leaves += coverage.Leaves;
        _uncovered.AddRange(coverage.Uncovered);
    }

    private void DemandCases(Policy policy)
    {
        foreach (var outcome in new[] { Outcome.Pass, Outcome.Fail })
            if (!_results.Exists(result => result.Policy == policy.Id && result.Expected == outcome))
                _errors.Add(new PolicyError(policy.File, "", policy.Source.Position, $"the policy \"{policy.Id}\" has no case that is expected to {outcome.ToString().ToLowerInvariant()}: add one to its .tests.json"));
    }
}

/// <param name="Errors">Mistakes in the files, and cases that are missing or not used.</param>
public sealed record PolicyTestReport(IReadOnlyList<PolicyTestResult> Results, IReadOnlyList<PolicyError> Errors)
{
    /// <summary>How many leaves the policies have.</summary>
    public int Leaves { get; init; }

    /// <summary>The leaves that are not true in one case and false in another.</summary>
    public IReadOnlyList<UncoveredLeaf> Uncovered { get; init; } = [];

    internal IReadOnlyList<PolicyCases> Cases { get; init; } = [];

    public bool Passed => Errors.Count == 0 && Results.All(result => result.Passed);
}
