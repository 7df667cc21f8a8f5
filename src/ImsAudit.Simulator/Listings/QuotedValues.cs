using System.Text;
using ImsAudit.Simulator.Api;

namespace ImsAudit.Simulator.Listings;

/// <summary>The values behind <c>in:</c>: separated by commas, a value with a comma in double quotes.</summary>
internal static class QuotedValues
{
    /// <exception cref="Rejection">400: a quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (c != ',' || quoted) value.Append(c);
            else
            {
                values.Add(value.ToString());
                value.Clear();
            }
        }
        if (quoted) throw Rejection.BadRequest($"Invalid filter value {text}. The quote is not closed.");
        return [.. values, value.ToString()];
    }
}
