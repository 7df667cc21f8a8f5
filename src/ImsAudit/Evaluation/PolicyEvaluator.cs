using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>Judges the images of an inventory by the policies of a set, in as few passes over the images as they need.</summary>
public sealed class PolicyEvaluator
{
    private readonly PolicySet _policies;
    private readonly IInventory _inventory;
    private readonly DateTimeOffset _asOf;
    private readonly FieldReader _reader;
    private readonly IReadOnlyList<IPolicyJudge> _judges;
    private EstateIndex? _estate;

    /// <param name="manner">The moment that ages and expiries are judged at, UTC, and the language of the findings' sentences.</param>
    /// <param name="found">Gets each fail, waived fail and error as it is found, in no order.</param>
    /// <param name="waivers">Cover fails; null for none.</param>
    public PolicyEvaluator(
        PolicySet policies, IInventory inventory, (DateTimeOffset AsOf, string Language) manner, Action<Finding> found, WaiverLedger? waivers = null)
    {
        _policies = policies;
        _inventory = inventory;
        _asOf = manner.AsOf;
        var sink = new FindingSink(new FindingWriter(policies.Fields, manner.Language), waivers ?? WaiverLedger.Empty, found);
        _reader = new FieldReader(policies.Fields, inventory.Projects);
        var coverage = Coverage.Of(inventory);
        _judges = [.. policies.Policies.Select(policy => JudgeFor(policy, sink, coverage))];
    }

    /// <summary>Each policy's counts, ordered by id.</summary>
    public IReadOnlyList<PolicyResult> Results(string language) => [.. _judges.Select(judge => judge.Tally.ToResult(language))];

    /// <returns>How many images there are.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken = default)
    {
        await IndexAsync(cancellationToken);
        var images = 0L;
        await foreach (var image in _inventory.ReadAsync(cancellationToken))
        {
            var context = ContextOf(image);
            foreach (var judge in _judges) judge.Judge(image, context);
            images++;
        }
        var unfinished = _judges.Where(judge => judge.Conclude()).ToList();
        if (unfinished.Count == 0) return images;
        await foreach (var image in _inventory.ReadAsync(cancellationToken))
        {
            var context = ContextOf(image);
            foreach (var judge in unfinished) judge.Report(image, context);
        }
        foreach (var judge in unfinished) judge.Finish();
        return images;
    }

    /// <summary>The outcome for one image of a policy that found nothing against it; after <see cref="RunAsync"/>.</summary>
    internal Outcome OutcomeFor(Image image) => _judges[0].OutcomeFor(image, ContextOf(image));

    /// <summary>The same for every policy, in their order.</summary>
    internal IReadOnlyList<Outcome> OutcomesFor(Image image)
    {
        var context = ContextOf(image);
        return [.. _judges.Select(judge => judge.OutcomeFor(image, context))];
    }

    /// <summary>What a condition sees of an image; valid until the next call.</summary>
    internal EvaluationContext ContextOf(Image image) => new(_reader.Read(image), _asOf) { Scope = image.Scope, Estate = _estate };

    /// <summary>Reads the images that others may refer to; only when a policy asks.</summary>
    internal async Task IndexAsync(CancellationToken cancellationToken)
    {
        var queries = _policies.Policies.SelectMany(policy => policy.Queries).Distinct().ToList();
        if (queries.Count == 0) return;
        var estate = new EstateIndex(Coverage.Of(_inventory).MayMiss);
        await foreach (var image in _inventory.ReadAsync(cancellationToken))
        {
            var values = _reader.Read(image);
            foreach (var query in queries) estate.Add(query, image.Scope, values);
        }
        _estate = estate;
    }

    private static IPolicyJudge JudgeFor(Policy policy, FindingSink sink, Coverage coverage) => policy.Assertion switch
    {
        GroupAssertion group => new GroupJudge(policy, group, sink, coverage),
        var assertion => new ImageJudge(policy, (ImageAssertion)assertion, sink),
    };
}
