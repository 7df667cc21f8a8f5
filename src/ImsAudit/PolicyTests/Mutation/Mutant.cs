using ImsAudit.Json;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>One change of a policy.</summary>
/// <param name="At">What is changed, as it stands in the file.</param>
/// <param name="What">For people: what is changed into what.</param>
/// <param name="Policy">The whole policy with the change.</param>
internal sealed record Mutant(JsonNodeAt At, string What, JsonNodeAt Policy);

/// <summary>A change of one node, before it is put into the policy.</summary>
/// <param name="At">Where messages point to.</param>
/// <param name="Target">What is replaced.</param>
internal sealed record Change(JsonNodeAt At, string What, JsonNodeAt Target, JsonNodeAt Replacement)
{
    public static Change Of(JsonNodeAt node, JsonNodeAt replacement) => new(node, $"{Short(node)} becomes {Short(replacement)}", node, replacement);

    public static Change Of(JsonNodeAt node, string json) => Of(node, JsonEdit.Value(json));

    public static Change Renamed(JsonNodeAt node, JsonMember member, string to) => new(member.Value, $"{member.Name} becomes {to}", node, JsonEdit.Rename(node, member, to));

    private static string Short(JsonNodeAt node)
    {
        var json = System.Text.Encoding.UTF8.GetString(node.Json.Span);
        return json.Length <= 70 ? json : $"{json[..69]}…";
    }
}
