using ImsAudit.Json;
using ImsAudit.References;

namespace ImsAudit.Conditions.Operators;

/// <summary>How a condition names a table: by its id, or by a parameter that holds the id.</summary>
internal static class TableLookup
{
    public static LookupTable? Resolve(OperandParser parser, JsonNodeAt node)
    {
        if (node is { Kind: JsonKind.Object, Members: [{ Name: "param" } parameter] })
            return parser.Scope.ParameterOf(parameter.Value) is { } value ? parser.Scope.TableOf(value) : null;
        return parser.Scope.TableOf(node);
    }
}
