namespace ImsAudit.Collection;

/// <summary>What the user has to put right before anything can be collected: all of it at once, each a sentence. Exit code 2.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public ConfigurationException(string mistake) : this([mistake]) { }

    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
