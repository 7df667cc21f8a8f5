using ImsAudit.Wording;

namespace ImsAudit.Cli.Configuration;

/// <summary>Checks the environment variables below <c>IMSAUDIT__CLOUDS__</c> as the file's <c>clouds</c> are checked, and notes their places.</summary>
internal sealed class CloudVariables(string workingFolder, ConfigurationPlaces places, List<string> mistakes)
{
    /// <param name="variable">Its name.</param>
    /// <param name="path">Such as <c>CLOUDS:PROD:AUTH:PASSWORD</c>.</param>
    public void Check(string variable, string path, string value)
    {
        places.Note(path, new ConfigurationPlace(variable, "", workingFolder));
        var parts = path.Split(':');
        if (parts.Length < 3 || parts[1].Length == 0)
            mistakes.Add($"The environment variable {variable} names no setting of a cloud; one looks like IMSAUDIT__CLOUDS__PROD__REGION.");
        else if (Near(parts[2], CloudKeys.OfCloud) is { } near)
            mistakes.Add($"The environment variable {variable} names no setting of a cloud{near}");
        else if (parts.Length == 3) CheckText(variable, parts[2], value);
        else CheckBelow(variable, parts, value);
    }

    private void CheckText(string variable, string key, string value)
    {
        if (key.Equals(CloudKeys.Auth, StringComparison.OrdinalIgnoreCase) && !CloudKeys.OfAuth.ContainsKey(value))
            mistakes.Add($"The environment variable {variable} names no way to sign in; expected is {string.Join(", ", CloudKeys.OfAuth.Keys)}{NearestName.Suggest(value, CloudKeys.OfAuth.Keys)}");
    }

    private void CheckBelow(string variable, string[] parts, string value)
    {
        if (CloudKeys.Lists.Contains(parts[2], StringComparer.OrdinalIgnoreCase))
        {
            if (parts.Length > 4 || !int.TryParse(parts[3], out _)) mistakes.Add($"The environment variable {variable} must end with the number of an item, such as __0.");
        }
        else if (!parts[2].Equals(CloudKeys.Auth, StringComparison.OrdinalIgnoreCase) || parts.Length > 4)
            mistakes.Add($"The environment variable {variable} goes too deep: a cloud has no setting of that name.");
        else if (Near(parts[3], CloudKeys.AnyAuth) is { } near)
            mistakes.Add($"The environment variable {variable} names nothing that signs in{near}");
        else if (CloudKeys.IsSecret(parts[3]) && !SecretReference.IsOne(value))
            mistakes.Add($"{variable}: {CloudSentences.LiteralSecret(CloudKeys.AnyAuth.First(key => key.Equals(parts[3], StringComparison.OrdinalIgnoreCase)))}");
    }

    /// <summary>Null for a valid name; else the end of a sentence.</summary>
    private static string? Near(string name, IReadOnlyList<string> valid)
    {
        if (valid.Contains(name, StringComparer.OrdinalIgnoreCase)) return null;
        return NearestName.Of(name, valid) is { } near ? $"; did you mean {near.ToUpperInvariant()}?" : $" (there are {string.Join(", ", valid.Select(key => key.ToUpperInvariant()))}).";
    }
}
