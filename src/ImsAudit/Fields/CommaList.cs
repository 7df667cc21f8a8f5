namespace ImsAudit.Fields;

/// <summary>Text that is a list: split at commas, items trimmed, empty items dropped; <c>""</c> is the empty list.</summary>
internal static class CommaList
{
    /// <summary>The list that a scalar's text stands for; any other value as it is.</summary>
    public static FieldValue Split(FieldValue value) => value.IsScalar
        ? FieldValue.OfStrings(value.Text!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : value;
}
