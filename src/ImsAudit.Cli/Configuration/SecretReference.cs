using System.Text.RegularExpressions;

namespace ImsAudit.Cli.Configuration;

/// <summary><c>${env:NAME}</c> and <c>${file:PATH}</c> in configured texts.</summary>
internal sealed partial class SecretReference(Surroundings surroundings)
{
    public const string Rule = "write \"${env:NAME}\" for an environment variable or \"${file:PATH}\" for a file";
    private const int MostBytes = 64 * 1024;

    /// <summary>True for a text that is one reference and nothing else, as a secret must be.</summary>
    public static bool IsOne(string text) => Whole().IsMatch(text);

    /// <summary>The secret; null, and noted, when there is none. No message shows the text: it may be a secret all the same.</summary>
    public string? Secret(string text, ConfigurationPlace place, ICollection<string> mistakes)
    {
        var match = Whole().Match(text);
        if (!match.Success) return null;
        var name = match.Groups["name"].Value;
        return match.Groups["kind"].Value == "env" ? Variable(name, place, mistakes) : File(name, place, mistakes);
    }

    /// <summary>The text with variables put in; null, and noted, when one is not set.</summary>
    public string? Text(string text, ConfigurationPlace place, ICollection<string> mistakes)
    {
        var wrong = false;
        var resolved = Part().Replace(text, match =>
        {
            var value = match.Groups["kind"].Value == "env" ? Variable(match.Groups["name"].Value, place, mistakes) : NoFile(place, mistakes);
            wrong |= value is null;
            return value ?? "";
        });
        return wrong ? null : resolved;
    }

    private string? Variable(string name, ConfigurationPlace place, ICollection<string> mistakes)
    {
        if (surroundings.Variable(name) is { } value) return value;
        mistakes.Add(place.Say($"the environment variable {name} is not set, or empty; set it"));
        return null;
    }

    private static string? File(string name, ConfigurationPlace place, ICollection<string> mistakes)
    {
        var path = Path.Combine(place.Folder, name);
        try
        {
            if (new FileInfo(path).Length > MostBytes) return Wrong("is longer than 64 KiB, which no secret is");
            var text = System.IO.File.ReadAllText(path).TrimEnd('\r', '\n');
            return text.Length > 0 ? text : Wrong("is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Wrong($"cannot be read: {unreadable.Message.TrimEnd('.')}");
        }

        string? Wrong(string what)
        {
            mistakes.Add(place.Say($"the file {path} {what}"));
            return null;
        }
    }

    private static string? NoFile(ConfigurationPlace place, ICollection<string> mistakes)
    {
        mistakes.Add(place.Say("\"${file:…}\" is for secrets; here stands a text, or \"${env:NAME}\""));
        return null;
    }

    [GeneratedRegex(@"^\$\{(?<kind>env|file):(?<name>[^{}]+)\}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{(?<kind>env|file):(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
