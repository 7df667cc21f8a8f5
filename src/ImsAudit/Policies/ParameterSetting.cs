namespace ImsAudit.Policies;

/// <summary>A parameter's value as <c>--param policy.name=value</c> gives it.</summary>
public sealed record ParameterSetting(string Policy, string Parameter, string Value)
{
    public override string ToString() => $"--param {Policy}.{Parameter}={Value}";

    /// <summary>Null when the text has another form.</summary>
    public static ParameterSetting? Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 1 || dot > equals - 2 ? null : new ParameterSetting(text[..dot], text[(dot + 1)..equals], text[(equals + 1)..]);
    }
}
