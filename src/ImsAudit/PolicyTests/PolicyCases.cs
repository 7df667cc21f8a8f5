using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.References;

namespace ImsAudit.PolicyTests;

/// <summary>A policy and all cases that there are for it.</summary>
internal sealed class PolicyCases(Policy policy, ReferenceData references)
{
    private readonly List<PolicyTestFile> _files = [];
    private readonly PatternCache _patterns = new();

    public Policy Policy => policy;

    public bool IsEmpty => _files.Count == 0;

    public void Add(PolicyTestFile file) => _files.Add(file);

    /// <summary>Runs each case on the policy, or on one that was made from it.</summary>
    /// <param name="source">The policy's JSON.</param>
    /// <param name="mistakes">Gets what is wrong with the policy; cases that it cannot be compiled for are not run.</param>
    public async IAsyncEnumerable<CaseRun> RunAsync(JsonNodeAt source, Mistakes mistakes)
    {
        foreach (var tests in _files)
        {
            var shared = Compile(source, tests, references, mistakes);
            foreach (var one in tests.Cases)
                if ((one.References.IsEmpty ? shared : Compile(source, tests, references.With(one.References), mistakes)) is { } set)
                    yield return await CaseRun.OfAsync(set, tests, one);
        }
    }

    private PolicySet? Compile(JsonNodeAt source, PolicyTestFile tests, ReferenceData data, Mistakes mistakes)
    {
        var fields = new FieldSet();
        var own = new Mistakes();
        var compiled = new PolicyParser(source, own) { Patterns = _patterns }.Parse(policy.File, fields, data, tests.Parameters);
        foreach (var mistake in own.All) mistakes.Add(mistake);
        return compiled is null ? null : new PolicySet([compiled], fields, data);
    }
}
