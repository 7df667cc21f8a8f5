using ImsAudit.Json;

namespace ImsAudit.Conditions;

/// <summary>One operator of the language.</summary>
/// <param name="Name">As policies write it.</param>
/// <param name="Negation">Its negated name, where there is one.</param>
/// <param name="Shape">What may stand behind it.</param>
/// <param name="Create">Compiles it; null when the operand is wrong, which has been noted by then.</param>
/// <param name="English">One sentence: when it is true.</param>
/// <param name="Chinese">The same.</param>
public sealed record OperatorDefinition(
    string Name,
    string? Negation,
    OperandShape Shape,
    Func<OperandParser, JsonNodeAt, Operator?> Create,
    string English,
    string Chinese)
{
    public IEnumerable<string> Names => Negation is null ? [Name] : [Name, Negation];
}
