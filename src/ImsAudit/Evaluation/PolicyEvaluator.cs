using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Judges images by the policies of a set, one image at a time. Not thread-safe.</summary>
public sealed class PolicyEvaluator
{
    private readonly PolicySet _policies;
    private readonly DateTimeOffset _asOf;
    private readonly FindingWriter _writer;
    private readonly FieldReader _reader;
    private readonly PolicyTally[] _tallies;

    /// <param name="projects">What makes an image our own.</param>
    /// <param name="asOf">The moment that ages and expiries are judged at, UTC.</param>
    /// <param name="language">Of the findings' sentences.</param>
    public PolicyEvaluator(PolicySet policies, ScannedProjects projects, DateTimeOffset asOf, string language)
    {
        _policies = policies;
        _asOf = asOf;
        _writer = new FindingWriter(policies.Fields, language);
        _reader = new FieldReader(policies.Fields, projects);
        _tallies = [.. policies.Policies.Select(policy => new PolicyTally(policy))];
    }

    /// <summary>Judges one image; each fail and error goes to <paramref name="found"/>.</summary>
    public void Judge(Image image, Action<Finding> found)
    {
        var context = new EvaluationContext(_reader.Read(image), _asOf);
        for (var i = 0; i < _tallies.Length; i++)
        {
            var policy = _policies.Policies[i];
            var verdict = policy.Judge(image.Categories, context);
            _tallies[i].Add(verdict.Outcome);
            if (verdict.Outcome is Outcome.Fail or Outcome.Error) found(_writer.Write(policy, image, verdict, context));
        }
    }

    /// <summary>Each policy's counts so far, ordered by id.</summary>
    public IReadOnlyList<PolicyResult> Results(string language) => [.. _tallies.Select(tally => tally.ToResult(language))];
}
