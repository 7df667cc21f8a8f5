using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>
/// Compiles what stands behind an operator: a literal, <c>{ "param": name }</c>, <c>{ "field": name }</c>, or for lists
/// <c>{ "list": id }</c>. Mistakes are noted in the scope, and null is returned.
/// </summary>
public sealed class OperandParser(CompilationScope scope, bool caseSensitive)
{
    public CompilationScope Scope => scope;

    public bool CaseSensitive => caseSensitive;

    public StringComparison TextComparison => caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public Operand<T>? Parse<T>(JsonNodeAt node, ValueReader<T> reader)
    {
        if (node.Kind != JsonKind.Object) return Literal(node, node, reader);
        var only = node.Members.Count == 1 ? node.Members[0] : null;
        switch (only?.Name)
        {
            case "param":
                return scope.ParameterOf(only.Value) is { } value ? Literal(value, node, reader) : null;
            case "field":
                return Field(only.Value, reader.Read);
            case "outer" when scope.Outer is { } outer:
                return Outer(outer, only.Value, reader.Read);
            default:
                scope.Note(node, $"expected {reader.Literal}, {{ \"param\": name }} or {{ \"field\": name }}, found {node.Describe()}");
                return null;
        }
    }

    /// <summary>A list operand; its items may be parameters.</summary>
    /// <param name="splitting">Whether the operator sees a comma list as a list; its operand is read as its left side is.</param>
    public Operand<IReadOnlyList<FieldValue>>? ParseList(JsonNodeAt node, bool splitting)
    {
        if (node is { Kind: JsonKind.Object, Members: [{ Name: "list" } list] })
            return scope.ListOf(list.Value) is { } found ? new LiteralOperand<IReadOnlyList<FieldValue>>(found.Values, $"list {found.Id}") : null;
        if (node is { Kind: JsonKind.Object, Members: [{ Name: "field" } other] })
            return Field(other.Value, splitting ? ReadListOf(other.Value.Text) : ListValue.Reader.Read);
        if (node is { Kind: JsonKind.Object, Members: [{ Name: "outer" } judged] } && scope.Outer is { } outer)
            return Outer(outer, judged.Value, splitting ? ReadListOf(judged.Value.Text) : ListValue.Reader.Read);
        if (node.Kind == JsonKind.Array) return ListLiteral(node);
        if (node is { Kind: JsonKind.Object, Members: [{ Name: "param" }] } || node.Kind != JsonKind.Object) return Parse(node, ListValue.Reader);
        scope.Note(node, $"expected {ListValue.Reader.Literal}, {{ \"list\": id }}, {{ \"param\": name }} or {{ \"field\": name }}, found {node.Describe()}");
        return null;
    }

    private LiteralOperand<IReadOnlyList<FieldValue>>? ListLiteral(JsonNodeAt node)
    {
        var items = new List<FieldValue>();
        var before = scope.Mistakes.All.Count;
        foreach (var item in node.Items)
        {
            var value = item is { Kind: JsonKind.Object, Members: [{ Name: "param" } parameter] } ? scope.ParameterOf(parameter.Value) : item;
            if (value is null) continue;
            if (ScalarValue.Reader.ReadLiteral(value).IsRead) items.Add(value.Value);
            else scope.Note(item, $"expected {ScalarValue.Reader.Literal} or {{ \"param\": name }}, found {value.Describe()}");
        }
        return scope.Mistakes.All.Count == before ? new(items, TextOf(items)) : null;
    }

    private static Func<FieldValue, Reading<IReadOnlyList<FieldValue>>> ReadListOf(string? field) =>
        field is not null && FieldCatalogue.Shipped.TypeOf(field) == FieldType.CommaList
            ? value => ListValue.Reader.Read(CommaList.Split(value))
            : ListValue.Reader.Read;

    private LiteralOperand<T>? Literal<T>(JsonNodeAt value, JsonNodeAt node, ValueReader<T> reader)
    {
        var reading = reader.ReadLiteral(value);
        if (reading.IsRead) return new LiteralOperand<T>(reading.Value, TextOf(value.Value));
        var parameter = ReferenceEquals(value, node) ? "" : $" in the parameter \"{node.Members[0].Value.Text}\"";
        scope.Note(node, $"expected {reader.Literal}, found {value.Describe()}{parameter}");
        return null;
    }

    private FieldOperand<T>? Field<T>(JsonNodeAt name, Func<FieldValue, Reading<T>> read) =>
        scope.SlotOf(name) is { } slot ? new FieldOperand<T>(name.Text!, slot, read) : null;

    private static OuterOperand<T>? Outer<T>(CompilationScope outer, JsonNodeAt name, Func<FieldValue, Reading<T>> read) =>
        outer.SlotOf(name) is { } slot ? new OuterOperand<T>(name.Text!, slot, read) : null;

    private static string TextOf(FieldValue value) => value.Kind == ValueKind.List ? TextOf(value.Items()) : value.Text ?? "";

    private static string TextOf(IEnumerable<FieldValue> items) => $"[{string.Join(", ", items.Select(item => item.Text))}]";
}
