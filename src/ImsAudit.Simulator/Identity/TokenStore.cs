using System.Collections.Concurrent;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Identity;

/// <summary>The tokens that were given out and are still good.</summary>
internal sealed class TokenStore(SimulatorOptions options)
{
    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);

    /// <param name="method">The way in, as Keystone names it.</param>
    public IssuedToken Issue(SimulatedProject? project, string method)
    {
        var now = options.TimeProvider.GetUtcNow();
        var token = new IssuedToken(Convert.ToHexStringLower(options.RandomBytes(32)), project, now, now + options.TokenLifetime) { Method = method };
        _tokens[token.Value] = token;
        return token;
    }

    /// <summary>The token of that value; null when it was never given out, or is no longer good.</summary>
    public IssuedToken? Find(string? value) =>
        value is not null && _tokens.TryGetValue(value, out var token) && options.TimeProvider.GetUtcNow() < token.ExpiresAt ? token : null;

    public void ExpireAll() => _tokens.Clear();
}
