namespace ImsAudit.Json;

/// <summary>What is wrong at one place of a file.</summary>
public sealed record JsonMistake(string Pointer, TextPosition Position, string Message);
