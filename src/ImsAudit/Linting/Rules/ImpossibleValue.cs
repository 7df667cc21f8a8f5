using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Linting.Rules;

/// <summary>A value that no image has, by the catalogue. An error where we make the values ourselves; else the cloud may know more than the catalogue.</summary>
internal static class ImpossibleValue
{
    private static readonly string[] Equalities = ["equals", "in"];
    private static readonly string[] Patterns = ["like", "matches", "startsWith", "endsWith", "contains", "containsAny", "anyItem"];

    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "impossible-value", "A value or pattern that fits none of a field's known values.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy) => policy.Leaves.SelectMany(leaf => InLeaf(policy, leaf));

    private static IEnumerable<LintFinding> InLeaf(LintedPolicy policy, LintLeaf leaf)
    {
        if (CatalogueSamples.Known(leaf.Field) is not { } known || UnreadableType.IsIn(leaf)) yield break;
        if (Equalities.Contains(leaf.Definition.Name))
        {
            foreach (var operand in leaf.Operands.Where(operand => !IsPossible(known, operand)))
                yield return Finding(policy, leaf, operand, $"{JsonSketch.Of(operand)} is no {NameOf(known)}{Suggestion(known, operand)}");
        }
        else if (Patterns.Contains(leaf.Definition.Name) && CatalogueSamples.KnownValues(leaf.Field) is { } values && !values.Any(value => IsPositivelyTrue(leaf, value)))
        {
            yield return Finding(policy, leaf, leaf.Node, $"{leaf.Text} fits no {NameOf(known)}");
        }
    }

    private static bool IsPositivelyTrue(LintLeaf leaf, FieldValue value) => leaf.Test(value) == (leaf.IsNegated ? Truth.False : Truth.True);

    private static bool IsPossible(CatalogueField known, JsonNodeAt operand)
    {
        // Booleans that the field cannot be read as are another rule's; an object is a list that people fill.
        if (operand.Kind is not (JsonKind.String or JsonKind.Number)) return true;
        var values = CatalogueSamples.ValuesOf(known);
        if (values.Count > 0)
            return values.Any(value => ScalarValue.Equal(FieldValue.OfString(value), operand.Value, StringComparison.OrdinalIgnoreCase) == Truth.True);
        if (known.Type == FieldType.Integer) return Number.Read(operand.Value).IsRead;
        return known.Type != FieldType.Timestamp || Timestamp.Reader.Read(operand.Value).IsRead;
    }

    private static LintFinding Finding(LintedPolicy policy, LintLeaf leaf, JsonNodeAt node, string message) =>
        // A parameter's value stands elsewhere, or in no file at all.
        leaf.Field.StartsWith('@') ? policy.Error(PlaceOf(leaf, node), message) : policy.Warning(PlaceOf(leaf, node), message);

    private static JsonNodeAt PlaceOf(LintLeaf leaf, JsonNodeAt node) =>
        node.Pointer.StartsWith(leaf.Node.Pointer, StringComparison.Ordinal) ? node : leaf.Operation.Value;

    private static string NameOf(CatalogueField known) => known.Type switch
    {
        FieldType.Integer => $"number, as {known.Name} is",
        FieldType.Timestamp => $"timestamp, as {known.Name} is",
        _ => $"known value of {known.Name} (known: {string.Join(", ", CatalogueSamples.ValuesOf(known))})",
    };

    private static string Suggestion(CatalogueField known, JsonNodeAt operand) => NearestName.Suggest(operand.Value.Text ?? "", CatalogueSamples.ValuesOf(known));
}
