using System.Globalization;
using ImsAudit.History.Databases;
using ImsAudit.Policies;

namespace ImsAudit.History.Recording;

/// <summary>The policies of a history, the sets that scans judged by, and when each place was last seen whole under each set.</summary>
internal sealed class PolicyBook
{
    private const char Separator = ',';

    private readonly Session _session;
    private readonly Dictionary<string, (long Number, string Title, Severity Severity)> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<long>> _members = [];
    private readonly Dictionary<long, List<(long Set, long At)>> _covered = [];

    private PolicyBook(Session session) => _session = session;

    public static async Task<PolicyBook> LoadAsync(Session session, CancellationToken cancellationToken)
    {
        var book = new PolicyBook(session);
        foreach (var row in await session.QueryAsync("SELECT id, name, title, severity FROM policy", row => (Number: row.GetInt64(0), Name: row.GetString(1), Title: row.GetString(2), Severity: (Severity)row.GetInt64(3)), cancellationToken))
            book._policies[row.Name] = (row.Number, row.Title, row.Severity);
        foreach (var (number, text) in await session.QueryAsync("SELECT id, policies FROM policy_set", row => (row.GetInt64(0), row.GetString(1)), cancellationToken)) book.Know(number, text);
        foreach (var (place, set, at) in await session.QueryAsync("SELECT place_id, policy_set_id, covered_at FROM coverage", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken)) book.Cover(place, set, at);
        return book;
    }

    public long NumberOf(string policy) => _policies[policy].Number;

    public string NameOf(long number) => _policies.First(policy => policy.Value.Number == number).Key;

    public bool IsIn(long policy, long set) => _members[set].Contains(policy);

    /// <summary>The names of a set's policies that another one lacks, in order.</summary>
    public IReadOnlyList<string> Without(long set, long other) => [.. _members[set].Except(_members[other]).Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The number of the set; what is new about its policies is written.</summary>
    public async Task<long> OfAsync(IEnumerable<(string Name, string Title, Severity Severity)> policies, CancellationToken cancellationToken)
    {
        var numbers = new SortedSet<long>();
        foreach (var policy in policies) numbers.Add(await NumberOfAsync(policy, cancellationToken));
        return await SetOfAsync(numbers, cancellationToken);
    }

    /// <summary>The number of a set without some of its policies.</summary>
    public Task<long> WithoutAsync(long set, IReadOnlySet<long> policies, CancellationToken cancellationToken) =>
        policies.Count == 0 ? Task.FromResult(set) : SetOfAsync([.. _members[set].Except(policies)], cancellationToken);

    /// <summary>When the place was last seen whole, under whatever policies; null when it never was.</summary>
    public long? CoveredAt(long place) => Latest(place, policy: null);

    /// <summary>When the place was last seen whole under a set with this policy.</summary>
    public long? CoveredAt(long place, long policy) => Latest(place, policy);

    /// <summary>Notes that the place was seen whole under the set; an earlier moment than the known one changes nothing.</summary>
    public async Task CoverAsync(long place, long set, long at, CancellationToken cancellationToken)
    {
        if (_covered.GetValueOrDefault(place)?.Find(entry => entry.Set == set) is { Set: > 0 } known && known.At >= at) return;
        await _session.ExecuteAsync(
            "INSERT INTO coverage (place_id, policy_set_id, covered_at) VALUES (@place, @set, @at) ON CONFLICT (place_id, policy_set_id) DO UPDATE SET covered_at = excluded.covered_at",
            [SqlValue.Of("@place", place), SqlValue.Of("@set", set), SqlValue.Of("@at", at)],
            cancellationToken);
    }

    private long? Latest(long place, long? policy)
    {
        long? latest = null;
        foreach (var (set, at) in _covered.GetValueOrDefault(place) ?? [])
            if ((policy is null || IsIn(policy.Value, set)) && (latest is null || at > latest))
                latest = at;
        return latest;
    }

    private async Task<long> NumberOfAsync((string Name, string Title, Severity Severity) policy, CancellationToken cancellationToken)
    {
        var isKnown = _policies.TryGetValue(policy.Name, out var known);
        if (isKnown && (known.Title, known.Severity) == (policy.Title, policy.Severity)) return known.Number;
        var number = isKnown ? known.Number : _policies.Count + 1;
        await _session.ExecuteAsync(
            "INSERT INTO policy (id, name, title, severity) VALUES (@id, @name, @title, @severity) ON CONFLICT (id) DO UPDATE SET title = excluded.title, severity = excluded.severity",
            [SqlValue.Of("@id", number), SqlValue.Of("@name", policy.Name), SqlValue.Of("@title", policy.Title), SqlValue.Of("@severity", (long)policy.Severity)],
            cancellationToken);
        _policies[policy.Name] = (number, policy.Title, policy.Severity);
        return number;
    }

    private async Task<long> SetOfAsync(SortedSet<long> numbers, CancellationToken cancellationToken)
    {
        var text = string.Join(Separator, numbers);
        if (_sets.TryGetValue(text, out var set)) return set;
        set = _sets.Count + 1;
        await _session.ExecuteAsync("INSERT INTO policy_set (id, policies) VALUES (@id, @policies)", [SqlValue.Of("@id", set), SqlValue.Of("@policies", text)], cancellationToken);
        Know(set, text);
        return set;
    }

    private void Know(long set, string policies)
    {
        _sets[policies] = set;
        _members[set] = [.. policies.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
    }

    private void Cover(long place, long set, long at)
    {
        if (!_covered.TryGetValue(place, out var entries)) _covered[place] = entries = [];
        entries.Add((set, at));
    }
}
