using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Selection;

/// <summary>
/// What is allowed in a policy and yet probably a slip: a custom property's name close to a known field's, and a value
/// that a known field does not take.
/// </summary>
internal static class PolicyWarnings
{
    private static readonly string[] s_equalities = ["equals", "notEquals", "in", "notIn"];

    public static IEnumerable<PolicyError> Of(PolicyFile file)
    {
        var (root, _) = JsonFileParser.Parse(file.Utf8);
        return root is null ? [] : Below(root).SelectMany(leaf => InLeaf(leaf)).Select(warning => PolicyError.Of(file.Name, warning)).Distinct();
    }

    /// <summary>Every object that names a field, wherever it stands.</summary>
    private static IEnumerable<JsonNodeAt> Below(JsonNodeAt node)
    {
        if (node.Find("field")?.Value.Text is not null) yield return node;
        foreach (var child in node.Items.Concat(node.Members.Select(member => member.Value)))
            foreach (var found in Below(child))
                yield return found;
    }

    private static IEnumerable<JsonMistake> InLeaf(JsonNodeAt leaf)
    {
        var field = leaf.Find("field")!.Value;
        if (FieldNames.NearKnown(field.Text!) is { } near)
            yield return Warning(field, $"the API page has no field \"{field.Text}\"; did you mean \"{near}\"? (a custom property may bear any name)");
        if (FieldCatalogue.Shipped.Find(field.Text!) is not { Values.Count: > 0 } known) yield break;
        foreach (var operand in s_equalities.Select(leaf.Find).OfType<JsonMember>())
            foreach (var value in operand.Value.Items.Append(operand.Value).Where(value => value.Text is not null && !IsKnown(known, value.Text)))
                yield return Warning(value, $"\"{value.Text}\" is no known value of {known.Name} (known: {string.Join(", ", known.Values)})");
    }

    private static bool IsKnown(CatalogueField field, string value) => field.Values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static JsonMistake Warning(JsonNodeAt node, string message) => new(node.Pointer, node.Position, $"warning: {message}");
}
