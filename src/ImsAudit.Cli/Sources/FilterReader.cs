using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Fields;
using ImsAudit.Wording;
using QueryParameter = ImsAudit.Collection.QueryParameter;

namespace ImsAudit.Cli.Sources;

/// <summary>
/// Reads <c>--filter key=value</c> against the API page (table 1). The server takes a misspelt name for a property that no
/// image has, and answers with an empty list, so that a slip must be found here.
/// </summary>
internal sealed class FilterReader(Settings settings, ApiDialect dialect)
{
    public IReadOnlyList<QueryParameter> Read() =>
        [.. settings.Texts(settings.Options.Source.Filter).Select(Read).Where(filter => filter is not null).Select(filter => filter!.Value)];

    private QueryParameter? Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) return Wrong(text, "KEY=VALUE");
        // The page itself spells created_at without its d in one place.
        var (key, value) = (text[..equals] == "create_at" ? "created_at" : text[..equals], text[(equals + 1)..]);
        var (names, ofCloudImages) = (FieldCatalogue.Shipped.FilterNames.ToList(), FieldCatalogue.Shipped.CloudImagesFilterNames.ToList());
        if (dialect == ApiDialect.CloudImages) names.AddRange(ofCloudImages);
        if (FieldCatalogue.Shipped.Parameters.Any(parameter => parameter.IsPaging && parameter.Name == key))
            return Wrong(text, $"a filter, and {key} pages or sorts, which imsaudit does itself");
        if (!names.Contains(key) && ofCloudImages.Contains(key)) return Wrong(text, $"a query parameter of the API page; {key} is one of GET /v2/cloudimages, which --api cloudimages asks");
        if (!names.Contains(key)) return Wrong(text, "a query parameter of the API page", NearestName.Suggest(key, names));
        if (FilterValue.MistakeIn(key, value) is { } mistake) return Wrong(text, $"{key}={mistake.Expected}", mistake.Suggestion);
        return new QueryParameter(key, key == "tag" ? AsKeyAndValue(value) : value);
    }

    private QueryParameter? Wrong(string text, string expected, string suggestion = "")
    {
        settings.Wrong(settings.Options.Source.Filter, text, expected, suggestion);
        return null;
    }

    /// <summary>Tags were once given as <c>a.b</c>; the page asks for them as <c>a=b</c>.</summary>
    private static string AsKeyAndValue(string tag)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        return dot < 1 || tag.Contains('=', StringComparison.Ordinal) ? tag : $"{tag[..dot]}={tag[(dot + 1)..]}";
    }
}
