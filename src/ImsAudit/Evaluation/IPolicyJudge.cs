using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>How one policy is brought to its outcomes over an estate.</summary>
internal interface IPolicyJudge
{
    PolicyTally Tally { get; }

    /// <summary>Sees every image once.</summary>
    void Judge(Image image, in EvaluationContext context);

    /// <summary>All images were seen. True when they must be seen once more, by <see cref="Report"/>.</summary>
    bool Conclude();

    /// <summary>Sees every image a second time.</summary>
    void Report(Image image, in EvaluationContext context);

    /// <summary>All images were seen for the last time.</summary>
    void Finish();

    /// <summary>What became of one image, for the tests of policies: fail and error are findings and not told here.</summary>
    Outcome OutcomeFor(Image image, in EvaluationContext context);
}
