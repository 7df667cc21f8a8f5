using System.Text;
using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>Tells a file of ours that has an <c>id</c>, such as a policy, from an image, for which it would else be taken.</summary>
internal static class OwnFile
{
    private static readonly string[] s_ofPolicies = ["severity", "require", "forbid", "group", "assert"];
    private static readonly string[] s_ofReferences = ["$schema", "id", "description", "values", "rows"];

    /// <summary>What it is, with its article; null when it may be an image.</summary>
    /// <param name="head">Read from the same JSON.</param>
    /// <param name="json">One JSON object.</param>
    public static string? Describe(ImageHead head, ReadOnlySpan<byte> json)
    {
        // Every image of an API says one of these, and none of our files does.
        if (head is not { Owner: null, ImageType: null, Visibility: null }) return null;
        var names = NamesIn(json);
        if (names.Contains("title") && names.Overlaps(s_ofPolicies)) return "a policy";
        if (names.Contains("title") && names.Contains("include")) return "a pack of policies";
        if (!names.IsSubsetOf(s_ofReferences)) return null;
        return names.Contains("values") ? "a list that policies refer to" : names.Contains("rows") ? "a table that policies refer to" : null;
    }

    private static HashSet<string> NamesIn(ReadOnlySpan<byte> json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Nobody writes our names with escapes.
            names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            reader.Skip();
        }
        return names;
    }
}
