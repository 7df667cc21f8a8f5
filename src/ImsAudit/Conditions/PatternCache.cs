using System.Text.RegularExpressions;
using ImsAudit.Conditions.Operators;

namespace ImsAudit.Conditions;

/// <summary>Regular expressions that were compiled once; compiling one takes longer than thousands of matches. Not thread-safe.</summary>
public sealed class PatternCache
{
    private readonly Dictionary<(string Pattern, bool CaseSensitive), (Regex? Regex, string? Mistake)> _compiled = [];

    /// <summary>Null, and why, when the pattern cannot be compiled.</summary>
    public Regex? Compile(string pattern, bool caseSensitive, out string? mistake)
    {
        if (!_compiled.TryGetValue((pattern, caseSensitive), out var found))
        {
            found = (Matches.Compile(pattern, caseSensitive, out var why), why);
            _compiled[(pattern, caseSensitive)] = found;
        }
        mistake = found.Mistake;
        return found.Regex;
    }
}
