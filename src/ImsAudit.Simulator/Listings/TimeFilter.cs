using System.Globalization;
using ImsAudit.Simulator.Api;

namespace ImsAudit.Simulator.Listings;

/// <summary><c>created_at=lt:2018-10-28T10:00:00Z</c> and its kind: an operator and a time in UTC, in either format of the API page.</summary>
internal static class TimeFilter
{
    private static readonly string[] s_formats =
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <param name="expression">An operator (<c>gt gte lt lte eq neq</c>), a colon and a time; the time alone means <c>eq</c>.</param>
    /// <exception cref="Rejection">400: no such operator, or no time.</exception>
    public static ImageFilter Parse(string field, string expression)
    {
        var (name, text) = Split(expression);
        var time = ParseTime(text);
        var holds = Operator(name);
        return field == "created_at"
            ? image => holds(image.CreatedAt.CompareTo(time))
            : image => holds(image.UpdatedAt.CompareTo(time));
    }

    private static (string Operator, string Time) Split(string expression)
    {
        var colon = expression.IndexOf(':', StringComparison.Ordinal);
        var named = colon > 0 && char.IsAsciiLetter(expression[0]);
        return named ? (expression[..colon], expression[(colon + 1)..]) : ("eq", expression);
    }

    private static Func<int, bool> Operator(string name) => name switch
    {
        "gt" => order => order > 0,
        "gte" => order => order >= 0,
        "lt" => order => order < 0,
        "lte" => order => order <= 0,
        "eq" => order => order == 0,
        "neq" => order => order != 0,
        _ => throw Rejection.BadRequest($"Unable to filter using the operator '{name}'."),
    };

    private static DateTimeOffset ParseTime(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text.Trim(), s_formats, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw Rejection.BadRequest($"Invalid time value '{text}'. Use yyyy-MM-ddThh:mm:ssZ or yyyy-MM-dd hh:mm:ss.");
    }
}
