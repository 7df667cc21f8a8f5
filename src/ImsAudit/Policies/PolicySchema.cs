using System.Text;
using ImsAudit.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ImsAudit.Policies;

/// <summary>
/// The JSON Schema of policies, which editors use, held against each policy once more: the parser words mistakes better,
/// and what it should ever let through, the schema stops.
/// </summary>
public sealed class PolicySchema
{
    /// <summary>A policy of which every member is wrong, each in another way that a schema can tell.</summary>
    private const string WrongThroughout = """
        { "id": "Not An Id", "title": 1, "severity": "none", "tags": [1], "when": { "field": "x", "equal": 1 }, "require": { "allOf": [{ "not": 1 }] }, "unknown": 1 }
        """;

    private readonly JsonSchema _schema;

    private PolicySchema(JsonSchema schema) => _schema = schema;

    public static async Task<PolicySchema> LoadAsync()
    {
        SchemaReflection.Keep();
        var schema = await JsonSchema.FromJsonAsync(PolicySchemaText.Write());
        Prove(schema);
        return new PolicySchema(schema);
    }

    // The library fills its schema by reflection, and what it does not find in a native binary it leaves out without a word.
    private static void Prove(JsonSchema schema)
    {
        var found = schema.Validate(WrongThroughout).Select(error => error.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var member in new[] { "id", "title", "severity", "tags[0]", "when", "require", "unknown" })
            if (!found.Contains($"#/{member}"))
                throw new InvalidOperationException($"The schema of policies was read only in part: it takes the wrong \"{member}\" for right.");
    }

    public void Validate(JsonNodeAt root, Mistakes mistakes)
    {
        foreach (var error in _schema.Validate(Encoding.UTF8.GetString(root.Json.Span)))
        {
            var node = Locate(root, error);
            mistakes.Add(node, $"this does not fit the schema of policies: {error.Kind} for {node.Describe()}");
        }
    }

    /// <summary>The node that an error's path (<c>#/require.allOf[0]</c>) names, as far as it can be followed.</summary>
    private static JsonNodeAt Locate(JsonNodeAt root, ValidationError error)
    {
        var rest = (error.Path ?? "").TrimStart('#', '/').AsSpan();
        var node = root;
        while (!rest.IsEmpty && Step(node, ref rest) is { } next) node = next;
        return node;
    }

    private static JsonNodeAt? Step(JsonNodeAt node, ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart('.');
        if (rest is ['[', ..] && rest.IndexOf(']') is var end and > 1 && int.TryParse(rest[1..end], out var index) && index < node.Items.Count)
        {
            rest = rest[(end + 1)..];
            return node.Items[index];
        }
        foreach (var member in node.Members)
        {
            if (!rest.StartsWith(member.Name, StringComparison.Ordinal)) continue;
            rest = rest[member.Name.Length..];
            return member.Value;
        }
        return null;
    }
}
