using System.Text.Json;

namespace ImsAudit.Json;

/// <summary>JSON that is well-formed but not what is expected at one place.</summary>
/// <param name="pointer">The place as a JSON pointer; empty for the whole document.</param>
/// <param name="what">What is wrong there, without a full stop.</param>
public sealed class JsonRowException(string pointer, string what)
    : JsonException($"At {(pointer.Length == 0 ? "the top" : pointer)}: {what}.")
{
    public string Pointer { get; } = pointer;

    public string What { get; } = what;
}
