using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>Turns the query parameters of table 1 of the API page into filters; those that say how to page and sort are left out.</summary>
internal static class ListingFilters
{
    private static readonly string[] s_elsewhere = ["limit", "marker", "sort", "sort_key", "sort_dir", "visibility", "member_status"];
    private static readonly string[] s_numbers = ["min_ram", "min_disk"];
    private static readonly string[] s_lists = ["name", "id", "status", "container_format", "disk_format"];
    private static readonly string[] s_imageTypes = ["gold", "private", "shared", "market"];

    /// <exception cref="Rejection">400: a value that its parameter does not take.</exception>
    public static ImageFilter[] Parse(QueryParameters query, SimulatorMode mode) =>
        [.. query.All.Where(pair => !s_elsewhere.Contains(pair.Key)).Select(pair => Parse(pair.Key, pair.Value, mode))];

    private static ImageFilter Parse(string key, string value, SimulatorMode mode) => key switch
    {
        // Which images are hidden is the visibility's matter.
        "os_hidden" when mode == SimulatorMode.Glance => _ => true,
        "tag" => TagFilter.Has(value, mode),
        "created_at" or "updated_at" => TimeFilter.Parse(key, value),
        "owner" => image => image.Owner == value,
        "protected" => FieldFilter.Equal(key, Protected(value, mode), mode),
        "changes-since" => throw Rejection.BadRequest("The changes-since filter is no longer available on v2."),
        _ when mode == SimulatorMode.Ims => ParseIms(key, value),
        _ when s_lists.Contains(key) && value.StartsWith("in:", StringComparison.Ordinal) =>
            FieldFilter.OneOf(key, QuotedValues.Split(value[3..])),
        _ => FieldFilter.Equal(key, value, mode),
    };

    private static ImageFilter ParseIms(string key, string value)
    {
        if (key == "__imagetype" && !s_imageTypes.Contains(value)) throw Rejection.BadRequest("The imagetype is invalid.", "IMG.0024");
        if (s_numbers.Contains(key) && !long.TryParse(value, out _)) throw Rejection.BadRequest($"The {key} is not a whole number.");
        // An image that does not say so is registered; those that say false are hidden from ordinary users anyhow.
        if (key == "__isregistered") return bool.TryParse(value, out var asked) && asked ? image => image.IsRegistered : _ => false;
        return FieldFilter.Equal(key, value, SimulatorMode.Ims);
    }

    private static string Protected(string value, SimulatorMode mode)
    {
        var asked = mode == SimulatorMode.Ims ? value.ToLowerInvariant() : value;
        return asked is "true" or "false"
            ? asked
            : throw Rejection.BadRequest($"Invalid value '{value}' for 'protected' filter. Valid values are 'true' or 'false'.");
    }
}
