using ImsAudit.Conditions;
using ImsAudit.Json;

namespace ImsAudit.PolicyTests.Mutation;

/// <summary>What the parameters of a policy stand for, and which of them are regular expressions.</summary>
internal sealed class PolicyParameterUse(JsonNodeAt policy)
{
    /// <summary>A parameter's default in place of the parameter.</summary>
    public JsonNodeAt Resolve(JsonNodeAt operand) =>
        operand is { Kind: JsonKind.Object, Members: [{ Name: "param", Value.Text: { } name }] }
            && policy.Find("parameters")?.Value.Find(name)?.Value.Find("default")?.Value is { } value ? value : operand;

    /// <summary>Whether it can matter that the case of letters counts: only where a literal with letters is compared as text.</summary>
    public bool MindsCase(OperatorDefinition definition, JsonNodeAt operand)
    {
        if (definition.Shape is not (OperandShape.Scalar or OperandShape.List or OperandShape.Text or OperandShape.Regex)) return false;
        var value = Resolve(operand);
        return value.Kind == JsonKind.Array
            ? value.Items.Any(item => HasLetters(Resolve(item).Text))
            : HasLetters(definition.Shape == OperandShape.Regex ? WithoutEscapes(value.Text) : value.Text);
    }

    /// <summary>Whether a parameter is the operand of <c>matches</c> or a <c>capture</c>.</summary>
    public bool IsPattern(string parameter) => Uses(policy, parameter).Any(name => name is "matches" or "notMatches" or "capture");

    private static IEnumerable<string> Uses(JsonNodeAt node, string parameter) => node.Members
        .Where(member => member.Value is { Kind: JsonKind.Object, Members: [{ Name: "param" } use] } && use.Value.Text == parameter)
        .Select(member => member.Name)
        .Concat(node.Members.SelectMany(member => Uses(member.Value, parameter)))
        .Concat(node.Items.SelectMany(item => Uses(item, parameter)));

    private static bool HasLetters(string? text) => text?.Any(char.IsLetter) == true;

    private static string? WithoutEscapes(string? pattern) =>
        pattern is null ? null : string.Concat(pattern.Where((_, index) => index == 0 || pattern[index - 1] != '\\'));
}
