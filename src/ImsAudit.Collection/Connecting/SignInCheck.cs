using ImsAudit.Collection.Api;
using ImsAudit.Collection.Walking;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Connecting;

/// <summary>Signs in to every target and asks each endpoint for one image, to see whether that works. Nothing is collected.</summary>
public static class SignInCheck
{
    /// <exception cref="ConfigurationException">The user has to put something right; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<IReadOnlyList<CheckedTarget>> RunAsync(
        IReadOnlyList<CollectionTarget> targets, CollectionSettings settings, CollectionEnvironment environment, CancellationToken cancellationToken)
    {
        var mistakes = SettingsCheck.Mistakes(targets, settings).Distinct(StringComparer.Ordinal).ToList();
        var roots = TrustedRoots.Load(targets, settings, mistakes);
        if (mistakes.Count > 0) throw new ConfigurationException(mistakes);
        using var pool = new ExchangePool(settings, environment, roots);
        using var deadline = new CancellationTokenSource(settings.Timeout, environment.Time);
        var connector = new Connector(pool, targets, deadline.Token);
        var found = await Task.WhenAll(targets.Select(target => connector.ConnectAsync(target, cancellationToken)));
        var connected = found.SelectMany(one => one.Targets.Select(target => (Target: target, one.Notes)));
        return await Task.WhenAll(connected.Select(one => CheckAsync(one.Target, one.Notes, (settings, deadline.Token), cancellationToken)));
    }

    private static async Task<CheckedTarget> CheckAsync(
        ConnectedTarget connected, IReadOnlyList<string> notes, (CollectionSettings Settings, CancellationToken Deadline) limits, CancellationToken cancellationToken)
    {
        using var client = connected.Client;
        var problem = connected.Mistake ?? connected.Failure ?? await AskAsync(client!, connected.Target, limits, cancellationToken);
        var hide = client is null ? (Func<string, string>)(text => text) : client.Hide;
        return new CheckedTarget(connected.Target, connected.Scope)
        {
            Endpoint = client?.Endpoint.ListOf(limits.Settings.Dialect).ToString(),
            EndpointFrom = connected.EndpointFrom,
            ProjectName = Hidden(connected.Identity?.ProjectName),
            User = Hidden(connected.Identity?.User),
            Roles = connected.Identity?.Roles?.Select(hide).ToList(),
            ExpiresAt = connected.Identity?.ExpiresAt,
            Problem = problem is null ? null : hide(problem),
            IsMistake = connected.Mistake is not null,
            Notes = [.. notes, .. connected.RolesUnknown is { } why ? new[] { hide(why) } : []],
        };

        string? Hidden(string? text) => text is null ? null : hide(text);
    }

    private static async Task<string?> AskAsync(
        ApiClient client, CollectionTarget target, (CollectionSettings Settings, CancellationToken Deadline) limits, CancellationToken cancellationToken)
    {
        var (dialect, query) = (limits.Settings.Dialect, ListingQuery.AnyImage(limits.Settings.Dialect));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limits.Deadline, cancellationToken);
        try
        {
            var answer = await client.GetPageAsync(dialect, query, () => { }, both.Token);
            return answer.Failure is { } failure ? FailureSentences.Asking(target, $"{client.Endpoint.ListOf(dialect)}?{query}", failure) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FailureSentences.AskingTimeout(target, limits.Settings.Timeout);
        }
    }
}
