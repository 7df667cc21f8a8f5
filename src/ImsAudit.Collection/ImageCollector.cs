using ImsAudit.Collection.Api;
using ImsAudit.Collection.Connecting;
using ImsAudit.Collection.Members;
using ImsAudit.Collection.Walking;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection;

/// <summary>
/// Collects every page of every listing of its targets. Two steps, because the spool must know the projects first and only
/// signing in tells them: <see cref="ConnectAsync"/>, then <see cref="CollectAsync"/> once.
/// </summary>
public sealed class ImageCollector : IDisposable
{
    private readonly CollectionSettings _settings;
    private readonly CollectionEnvironment _environment;
    private readonly ExchangePool _exchanges;
    private readonly CancellationTokenSource _deadline;
    private IReadOnlyList<ConnectedTarget> _targets = [];
    private IReadOnlyList<string> _notes = [];

    private ImageCollector(CollectionSettings settings, CollectionEnvironment environment, ExchangePool exchanges)
    {
        _settings = settings;
        _environment = environment;
        _exchanges = exchanges;
        _deadline = new CancellationTokenSource(settings.Timeout, environment.Time);
    }

    /// <summary>The projects that will be looked into, for the spool.</summary>
    public ScannedProjects Projects => new(_targets.Select(target => target.Scope));

    /// <summary>What will be asked, so that another run can tell whether it may go on with this one.</summary>
    public CollectionPlan Plan => new()
    {
        Targets = [.. _targets.Select(target => new PlannedTarget(target.Scope, target.Client?.Endpoint.Images.AbsoluteUri)).Distinct()],
        Categories = _settings.Categories,
        Filters = [.. _settings.Filters.Select(filter => filter.ToString())],
        Api = _settings.Dialect.ToString().ToLowerInvariant(),
        ApiVersion = _settings.ApiVersion,
    };

    /// <summary>Why it could not be signed in somewhere, a sentence each.</summary>
    public IReadOnlyList<string> SignInFailures => [.. _targets.Select(target => target.Failure).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Sentences to print before collecting, such as that an endpoint is asked over plain http.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Signs in everywhere. A target that cannot be signed in to becomes a failed listing later, not an exception.</summary>
    /// <exception cref="ConfigurationException">The user has to put something right; nothing is collected.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ImageCollector> ConnectAsync(
        IReadOnlyList<CollectionTarget> targets, CollectionSettings settings, CollectionEnvironment environment, CancellationToken cancellationToken)
    {
        var mistakes = SettingsCheck.Mistakes(targets, settings).Distinct(StringComparer.Ordinal).ToList();
        var roots = TrustedRoots.Load(targets, settings, mistakes);
        if (mistakes.Count > 0) throw new ConfigurationException(mistakes);
        var collector = new ImageCollector(settings, environment, new ExchangePool(settings, environment, roots));
        try
        {
            await collector.SignInAsync(targets, cancellationToken);
            return collector;
        }
        catch
        {
            collector.Dispose();
            throw;
        }
    }

    /// <summary>Asks all listings side by side. When it is cancelled, what came by then is in the spool.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<CollectionResult> CollectAsync(ImageSpool spool, IProgress<CollectionProgress>? progress, CancellationToken cancellationToken)
    {
        var result = await CollectListingsAsync(new ListingRun(_settings, _environment.Time, spool, progress), cancellationToken);
        if (!_settings.Members) return result;
        var members = new MemberRun(_targets, _settings, spool);
        await members.RunAsync(_deadline.Token, cancellationToken);
        return result with { Listings = [.. members.Note(result.Listings)] };
    }

    public void Dispose()
    {
        foreach (var target in _targets) target.Client?.Dispose();
        _deadline.Dispose();
        _exchanges.Dispose();
    }

    private static string Endpoint(ListingOutcome outcome) => outcome.Ask.Target.Client?.Endpoint.Origin ?? outcome.Ask.Target.Target.ToString();

    private async Task SignInAsync(IReadOnlyList<CollectionTarget> targets, CancellationToken cancellationToken)
    {
        var connector = new Connector(_exchanges, targets, _deadline.Token);
        var connected = await Task.WhenAll(targets.Select(target => connector.ConnectAsync(target, cancellationToken)));
        _targets = [.. connected.SelectMany(found => found.Targets)];
        _notes = [.. connected.SelectMany(found => found.Notes).Distinct(StringComparer.Ordinal)];
        var mistakes = _targets.Select(target => target.Mistake).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (mistakes.Count > 0) throw new ConfigurationException(mistakes);
        var servers = _targets.SelectMany(target => new[] { target.Target.Authentication.IdentityEndpointOf(target.Target), target.Client?.Endpoint.Images });
        Warnings = [.. servers.OfType<Uri>().Select(SettingsCheck.Warning).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private async Task<CollectionResult> CollectListingsAsync(ListingRun run, CancellationToken cancellationToken)
    {
        var outcomes = await AskAsync(run, ListingPlan.For(_targets, _settings), cancellationToken);
        if (_settings.Dialect != ApiDialect.Auto) return new CollectionResult([.. outcomes.Select(outcome => outcome.Listing)], [.. FixedNotes(), .. _notes, .. RoleNotes()], Projects);
        var reviews = outcomes.GroupBy(outcome => outcome.Ask.Target.Endpoint).Select(group => new DialectReview(Endpoint(group.First()), [.. group])).ToList();
        foreach (var review in reviews)
            while (review.ToAskAgain() is { Count: > 0 } again)
                review.Answered(await AskAsync(run, again, cancellationToken));
        return new CollectionResult([.. reviews.SelectMany(review => review.Listings())], [.. reviews.Select(review => review.Note()).OfType<string>(), .. _notes, .. RoleNotes()], Projects);
    }

    private async Task<ListingOutcome[]> AskAsync(ListingRun run, IReadOnlyList<ListingAsk> asks, CancellationToken cancellationToken)
    {
        var outcomes = new ListingOutcome[asks.Count];
        // The endpoints' gates hold back what is too much; here -1 would mean the number of processors.
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, asks.Count), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, asks.Count), sideBySide,
            async (at, cancel) => outcomes[at] = await run.RunAsync(asks[at], _deadline.Token, cancel));
        return outcomes;
    }

    private IEnumerable<string> RoleNotes() => _settings.Categories.Any(category => category.MemberStatus() is not null)
        ? _targets.Select(target => target.RolesUnknown is { } why ? target.Client!.Hide(why) : null).OfType<string>().Distinct(StringComparer.Ordinal)
        : [];

    private List<string> FixedNotes() => _settings.Dialect switch
    {
        ApiDialect.Glance when _settings.Categories.Contains(ImageCategory.Market) => [NoteSentences.NoMarket],
        ApiDialect.CloudImages => [NoteSentences.CloudImages],
        _ => [],
    };
}
