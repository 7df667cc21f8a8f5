namespace ImsAudit.Collection.Clouds;

/// <summary>The words of YAML 1.1 for true and false, in which OpenStack's files are written.</summary>
internal static class YamlTruth
{
    /// <summary>Null for any other text.</summary>
    public static bool? Of(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" or "1" => true,
        "FALSE" or "NO" or "OFF" or "N" or "0" => false,
        _ => null,
    };
}
