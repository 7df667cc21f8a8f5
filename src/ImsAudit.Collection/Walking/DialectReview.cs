using ImsAudit.Collection.Wording;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// Decides for one endpoint, under <c>--api auto</c>, whether what came when it was asked as an IMS can be believed. A plain
/// OpenStack takes <c>__imagetype</c> for a property that no image has, and answers with an empty list and no error.
/// </summary>
internal sealed class DialectReview(string endpoint, IReadOnlyList<ListingOutcome> asIms)
{
    private readonly List<ListingOutcome> _asGlance = [];

    private IEnumerable<ListingOutcome> All => asIms.Concat(_asGlance);

    private bool SawTyped => All.Any(outcome => outcome.Typed > 0);

    private bool SawUntyped => All.Any(outcome => outcome.Untyped > 0);

    /// <summary>
    /// The listings to ask again the plain way: the empty ones, and once an image came without <c>__imagetype</c> all that
    /// have not been. Then the hidden images, unless the server has shown itself an IMS. Ask until there are none.
    /// </summary>
    public IReadOnlyList<ListingAsk> ToAskAgain()
    {
        var again = asIms.Where(IsDoubtful).Select(outcome => outcome.Ask.Plain).ToList();
        return again.Count > 0 ? again : [.. asIms.Where(MayHide).Select(outcome => outcome.Ask.PlainHidden)];
    }

    public void Answered(IEnumerable<ListingOutcome> outcomes) => _asGlance.AddRange(outcomes);

    /// <summary>The listings that stand in the result.</summary>
    public IEnumerable<Listing> Listings() => asIms.SelectMany(Standing).Select(outcome => outcome.Listing);

    public string? Note()
    {
        if (SawUntyped) return SawTyped ? NoteSentences.Mixed(endpoint) : NoteSentences.PlainOpenStack(endpoint);
        var rich = _asGlance.Where(outcome => outcome.Listing.Images > 0).Select(outcome => outcome.Ask.Category).Distinct().ToList();
        return rich.Count > 0 ? NoteSentences.AskedAgain(endpoint, rich) : null;
    }

    private bool IsDoubtful(ListingOutcome outcome) =>
        CanBePlain(outcome)
        && ListingQuery.DependsOnDialect(outcome.Ask.Category)
        && (outcome.IsEmpty || SawUntyped)
        && Find(outcome.Ask.Plain) is null;

    /// <summary>A server that gave nothing at all may be a Glance whose images are all hidden.</summary>
    private bool MayHide(ListingOutcome outcome) =>
        CanBePlain(outcome) && (SawUntyped || !SawTyped) && Find(outcome.Ask.PlainHidden) is null;

    private static bool CanBePlain(ListingOutcome outcome) => outcome.Ask.Target.Client is not null && outcome.Ask.Category != ImageCategory.Market;

    private ListingOutcome? Find(ListingAsk ask) => _asGlance.FirstOrDefault(outcome => outcome.Ask == ask);

    private IEnumerable<ListingOutcome> Standing(ListingOutcome first) => Shown(first).Concat(Hidden(first));

    private IEnumerable<ListingOutcome> Shown(ListingOutcome first)
    {
        var isPlain = SawUntyped && !SawTyped;
        if (first.Ask.Category == ImageCategory.Market) return isPlain && first.IsEmpty ? [] : [first];
        if (Find(first.Ask.Plain) is not { } again) return [first];
        // The plain way asks for more, never for less.
        if (isPlain) return [again];
        if (!first.IsEmpty) return [first, again];
        return again.IsEmpty ? [first] : [again];
    }

    /// <summary>Where nothing says that this is a Glance, an empty answer proves nothing and is not shown.</summary>
    private IEnumerable<ListingOutcome> Hidden(ListingOutcome first) =>
        Find(first.Ask.PlainHidden) is { } hidden && (SawUntyped || !hidden.IsEmpty) ? [hidden] : [];
}
