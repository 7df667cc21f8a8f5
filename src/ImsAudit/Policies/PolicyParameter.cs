using ImsAudit.Json;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Policies;

/// <summary>A value that a policy leaves open, set by a pack or by <c>--param policy.name=value</c>.</summary>
/// <param name="Default">Null when it must be set.</param>
public sealed record PolicyParameter(string Name, ParameterType Type, JsonNodeAt? Default, LocalText? Description)
{
    private static readonly string[] Members = ["type", "default", "description"];
    private static readonly string[] TypeNames = [.. Enum.GetNames<ParameterType>().Select(name => name.ToLowerInvariant())];

    /// <summary>Null, and noted, when it is wrong.</summary>
    public static PolicyParameter? Parse(JsonMember member, Mistakes mistakes)
    {
        if (member.Value.Kind != JsonKind.Object)
        {
            mistakes.Add(member.Value, $"expected an object with \"type\" and \"default\", found {member.Value.Describe()}");
            return null;
        }
        var reader = new ObjectReader(member.Value, mistakes, Members);
        var description = reader.Member("description") is { } text ? LocalText.Parse(text, mistakes) : null;
        if (reader.Required("type") is not { } typeNode) return null;
        if (typeNode.Text is not { } typeName || !TypeNames.Contains(typeName))
        {
            mistakes.Add(typeNode, $"expected one of {string.Join(", ", TypeNames)}, found {typeNode.Describe()}{NearestName.Suggest(typeNode.Text ?? "", TypeNames)}");
            return null;
        }
        var parameter = new PolicyParameter(member.Name, Enum.Parse<ParameterType>(typeName, ignoreCase: true), reader.Member("default"), description);
        return parameter.Default is null || parameter.Accepts(parameter.Default, mistakes) ? parameter : null;
    }

    /// <summary>Whether a value is of the type; it is noted when not.</summary>
    public bool Accepts(JsonNodeAt value, Mistakes mistakes)
    {
        if (IsOfType(value)) return true;
        mistakes.Add(value, $"the parameter \"{Name}\" is {Expected}, found {value.Describe()}");
        return false;
    }

    /// <summary>A value as the command line gives it, as text; for a list the items are separated by commas.</summary>
    /// <returns>The value as JSON; it is yet to be checked by <see cref="Accepts"/>.</returns>
    public JsonNodeAt FromText(string text)
    {
        var isJson = Type is ParameterType.Number or ParameterType.Boolean || (Type == ParameterType.List && text.StartsWith('['));
        if (isJson && JsonFileParser.Parse(System.Text.Encoding.UTF8.GetBytes(text)) is ({ } node, { Count: 0 })) return node;
        return Type == ParameterType.List
            ? JsonNodes.OfStrings(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            : JsonNodes.OfString(text);
    }

    private bool IsOfType(JsonNodeAt value) => Type switch
    {
        ParameterType.String => value.Kind == JsonKind.String,
        ParameterType.Number => value.Kind == JsonKind.Number,
        ParameterType.Boolean => value.Kind == JsonKind.Boolean,
        ParameterType.Duration => Duration.Reader.ReadLiteral(value).IsRead,
        ParameterType.Date => Timestamp.Reader.ReadLiteral(value).IsRead,
        _ => ListValue.Reader.ReadLiteral(value).IsRead,
    };

    private string Expected => Type switch
    {
        ParameterType.String => TextValue.Reader.Literal,
        ParameterType.Number => Number.Reader.Literal,
        ParameterType.Boolean => BooleanValue.Reader.Literal,
        ParameterType.Duration => Duration.Reader.Literal,
        ParameterType.Date => Timestamp.Reader.Literal,
        _ => ListValue.Reader.Literal,
    };
}
