using System.CommandLine;
using ImsAudit.Cli.Options;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Configuration;

/// <summary>Reads a configuration file and checks it against the options, so that each mistake has its line and column.</summary>
/// <param name="keys">The options by their keys.</param>
/// <param name="places">Gets the places of the clouds' settings, which are read again when they are needed.</param>
internal sealed class ConfigurationFile(IReadOnlyDictionary<string, Option> keys, ConfigurationPlaces places, List<string> errors)
{
    /// <summary>The file's JSON without comments; null, and noted, when it cannot be read or is wrong.</summary>
    public byte[]? Read(string path)
    {
        if (Bytes(path) is not { } bytes) return null;
        var mistakes = new Mistakes();
        var (root, found) = JsonFileParser.Parse(bytes);
        foreach (var mistake in found) mistakes.Add(mistake);
        if (root is { Kind: not JsonKind.Object }) mistakes.Add(root, $"expected an object of options, found {root.Describe()}");
        foreach (var member in root?.Members ?? [])
        {
            if (member.Name == CloudKeys.Clouds) new CloudsCheck(path, places, mistakes).Check(member.Value);
            else Check(member, mistakes);
        }
        errors.AddRange(mistakes.All.Select(mistake => PolicyError.Of(path, mistake).ToString()));
        return mistakes.All.Count == 0 ? root!.Json.ToArray() : null;
    }

    private byte[]? Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{path}: the configuration cannot be read: {unreadable.Message}");
            return null;
        }
    }

    private void Check(JsonMember member, Mistakes mistakes)
    {
        if (!keys.TryGetValue(member.Name, out var option))
            mistakes.Add(member, $"unknown key \"{member.Name}\"{NearestName.Suggest(member.Name, keys.Keys.Append(CloudKeys.Clouds))}");
        else if (option.Repeats() && member.Value.Kind == JsonKind.Array)
            foreach (var item in member.Value.Items.Where(item => !IsText(item))) mistakes.Add(item, $"expected a text, found {item.Describe()}");
        else if (option.IsFlag() && member.Value.Kind != JsonKind.Boolean)
            mistakes.Add(member.Value, $"expected true or false, found {member.Value.Describe()}");
        else if (!option.IsFlag() && !IsText(member.Value))
            mistakes.Add(member.Value, $"expected {(option.Repeats() ? "a text or a list of texts" : "a text or a number")}, found {member.Value.Describe()}");
    }

    private static bool IsText(JsonNodeAt node) => node.Kind is JsonKind.String or JsonKind.Number;
}
