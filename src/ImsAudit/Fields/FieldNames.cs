using ImsAudit.Wording;

namespace ImsAudit.Fields;

/// <summary>Checks the names of fields as people write them.</summary>
public static class FieldNames
{
    /// <summary>Why there can be no such field; null when there can. Any name without <c>@</c> may be a custom property.</summary>
    public static string? MistakeIn(string name)
    {
        if (name.Length == 0) return "expected the name of a field, found an empty text";
        if (!name.StartsWith('@') || FieldCatalogue.Shipped.Find(name) is not null && name is not "@tag.KEY" and not FieldCatalogue.TagPrefix) return null;
        return name.StartsWith(FieldCatalogue.TagPrefix, StringComparison.Ordinal) && name.Length > FieldCatalogue.TagPrefix.Length
            ? null
            : $"there is no field \"{name}\"{NearestName.Suggest(name, FieldCatalogue.Shipped.Collected.Select(known => known.Name))}";
    }

    /// <summary>A known name that is close to this unknown one, which may then be a slip; null when none is.</summary>
    public static string? NearKnown(string name)
    {
        var root = name.Split('.')[0];
        if (FieldCatalogue.Shipped.Find(name) is not null || FieldCatalogue.Shipped.Find(root) is not null) return null;
        return NearestName.Of(root, FieldCatalogue.Shipped.Fields.Select(known => known.Name));
    }
}
