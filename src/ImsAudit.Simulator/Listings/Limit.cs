using System.Globalization;
using ImsAudit.Simulator.Api;

namespace ImsAudit.Simulator.Listings;

/// <summary>How many images a page may hold: 25 unless asked for (500 of <c>/v2/cloudimages</c>), and never more than 1000, however many were asked for.</summary>
internal static class Limit
{
    public const int Default = 25;
    public const int Most = 1000;

    /// <param name="otherwise">When none was asked for.</param>
    /// <exception cref="Rejection">400: not a whole number, or negative.</exception>
    public static int Parse(string? text, int otherwise)
    {
        if (text is null) return otherwise;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
            throw Rejection.BadRequest("limit param must be an integer");
        if (limit < 0) throw Rejection.BadRequest("limit param must be positive");
        return (int)Math.Min(limit, Most);
    }
}
