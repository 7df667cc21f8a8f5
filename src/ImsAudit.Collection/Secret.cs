namespace ImsAudit.Collection;

/// <summary>A password, a key or a token. It prints as asterisks, so that no message, log or debugger view gives it away by accident.</summary>
public sealed class Secret : IEquatable<Secret>
{
    private const string Mask = "***";

    /// <summary>A shorter one is no credential of any cloud, and stands in texts by chance.</summary>
    internal const int LeastTold = 8;

    private readonly string _value;
    private readonly Lazy<IReadOnlyList<string>> _forms;

    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
        _forms = new Lazy<IReadOnlyList<string>>(() => SecretForms.Of(value));
    }

    /// <summary>The value itself, for the request that needs it and nothing else.</summary>
    public string Reveal() => _value;

    /// <summary>True for a text that holds the value in any form; a value that is too short to be told from other text is in none.</summary>
    public bool IsIn(string text) => _value.Length >= LeastTold && HideIn(text) != text;

    /// <summary>The text without the value, should somebody else have put it there: as it is, or as addresses, JSON and base64 write it.</summary>
    public string HideIn(string text) => _forms.Value.Aggregate(text, (hidden, form) => hidden.Replace(form, Mask, StringComparison.Ordinal));

    /// <summary>Two secrets of one value are one credential.</summary>
    public bool Equals(Secret? other) => other is not null && other._value == _value;

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Mask;
}
