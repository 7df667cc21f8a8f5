using System.Text;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.References;
using ImsAudit.Values;

namespace ImsAudit.Tests.Conditions;

/// <summary>Compiles a condition and evaluates it for an image, as the evaluator does.</summary>
internal static class Evaluated
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Truth Condition(string condition, Image image, ScannedProjects? projects = null)
    {
        var (compiled, fields, mistakes) = Compile(condition);
        mistakes.All.ShouldBeEmpty();
        var values = new FieldReader(fields, projects ?? new ScannedProjects(Some.Scope)).Read(image);
        return compiled!.Evaluate(new EvaluationContext(values, AsOf));
    }

    public static Truth Condition(string condition, string image) => Condition(condition, Some.Image(image));

    /// <summary>The truth of one operator for one value of a field.</summary>
    public static Truth Leaf(string operators, string value, string field = "f") =>
        Condition($$"""{ "field": "{{field}}", {{operators}} }""", $$"""{ "{{field}}": {{value}}, "other": "x", "number": 5 }""");

    public static Truth LeafOnMissing(string operators, string field = "f") =>
        Condition($$"""{ "field": "{{field}}", {{operators}} }""", """{ "other": "x", "number": 5 }""");

    /// <summary>The one mistake of a condition.</summary>
    public static JsonMistake MistakeIn(string condition)
    {
        var (_, _, mistakes) = Compile(condition);
        return mistakes.All.ShouldHaveSingleItem();
    }

    public static (Condition? Compiled, FieldSet Fields, Mistakes Mistakes) Compile(string condition)
    {
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(Encoding.UTF8.GetBytes(condition));
        foreach (var mistake in found) mistakes.Add(mistake);
        var fields = new FieldSet();
        var scope = new CompilationScope(fields, References(), mistakes) { Parameters = Parameters() };
        return (root is null ? null : ConditionParser.Parse(scope, root), fields, mistakes);
    }

    private static Dictionary<string, JsonNodeAt?> Parameters() => new(StringComparer.Ordinal)
    {
        ["text"] = Node("\"x\""),
        ["number"] = Node("5"),
        ["flag"] = Node("true"),
        ["age"] = Node("\"90d\""),
        ["items"] = Node("""["a", "x"]"""),
        ["unset"] = null,
    };

    private static ReferenceData References()
    {
        var mistakes = new Mistakes();
        var table = ReferenceParser.ParseTable(Node("""
            { "id": "os", "rows": [
              { "like": "CentOS*", "endOfLife": "2030-01-01" },
              { "like": "CentOS 7*", "endOfLife": "2024-06-30" },
              { "like": "Edge*", "endOfLife": "2026-01-01" },
              { "like": "Soon*", "endOfLife": "2026-01-31" },
              { "like": "Never*" } ] }
            """), mistakes)!;
        var list = ReferenceParser.ParseList(Node("""{ "id": "keys", "values": ["a", "x", 5] }"""), mistakes)!;
        var none = ReferenceParser.ParseList(Node("""{ "id": "none", "values": [] }"""), mistakes)!;
        return new ReferenceData(
            new Dictionary<string, ValueList>(StringComparer.Ordinal) { ["keys"] = list, ["none"] = none },
            new Dictionary<string, LookupTable>(StringComparer.Ordinal) { ["os"] = table });
    }

    private static JsonNodeAt Node(string json) => JsonFileParser.Parse(Encoding.UTF8.GetBytes(json)).Root!;
}
