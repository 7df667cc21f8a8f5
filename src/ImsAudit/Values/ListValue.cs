using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>A list of scalars, as an operand.</summary>
internal static class ListValue
{
    public static ValueReader<IReadOnlyList<FieldValue>> Reader { get; } = new(
        "a list",
        "a list of texts, numbers and booleans",
        Read,
        node => node.Kind == JsonKind.Array && node.Items.All(item => ScalarValue.Reader.ReadLiteral(item).IsRead)
            ? Reading<IReadOnlyList<FieldValue>>.Of([.. node.Items.Select(item => item.Value)])
            : Reading<IReadOnlyList<FieldValue>>.Unreadable);

    private static Reading<IReadOnlyList<FieldValue>> Read(FieldValue value) =>
        value.Kind == ValueKind.List && value.Items() is var items && items.All(item => item.IsScalar)
            ? Reading<IReadOnlyList<FieldValue>>.Of(items)
            : Reading<IReadOnlyList<FieldValue>>.Unreadable;
}
