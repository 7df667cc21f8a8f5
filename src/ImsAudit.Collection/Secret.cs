namespace ImsAudit.Collection;

/// <summary>A password, a key or a token. It prints as asterisks, so that no message, log or debugger view gives it away by accident.</summary>
public sealed class Secret : IEquatable<Secret>
{
    private const string Mask = "***";

    private readonly string _value;

    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The value itself, for the request that needs it and nothing else.</summary>
    public string Reveal() => _value;

    /// <summary>The text without the value, should somebody else have put it there.</summary>
    public string HideIn(string text) => text
        .Replace(_value, Mask, StringComparison.Ordinal)
        .Replace(Uri.EscapeDataString(_value), Mask, StringComparison.Ordinal);

    /// <summary>Two secrets of one value are one credential.</summary>
    public bool Equals(Secret? other) => other is not null && other._value == _value;

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Mask;
}
