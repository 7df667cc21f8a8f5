using ImsAudit.Cli.Configuration;
using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Sources;

/// <summary>The settings of one configured cloud, with variables and secrets put in. What cannot be put in is noted.</summary>
internal sealed class CloudValues(Invocation invocation, IConfigurationSection cloud)
{
    private readonly SecretReference _references = new(invocation.Surroundings);

    /// <summary>Something that stands there could not be put in, and that was noted.</summary>
    public bool Failed { get; private set; }

    public ConfigurationPlace Place(string key = "") => Places.Of(key.Length == 0 ? cloud.Path : $"{cloud.Path}:{key}");

    public bool Has(string key) => cloud.GetSection(key) is var section && (section.Value is { Length: > 0 } || section.GetChildren().Any());

    /// <summary>A text, or a secret where the last part of the key names one; null when there is none.</summary>
    /// <param name="key">Such as <c>auth:password</c>.</param>
    public string? Text(string key) => cloud[key] is { Length: > 0 } text ? Resolve(key, text) : null;

    /// <summary>A text, or a list of them.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (cloud[key] is { Length: > 0 }) return Text(key) is { } one ? [one] : [];
        return [.. cloud.GetSection(key).GetChildren().Select(item => Text($"{key}:{item.Key}")).OfType<string>()];
    }

    public void Wrong(string key, string message) => invocation.Settings.Mistake(Place(key).Say(message));

    private ConfigurationPlaces Places => invocation.Settings.Configuration.Places;

    private string? Resolve(string key, string text)
    {
        var mistakes = new List<string>();
        var name = key[(key.LastIndexOf(':') + 1)..];
        var resolved = CloudKeys.IsSecret(name) ? _references.Secret(text, Place(key), mistakes) : _references.Text(text, Place(key), mistakes);
        invocation.Settings.Mistakes(mistakes);
        Failed |= resolved is null;
        return resolved;
    }
}
