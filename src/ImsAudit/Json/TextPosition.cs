namespace ImsAudit.Json;

/// <summary>A place in a text file; both count from 1, columns in characters.</summary>
public readonly record struct TextPosition(int Line, int Column);
