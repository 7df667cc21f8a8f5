using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>How an operator reads values: those of images, and the literals of policies, which are held to a stricter form.</summary>
/// <param name="Needs">For messages: what a value must be, such as "a number or its text".</param>
/// <param name="Literal">For messages: what a literal must be, such as "a number".</param>
/// <param name="Read">Reads a value that is there.</param>
/// <param name="ReadLiteral">Reads a policy's literal.</param>
public sealed record ValueReader<T>(
    string Needs,
    string Literal,
    Func<FieldValue, Reading<T>> Read,
    Func<JsonNodeAt, Reading<T>> ReadLiteral)
{
    /// <summary>A reader whose literals are of one JSON kind and else read like an image's values.</summary>
    public static ValueReader<T> OfKind(JsonKind kind, string literal, string needs, Func<FieldValue, Reading<T>> read) =>
        new(needs, literal, read, node => node.Kind == kind ? read(node.Value) : Reading<T>.Unreadable);
}
