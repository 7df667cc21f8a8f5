using ImsAudit.Fields;

namespace ImsAudit.Differences;

/// <summary>The property that a field is read from: <c>a</c> of <c>a.b</c>, <c>tags</c> of <c>@tag.env</c>.</summary>
internal static class FieldRoot
{
    public const string Tags = "tags";
    private const string Members = "@members";

    public static string Of(string field)
    {
        if (field == "@tagKeys" || field.StartsWith(FieldCatalogue.TagPrefix, StringComparison.Ordinal)) return Tags;
        if (field.StartsWith('@')) return field.StartsWith(Members, StringComparison.Ordinal) ? Members : field;
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? field[..dot] : field;
    }
}
