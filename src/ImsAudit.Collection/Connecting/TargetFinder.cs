using System.Collections.Concurrent;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Connecting;

/// <summary>Puts in the place of a target that looks for its projects one target a project. The identity service is asked once for credentials.</summary>
internal sealed class TargetFinder(ExchangePool pool, CancellationToken deadline)
{
    private readonly ConcurrentDictionary<(Authentication, Uri), Lazy<Task<Outcome<List<FoundProject>>>>> _lists = [];

    public async Task<FoundTargets> FindAsync(CollectionTarget target, CancellationToken cancellationToken)
    {
        if (!target.FindsProjects) return new FoundTargets([target], null, []);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            var asked = await ListAsync(target, both.Token);
            if (asked.Value is not { } found) return new FoundTargets([], FailureSentences.FindProjects(target, asked.Failure!), []);
            var choice = ProjectChoice.Of(target, found);
            var targets = choice.Taken.Select(project => target with { FindsProjects = false, Project = project.Id }).ToList();
            return new FoundTargets(targets, targets.Count == 0 ? FailureSentences.NoProjects(target) : null, choice.Notes);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FoundTargets([], FailureSentences.SignInTimeout(target, pool.Settings.Timeout), []);
        }
    }

    /// <summary>The regions of a cloud that share an identity service share the answer, and one failure locks no account.</summary>
    private Task<Outcome<List<FoundProject>>> ListAsync(CollectionTarget target, CancellationToken cancellationToken) =>
        _lists.GetOrAdd(
            (target.Authentication, target.Authentication.ProjectsAddress(target)!),
            _ => new(() => ProjectList.AskAsync(target, new Exchanges(pool, target), cancellationToken))).Value;
}

/// <param name="Targets">Empty with a <paramref name="Failure"/>.</param>
/// <param name="Notes">Which projects were left out, and why.</param>
internal sealed record FoundTargets(IReadOnlyList<CollectionTarget> Targets, string? Failure, IReadOnlyList<string> Notes);
