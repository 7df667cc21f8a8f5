using System.Text;
using ImsAudit.Json;

namespace ImsAudit.Linting;

/// <summary>A condition as text that is the same for two that say the same in the same order, whatever their parameters are called.</summary>
internal static class CanonicalCondition
{
    public static string Of(LintedPolicy policy, JsonNodeAt? node)
    {
        var text = new StringBuilder();
        if (node is not null) Write(policy, node, text);
        return text.ToString();
    }

    private static void Write(LintedPolicy policy, JsonNodeAt written, StringBuilder text)
    {
        var node = policy.Resolve(written);
        if (node.Kind == JsonKind.Object)
        {
            text.Append('{');
            foreach (var member in node.Members.Where(member => !IsDefault(member)).OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                text.Append(member.Name).Append(':');
                Write(policy, member.Value, text);
            }
            text.Append('}');
        }
        else if (node.Kind == JsonKind.Array)
        {
            text.Append('[');
            foreach (var item in node.Items)
            {
                Write(policy, item, text);
                text.Append(',');
            }
            text.Append(']');
        }
        else text.Append(Encoding.UTF8.GetString(node.Json.Span)).Append(';');
    }

    private static bool IsDefault(JsonMember member) => member is { Name: "caseSensitive", Value.Boolean: false };
}
