using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>A total order of images: what was asked for, then <c>created_at</c>, then <c>id</c>.</summary>
internal sealed class SortOrder
{
    private static readonly string[] s_keys = ["name", "status", "container_format", "disk_format", "size", "id", "created_at", "updated_at"];

    private SortOrder(IReadOnlyList<SortTerm> terms)
    {
        Terms = terms;
        Name = string.Join(',', terms);
    }

    public IReadOnlyList<SortTerm> Terms { get; }

    /// <summary>The same for the same order.</summary>
    public string Name { get; }

    /// <exception cref="Rejection">400: an unknown key or direction, or their numbers do not fit.</exception>
    public static SortOrder Parse(QueryParameters query, SimulatorMode mode)
    {
        var (keys, directions) = Asked(query);
        var descending = directions.Select(IsDescending).ToList();
        if (descending.Count > 1 && descending.Count != keys.Count)
            throw Rejection.BadRequest("Number of sort dirs does not match the number of sort keys");
        var fallback = descending is not [false];
        var terms = keys.Select((key, i) => new SortTerm(Canonical(key, mode), descending.Count > 1 ? descending[i] : fallback)).ToList();
        foreach (var tieBreak in new[] { "created_at", "id" })
            if (terms.TrueForAll(term => term.Key != tieBreak))
                terms.Add(new SortTerm(tieBreak, fallback));
        return new SortOrder(terms);
    }

    private static (IReadOnlyList<string> Keys, IReadOnlyList<string> Directions) Asked(QueryParameters query)
    {
        var keys = query.Each("sort_key");
        var directions = query.Each("sort_dir");
        if (query.Last("sort") is not { } sort) return (keys.Count > 0 ? keys : ["created_at"], directions);
        if (keys.Count + directions.Count > 0) throw Rejection.BadRequest("Old and new sorting syntax cannot be combined");
        var pairs = sort.Split(',').Select(pair => pair.Trim().Split(':', 2)).ToList();
        return ([.. pairs.Select(pair => pair[0])], [.. pairs.Select(pair => pair.Length > 1 ? pair[1] : "desc")]);
    }

    private static bool IsDescending(string direction) => direction switch
    {
        "desc" => true,
        "asc" => false,
        _ => throw Rejection.BadRequest($"Invalid sort direction: {direction}. It must be one of the following: asc, desc."),
    };

    /// <summary>The API page writes <c>create_at</c>; IMS takes both, Glance does not.</summary>
    private static string Canonical(string key, SimulatorMode mode)
    {
        if (key == "create_at" && mode == SimulatorMode.Ims) return "created_at";
        return s_keys.Contains(key)
            ? key
            : throw Rejection.BadRequest($"Invalid sort key: {key}. It must be one of the following: {string.Join(", ", s_keys)}.");
    }
}
