using System.Globalization;
using ImsAudit.Fields;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Sources;

/// <summary>
/// Checks the value of a filter by what the API page says of the parameter (table 1), with the values beside it that are seen
/// in images. A server finds nothing by a wrong one, and that would look like an estate without such images.
/// </summary>
internal static class FilterValue
{
    private const string OneOf = "in:";

    /// <summary>New ones come with each system and each card, so that only what is nearly a known one is refused.</summary>
    private static readonly string[] s_growing = ["__platform", "__support_xen_gpu_type", "__support_kvm_gpu_type"];

    /// <summary>Glance takes several values for these (api-ref, "List images").</summary>
    private static readonly string[] s_lists = ["id", "name", "status", "container_format", "disk_format"];

    private static readonly string[] s_operators = ["gt", "gte", "lt", "lte", "eq", "neq"];

    /// <returns>What is expected, and perhaps a suggestion to put behind it; null when nothing is wrong.</returns>
    public static (string Expected, string Suggestion)? MistakeIn(string key, string value)
    {
        if (value.Length == 0) return ("VALUE, and the value is empty: was a variable not set?", "");
        if (!s_lists.Contains(key) || !value.StartsWith(OneOf, StringComparison.Ordinal)) return MistakeInOne(key, value);
        return value[OneOf.Length..].Split(',').Select(one => MistakeInOne(key, one.Trim('"'))).FirstOrDefault(mistake => mistake is not null);
    }

    private static (string Expected, string Suggestion)? MistakeInOne(string key, string value) => FieldCatalogue.Shipped.TypeOf(key) switch
    {
        FieldType.Timestamp => IsTime(value) ? null : ($"OPERATOR:TIME, with an operator of {string.Join(", ", s_operators)} and a time such as 2018-10-28T10:00:00Z", ""),
        FieldType.Boolean => value is "true" or "false" ? null : ("VALUE, with true or false", ""),
        FieldType.Integer => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : ("VALUE, with a whole number", ""),
        _ when key == "enterprise_project_id" => value is "0" or "all_granted_eps" || Guid.TryParseExact(value, "D", out _) ? null : ("VALUE, with 0 (the default one), an enterprise project's id or all_granted_eps", ""),
        _ => MistakeInChoice(key, value),
    };

    private static (string Expected, string Suggestion)? MistakeInChoice(string key, string value)
    {
        var known = FieldCatalogue.Shipped.Find(key)?.Values ?? FieldCatalogue.Shipped.Parameters.First(parameter => parameter.Name == key).Values;
        if (known.Count == 0 || known.Contains(value)) return null;
        var suggestion = NearestName.Suggest(value, known);
        return s_growing.Contains(key) && suggestion.Length == 0 ? null : ($"VALUE, with one of {string.Join(", ", known)}", suggestion);
    }

    private static bool IsTime(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_operators.Contains(value[..colon]) && Timestamp.TryParse(value[(colon + 1)..], out _);
    }
}
