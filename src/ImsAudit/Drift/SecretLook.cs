using System.Text.RegularExpressions;

namespace ImsAudit.Drift;

/// <summary>
/// Guesses whether a value is a secret, by its field's name and its own form. What is masked in vain costs a look at the
/// image; what is shown in vain costs a password.
/// </summary>
internal static class SecretLook
{
    private const int Looked = 16 * 1024;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex s_name = new(
        "passw|passphrase|passcode|pwd|secret|token|credential|cookie|signature|(private|access|api|auth|encryption|ssh|master)[._-]?key|(^|[^a-z])(pass|ak|sk|auth)($|[^a-z])",
        Linear | RegexOptions.IgnoreCase);

    private static readonly Regex s_value = new(
        "-----BEGIN|eyJ[A-Za-z0-9_-]{8,}\\.|\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|gh[pousr]_[A-Za-z0-9]{30,}|AAAAA[A-Za-z0-9_-]{40,}|://[^/\\s]*:[^/\\s]*@"
        + "|(^|[^A-Za-z0-9])(?i:password|passwd|pwd|secret|token|bearer|ak|sk|api[._-]?key|access[._-]?key|private[._-]?key)[\"']?\\s*[:=： ]\\s*[\"']?\\S{4,}",
        Linear);

    private static readonly Regex s_long = new("[A-Za-z0-9+/_-]{40,}|\\b[A-Z0-9]{20}\\b", Linear);

    public static bool Has(string field, string value)
    {
        if (value.Length == 0) return false;
        if (s_name.IsMatch(field)) return true;
        var text = value.Length > Looked ? value[..Looked] : value;
        return s_value.IsMatch(text) || HasKey(text);
    }

    // A hash or an id is of one case; a key of 40 characters mixes all.
    private static bool HasKey(string text)
    {
        foreach (var match in s_long.EnumerateMatches(text))
        {
            var run = text.AsSpan(match.Index, match.Length);
            var isMixed = run.ContainsAnyInRange('0', '9') && run.ContainsAnyInRange('A', 'Z');
            if (isMixed && (match.Length == 20 || run.ContainsAnyInRange('a', 'z'))) return true;
        }
        return false;
    }
}
