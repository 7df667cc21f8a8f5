using ImsAudit.Fields;

namespace ImsAudit.Drift;

/// <summary>The values of one field that the catalogue lists. Case does not count, as in policies; empty and missing say nothing.</summary>
internal sealed class KnownValues
{
    private static readonly string[] s_booleans = ["true", "false"];

    private readonly HashSet<string> _values;
    private readonly bool _isCommaList;

    private KnownValues(IEnumerable<string> values, bool isCommaList)
    {
        _values = new HashSet<string>(values, StringComparer.OrdinalIgnoreCase);
        _isCommaList = isCommaList;
    }

    /// <summary>Null for a field whose values are anybody's.</summary>
    public static KnownValues? Of(CatalogueField field) =>
        field.Type == FieldType.Boolean ? new KnownValues(s_booleans, isCommaList: false)
        : field.Values.Count > 0 ? new KnownValues(field.Values, field.Type == FieldType.CommaList)
        : null;

    /// <summary>What of a value is not known: items of a list, or the value itself. A value of another form is not known either.</summary>
    public IEnumerable<FieldValue> UnknownIn(FieldValue value)
    {
        if (value.IsMissing) return [];
        var split = _isCommaList ? CommaList.Split(value) : value;
        return split.Kind == ValueKind.List && _isCommaList ? split.Items().Where(IsUnknown) : IsUnknown(split) ? [split] : [];
    }

    private bool IsUnknown(FieldValue value) => value.Text is not { } text || (text.Length > 0 && !_values.Contains(text));
}
