using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>What a collection was told to ask. Whoever goes on with it must ask the same, or the halves do not fit together.</summary>
public sealed record CollectionPlan
{
    private const string Nothing = "not given";

    public required IReadOnlyList<PlannedTarget> Targets { get; init; }

    public required CategorySet Categories { get; init; }

    /// <summary>The user's filters, as they stand in a query.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>As <c>--api</c> spells it.</summary>
    public required string Api { get; init; }

    public string? ApiVersion { get; init; }

    /// <summary>What is otherwise now, a sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> DifferencesTo(CollectionPlan now)
    {
        // Who could not be signed in to then may have been any of those that are new now.
        var anyUnknown = Targets.Any(target => target.Endpoint is null);
        return
        [
            .. Targets.Where(target => target.Endpoint is not null && !now.Targets.Contains(target)).Select(target => $"{target} was collected from, and is not now."),
            .. now.Targets.Where(target => !anyUnknown && !Targets.Contains(target)).Select(target => $"{target} was not collected from, and is now."),
            .. Difference("--category", Categories.ToString(), now.Categories.ToString()),
            .. Difference("--filter", string.Join(", ", Filters), string.Join(", ", now.Filters)),
            .. Difference("--api", Api, now.Api),
            .. Difference("--api-version", ApiVersion ?? "", now.ApiVersion ?? ""),
        ];
    }

    private static IEnumerable<string> Difference(string option, string then, string now) =>
        then == now ? [] : [$"{option} was {(then.Length > 0 ? then : Nothing)}, and is {(now.Length > 0 ? now : Nothing)} now."];
}
