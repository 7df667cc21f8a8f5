using System.Text.Json;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Values;

namespace ImsAudit.Evaluation;

/// <summary>
/// Explanations as JSON: <c>{ "schema": "imsaudit/explanation/1", "complete": true|false|null, "explanations": [ { "policy":
/// { "id", "severity", "title" }, "image": { "id", "name", "scope", "categories" }, "outcome", "categoryApplies", "when": node|null,
/// "assertion": { "kind": "require|forbid|group", "condition": node|null } } ] }</c>. A node is
/// <c>{ "kind": "allOf|anyOf|not", "truth", "children": [nodes] }</c>, <c>{ "kind": "literal", "truth" }</c>, or
/// <c>{ "kind": "leaf", "truth", "field", "actual", "actualKind": "missing|null|empty|value|masked|unreadable", "operator",
/// "operand", "needs" }</c>: <c>operand</c> is for people, parameters replaced; <c>actual</c> is the value as received;
/// <c>needs</c> says, where the truth is unknown, what the value would have to be.
/// </summary>
public static class ExplanationJson
{
    public const string Schema = "imsaudit/explanation/1";

    public static void Write(Stream stream, IReadOnlyList<Explanation> explanations, Completeness completeness, string language)
    {
        using var writer = new Utf8JsonWriter(stream, SafeJson.Indented);
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        if (completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", completeness == Completeness.Complete);
        writer.WriteStartArray("explanations");
        foreach (var explanation in explanations) Write(writer, explanation, language);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Explanation explanation, string language)
    {
        var policy = explanation.Policy;
        writer.WriteStartObject();
        writer.WriteStartObject("policy");
        writer.WriteString("id", policy.Id);
        writer.WriteString("severity", policy.Severity.Name());
        writer.WriteString("title", policy.Title.In(language));
        writer.WriteEndObject();
        WriteImage(writer, explanation);
        writer.WriteString("outcome", explanation.Outcome.Name());
        writer.WriteBoolean("categoryApplies", explanation.CategoryApplies);
        writer.WritePropertyName("when");
        WriteNode(writer, explanation.When, policy.Sensitive);
        writer.WriteStartObject("assertion");
        writer.WriteString("kind", policy.Assertion switch { GroupAssertion => "group", ImageAssertion { IsForbidden: true } => "forbid", _ => "require" });
        writer.WritePropertyName("condition");
        WriteNode(writer, explanation.Assertion, policy.Sensitive);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, Explanation explanation)
    {
        var image = explanation.Image;
        writer.WriteStartObject("image");
        writer.WriteString("id", image.Id);
        writer.WriteString("name", explanation.Policy.Sensitive && explanation.Name is not null ? "***" : explanation.Name);
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, image.Scope);
        writer.WriteTexts("categories", image.Categories.Select(ImageCategories.Name));
        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, ConditionTrace? trace, bool masked)
    {
        if (trace is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("kind", trace switch { BranchTrace branch => branch.Kind, LeafTrace => "leaf", _ => "literal" });
        writer.WriteString("truth", trace.Truth.Name());
        if (trace is LeafTrace leaf) WriteLeaf(writer, leaf, masked);
        if (trace is BranchTrace { Children: var children })
        {
            writer.WriteStartArray("children");
            foreach (var child in children) WriteNode(writer, child, masked);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, LeafTrace leaf, bool masked)
    {
        var kind = KindOf(leaf.Actual, masked);
        writer.WriteString("field", leaf.Subject);
        writer.WritePropertyName("actual");
        // Through JsonText: what the cloud sent is encoded anew, so that nothing in it acts on a reader.
        writer.WriteRawValue(kind is "value" or "empty" ? JsonText.Parse(leaf.Actual.Json.Span).Raw : "null");
        writer.WriteString("actualKind", kind);
        writer.WriteString("operator", leaf.Use.Name);
        writer.WriteString("operand", leaf.Use.Operator.OperandText);
        if (leaf.Truth == Truth.Unknown) writer.WriteString("needs", kind == "unreadable" ? leaf.Actual.Advice : leaf.Use.Operator.Needs);
    }

    private static string KindOf(FieldValue value, bool masked) => value.Kind switch
    {
        ValueKind.Missing => "missing",
        ValueKind.Null => "null",
        ValueKind.Unreadable => "unreadable",
        _ when masked => "masked",
        ValueKind.String when string.IsNullOrWhiteSpace(value.Text) => "empty",
        ValueKind.List when value.Items().Count == 0 => "empty",
        ValueKind.Object when IsEmptyObject(value) => "empty",
        _ => "value",
    };

    private static bool IsEmptyObject(FieldValue value)
    {
        var reader = new Utf8JsonReader(value.Json.Span);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.EndObject;
    }
}
