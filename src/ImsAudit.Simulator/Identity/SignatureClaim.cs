namespace ImsAudit.Simulator.Identity;

/// <summary>What <c>Authorization: SDK-HMAC-SHA256 Access=…, SignedHeaders=…, Signature=…</c> says.</summary>
internal sealed record SignatureClaim(string Access, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "SDK-HMAC-SHA256";

    /// <summary>Null when it is another header, or lacks a part.</summary>
    public static SignatureClaim? Parse(string authorization)
    {
        if (!authorization.StartsWith($"{Algorithm} ", StringComparison.Ordinal)) return null;
        var parts = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return parts["Access"].FirstOrDefault() is { } access && parts["SignedHeaders"].FirstOrDefault() is { } headers && parts["Signature"].FirstOrDefault() is { } signature
            ? new SignatureClaim(access, headers.Split(';'), signature)
            : null;
    }
}
