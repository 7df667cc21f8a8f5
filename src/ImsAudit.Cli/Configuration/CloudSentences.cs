namespace ImsAudit.Cli.Configuration;

/// <summary>What is said about the clouds of the configuration.</summary>
internal static class CloudSentences
{
    public static string LiteralSecret(string key) => $"\"{key}\" is a secret and must not stand in the configuration itself: {SecretReference.Rule}";
}
