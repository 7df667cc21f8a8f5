using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Judges images one by one.</summary>
internal sealed class ImageJudge(Policy policy, ImageAssertion assertion, FindingSink sink) : IPolicyJudge
{
    public PolicyTally Tally { get; } = new(policy);

    public void Judge(Image image, in EvaluationContext context)
    {
        var verdict = policy.Judge(assertion, image.Categories, context);
        if (verdict.Outcome is not (Outcome.Fail or Outcome.Error))
        {
            Tally.Add(verdict.Outcome);
            return;
        }
        var reasons = verdict.WhenUndecided
            ? FindingWriter.ReasonsOf(policy, policy.When!, opposite: false, context)
            : FindingWriter.ReasonsOf(policy, assertion.Condition, assertion.IsForbidden, context);
        Tally.Add(sink.Add(policy, image, (verdict.Outcome, reasons), context));
    }

    public bool Conclude() => false;

    public void Report(Image image, in EvaluationContext context) { }

    public void Finish() { }

    public Outcome OutcomeFor(Image image, in EvaluationContext context) => policy.Judge(assertion, image.Categories, context).Outcome;
}
