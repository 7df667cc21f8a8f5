using System.Text.Json;
using ImsAudit.Evaluation;
using ImsAudit.Inventories;

namespace ImsAudit.Tests.Evaluation;

public class ExplanationJsonTests
{
    [Theory]
    [InlineData("""{"id":"i"}""", "missing", "null", "false")]
    [InlineData("""{"id":"i","f":null}""", "null", "null", "false")]
    [InlineData("""{"id":"i","f":""}""", "empty", "\"\"", "false")]
    [InlineData("""{"id":"i","f":[]}""", "empty", "[]", "unknown")]
    [InlineData("""{"id":"i","f":{ }}""", "empty", "{}", "unknown")]
    [InlineData("""{"id":"i","f":"x"}""", "value", "\"x\"", "true")]
    [InlineData("""{"id":"i","f":{"a":1}}""", "value", "{\"a\":1}", "unknown")]
    public async Task Leaf_tells_missing_null_empty_and_values_apart(string image, string kind, string actual, string truth)
    {
        var leaf = (await Explain(""" "require": { "field": "f", "equals": "x" } """, image)).GetProperty("assertion").GetProperty("condition");

        leaf.GetProperty("kind").GetString().ShouldBe("leaf");
        leaf.GetProperty("field").GetString().ShouldBe("f");
        leaf.GetProperty("actualKind").GetString().ShouldBe(kind);
        leaf.GetProperty("actual").GetRawText().Replace(" ", "", StringComparison.Ordinal).ShouldBe(actual);
        leaf.GetProperty("truth").GetString().ShouldBe(truth);
        leaf.TryGetProperty("needs", out _).ShouldBe(truth == "unknown");
    }

    [Fact]
    public async Task Tree_has_the_operand_after_parameters_and_each_branch()
    {
        var explained = await Explain(
            """
            "parameters": { "n": { "type": "number", "default": 5 } }, "when": { "not": { "field": "f", "exists": false } },
            "forbid": { "anyOf": [ { "field": "f", "atLeast": { "param": "n" } }, false ] }
            """,
            """{"id":"i","f":"7"}""");

        explained.GetProperty("outcome").GetString().ShouldBe("fail");
        explained.GetProperty("when").GetProperty("kind").GetString().ShouldBe("not");
        explained.GetProperty("assertion").GetProperty("kind").GetString().ShouldBe("forbid");
        var children = explained.GetProperty("assertion").GetProperty("condition").GetProperty("children");
        (children[0].GetProperty("operator").GetString(), children[0].GetProperty("operand").GetString()).ShouldBe(("atLeast", "5"));
        children[1].GetProperty("kind").GetString().ShouldBe("literal");
    }

    [Fact]
    public async Task Sensitive_policy_shows_no_value_and_hostile_text_is_encoded()
    {
        var masked = await Explain(""" "sensitive": true, "require": { "field": "name", "equals": "x" } """, """{"id":"i","name":"secret"}""");
        masked.ToString().ShouldNotContain("secret");
        masked.GetProperty("assertion").GetProperty("condition").GetProperty("actualKind").GetString().ShouldBe("masked");

        var hostile = await Explain(""" "require": { "field": "name", "equals": "x" } """, """{"id":"i","name":"<script>\u001b\u202e"}""");
        hostile.ToString().ShouldNotContain("<script>");
        hostile.ToString().ShouldNotContain("\u202e");
    }

    private static async Task<JsonElement> Explain(string members, string image)
    {
        var set = await Judged.PoliciesAsync(Judged.Policy(members));
        var explanations = await Explanation.OfAsync(set, new SomeInventory(Some.Image(image)), Judged.AsOf, _ => true);
        using var stream = new MemoryStream();
        ExplanationJson.Write(stream, explanations, Completeness.Complete, "en");
        using var json = JsonDocument.Parse(stream.ToArray());
        return json.RootElement.GetProperty("explanations")[0].Clone();
    }
}
