using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>A mistake in a file that people wrote.</summary>
/// <param name="File">Its path, as it was named or found; or the option that was wrong.</param>
/// <param name="Pointer">The JSON pointer; empty for the whole file.</param>
/// <param name="Position">Null where there is no line, as when a file cannot be read.</param>
public sealed record PolicyError(string File, string Pointer, TextPosition? Position, string Message)
{
    public static PolicyError Of(string file, JsonMistake mistake) => new(file, mistake.Pointer, mistake.Position, mistake.Message);

    /// <summary><c>file:line:column: message (at /pointer)</c>: the form that editors and terminals make a link of.</summary>
    public override string ToString()
    {
        var place = Position is { } at ? $"{File}:{at.Line}:{at.Column}" : File;
        return Pointer.Length == 0 ? $"{place}: {Message}" : $"{place}: {Message} (at {Pointer})";
    }
}
