namespace ImsAudit.Cli.Sources;

/// <summary>
/// A credentials file as Huawei Cloud's SDKs read it: INI, the sections <c>[basic]</c> and <c>[global]</c> with
/// <c>ak</c>, <c>sk</c>, <c>project_id</c>, <c>domain_id</c>, <c>security_token</c> and <c>iam_endpoint</c>. What else stands
/// in it is other programs' business. No message repeats a value.
/// </summary>
internal sealed class CredentialsFile
{
    private readonly Dictionary<(string Section, string Key), (string Value, int Line)> _values = [];
    private readonly List<string> _mistakes = [];
    private readonly string _path;
    private string? _section;

    private CredentialsFile(string path) => _path = path;

    /// <summary>Sentences with file and line; what the file says is good only when there is none.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>The section that is used: a project's credentials, or else those of the whole account. Null when neither is there.</summary>
    public string? Section { get; private set; }

    /// <param name="path">As it is opened.</param>
    public static CredentialsFile Read(string path)
    {
        var file = new CredentialsFile(path);
        try
        {
            var number = 0;
            foreach (var line in File.ReadLines(path)) file.Take(line.Trim(), ++number);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            file._mistakes.Add($"The credentials file {path} cannot be read: {unreadable.Message.TrimEnd('.')}. Name another one with HUAWEICLOUD_SDK_CREDENTIALS_FILE, or set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK.");
            return file;
        }
        if (file.Section is null && file._mistakes.Count == 0) file._mistakes.Add($"The credentials file {path} has neither a section [basic] nor [global]. Write [basic], and below it the lines ak = … and sk = ….");
        return file;
    }

    /// <summary>The value of a key in <see cref="Section"/>; null when it is missing or empty.</summary>
    public string? this[string key] => Section is not null && _values.TryGetValue((Section, key), out var found) && found.Value.Length > 0 ? found.Value : null;

    private void Take(string line, int number)
    {
        if (line.Length == 0 || line[0] is '#' or ';') return;
        if (line[0] == '[') TakeSection(line, number);
        else TakeValue(line, number);
    }

    private void TakeSection(string line, int number)
    {
        if (line[^1] != ']') Mistake(number, "a section's name stands between [ and ]");
        _section = line.Trim('[', ']').Trim().ToLowerInvariant();
        if (_section == "basic" || (_section == "global" && Section is null)) Section = _section;
    }

    private void TakeValue(string line, int number)
    {
        var at = line.IndexOfAny(['=', ':']);
        if (at < 1)
        {
            Mistake(number, "expected is KEY = VALUE");
            return;
        }
        if (_section is null) Mistake(number, "it stands before the first section; write [basic] above it");
        else if (!_values.TryAdd((_section, line[..at].TrimEnd().ToLowerInvariant()), (line[(at + 1)..].Trim(), number)))
            Mistake(number, $"the key came before in line {_values[(_section, line[..at].TrimEnd().ToLowerInvariant())].Line}; remove one of them");
    }

    private void Mistake(int line, string what) => _mistakes.Add($"{_path}, line {line}: {what}.");
}
