using ImsAudit.Conditions;
using ImsAudit.Evaluation;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.References;
using ImsAudit.Results;
using ImsAudit.Wording;

namespace ImsAudit.PolicyTests;

/// <summary>Runs the <c>*.tests.json</c> files that lie beside policies.</summary>
public sealed class PolicyTestRunner
{
    private readonly List<PolicyTestResult> _results = [];
    private readonly List<PolicyError> _errors = [];
    private readonly Dictionary<string, Policy> _policies;
    private readonly ReferenceData _references;

    private PolicyTestRunner(PolicySet set)
    {
        _policies = set.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        _references = set.References;
    }

    /// <summary>
    /// Runs every case. Errors are mistakes in the files, policies without a passing or failing case (of the layers that
    /// demand it), and cases for no policy that is loaded.
    /// </summary>
    /// <param name="set">The policies of the layers.</param>
    /// <param name="layers">Where the tests lie.</param>
    /// <param name="demandCases">Whether a policy must have a passing and a failing case: those that ship must.</param>
    public static PolicyTestReport Run(PolicySet set, IReadOnlyList<PolicyLayer> layers, Func<Policy, bool> demandCases)
    {
        var runner = new PolicyTestRunner(set);
        foreach (var file in layers.SelectMany(layer => layer.Files).Where(file => file.Kind == PolicyFileKind.Tests)) runner.RunFile(file);
        foreach (var policy in set.Policies.Where(demandCases)) runner.DemandCases(policy);
        return new PolicyTestReport(runner._results, runner._errors);
    }

    private void RunFile(PolicyFile file)
    {
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(file.Utf8);
        foreach (var mistake in found) mistakes.Add(mistake);
        if (root is not null && new PolicyTestParser(file.Name, mistakes).Parse(root) is { } tests)
        {
            if (!_policies.TryGetValue(tests.Policy, out var policy))
                mistakes.Add(tests.PolicyNode, $"there is no policy \"{tests.Policy}\"{NearestName.Suggest(tests.Policy, _policies.Keys)}: these {tests.Cases.Count} cases are not used");
            else if (CheckParameters(policy, tests, mistakes))
                RunCases(policy, tests);
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

    private void RunCases(Policy policy, PolicyTestFile tests)
    {
        var shared = Compile(policy, tests, _references);
        foreach (var one in tests.Cases)
            if ((one.References.IsEmpty ? shared : Compile(policy, tests, _references.With(one.References))) is var (compiled, fields))
                RunCase(compiled, fields, tests, one);
    }

    private (Policy Compiled, FieldSet Fields)? Compile(Policy policy, PolicyTestFile tests, ReferenceData references)
    {
        var fields = new FieldSet();
        var mistakes = new Mistakes();
        var compiled = new PolicyParser(policy.Source, mistakes).Parse(policy.File, fields, references, tests.Parameters);
        _errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(policy.File, mistake)));
        return compiled is null ? null : (compiled, fields);
    }

    private void RunCase(Policy policy, FieldSet fields, PolicyTestFile tests, PolicyTestCase one)
    {
        var context = new EvaluationContext(new FieldReader(fields, one.Projects).Read(one.Image), tests.AsOf);
        var verdict = policy.Judge(one.Image.Categories, context);
        var why = verdict.Outcome == one.Expect ? null : WhyOf(policy, verdict, fields, one, context);
        _results.Add(new PolicyTestResult(tests.File, one.Source.Position, policy.Id, one.Name, one.Expect, verdict.Outcome, why));
    }

    private static string WhyOf(Policy policy, Verdict verdict, FieldSet fields, PolicyTestCase one, in EvaluationContext context) =>
        verdict.Outcome is Outcome.Fail or Outcome.Error
            ? new FindingWriter(fields, "en").Explain(policy, verdict, context)
            : $"the image's categories are {one.Image.Categories}, when is {policy.When?.Evaluate(context).ToString().ToLowerInvariant() ?? "not given"}";

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
    public bool Passed => Errors.Count == 0 && Results.All(result => result.Passed);
}
