using ImsAudit.Cli.Configuration;
using ImsAudit.Fields;
using ImsAudit.Values;
using ImsAudit.Wording;
using QueryParameter = ImsAudit.Collection.QueryParameter;

namespace ImsAudit.Cli.Sources;

/// <summary>
/// Reads <c>--filter key=value</c> against the API page (table 1). The server takes a misspelt name for a property that no
/// image has, and answers with an empty list, so that a slip must be found here.
/// </summary>
internal sealed class FilterReader(Settings settings)
{
    private static readonly string[] s_operators = ["gt", "gte", "lt", "lte", "eq", "neq"];

    public IReadOnlyList<QueryParameter> Read() =>
        [.. settings.Texts(settings.Options.Source.Filter).Select(Read).Where(filter => filter is not null).Select(filter => filter!.Value)];

    private QueryParameter? Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) return Wrong(text, "KEY=VALUE");
        // The page itself spells created_at without its d in one place.
        var (key, value) = (text[..equals] == "create_at" ? "created_at" : text[..equals], text[(equals + 1)..]);
        var names = FieldCatalogue.Shipped.FilterNames.ToList();
        if (FieldCatalogue.Shipped.Parameters.Any(parameter => parameter.IsPaging && parameter.Name == key))
            return Wrong(text, $"a filter, and {key} pages or sorts, which imsaudit does itself");
        if (!names.Contains(key)) return Wrong(text, "a query parameter of the API page", NearestName.Suggest(key, names));
        if (key is "created_at" or "updated_at" && !IsTimeFilter(value))
            return Wrong(text, $"{key}=OPERATOR:TIME with an operator of {string.Join(", ", s_operators)} and a time such as 2018-10-28T10:00:00Z");
        return new QueryParameter(key, key == "tag" ? AsKeyAndValue(value) : value);
    }

    private QueryParameter? Wrong(string text, string expected, string suggestion = "")
    {
        settings.Wrong(settings.Options.Source.Filter, text, expected, suggestion);
        return null;
    }

    private static bool IsTimeFilter(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_operators.Contains(value[..colon]) && Timestamp.TryParse(value[(colon + 1)..], out _);
    }

    /// <summary>Tags were once given as <c>a.b</c>; the page asks for them as <c>a=b</c>.</summary>
    private static string AsKeyAndValue(string tag)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        return dot < 1 || tag.Contains('=', StringComparison.Ordinal) ? tag : $"{tag[..dot]}={tag[(dot + 1)..]}";
    }
}
