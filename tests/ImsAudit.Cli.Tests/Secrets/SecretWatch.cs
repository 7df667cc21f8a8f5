using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ImsAudit.Cli.Tests.Secrets;

/// <summary>
/// Around one run of the program: knows the secrets that it was given, by the environment and by files, and those that it
/// sent, and searches every byte that it wrote for them, to streams and to files.
/// </summary>
internal sealed partial class SecretWatch
{
    /// <summary>A shorter text is in others by chance.</summary>
    private const int Shortest = 6;

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly Dictionary<string, byte[]> _before;

    /// <param name="environment">The program's; what its names call a secret is one.</param>
    /// <param name="folder">Where the program runs. What is there now was written by the test.</param>
    public SecretWatch(IEnumerable<KeyValuePair<string, string>> environment, string folder)
    {
        _folder = folder;
        _before = Files().ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
        _secrets.UnionWith(environment.Where(variable => SecretName().IsMatch(variable.Key)).Select(variable => variable.Value));
        foreach (var text in _before.Where(file => CredentialsFile().IsMatch(file.Key)).Select(file => Encoding.UTF8.GetString(file.Value)))
            _secrets.UnionWith(SecretLine().Matches(text).Select(match => match.Groups["value"].Value.Trim('"', '\'')));
        _secrets.UnionWith(_before.Where(file => SecretFile().IsMatch(file.Key)).Select(file => Encoding.UTF8.GetString(file.Value).Trim()));
        SentCredentials.NoteIn(_secrets);
    }

    public IReadOnlySet<string> Secrets => _secrets;

    /// <summary>Fails when a secret stands in what was written.</summary>
    public void Check(params (string Name, byte[] Bytes)[] streams)
    {
        List<string> secrets;
        lock (_secrets) secrets = [.. _secrets.Where(secret => secret.Length >= Shortest)];
        if (secrets.Count == 0) return;
        var forms = secrets.SelectMany(secret => WrittenForms.Of(secret)).ToList();
        foreach (var (name, bytes) in streams.Concat(Written()))
            foreach (var (form, how) in forms)
                if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) >= 0)
                    Assert.Fail($"A secret stands {how} in {name}: {form}");
    }

    private IEnumerable<(string Name, byte[] Bytes)> Written()
    {
        foreach (var file in Files())
        {
            var bytes = File.ReadAllBytes(file);
            if (_before.TryGetValue(file, out var before) && bytes.AsSpan().SequenceEqual(before)) continue;
            yield return (file, bytes);
            if (bytes is [0x1f, 0x8b, ..]) yield return ($"{file}, unpacked", Unpacked(bytes));
        }
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(file => new FileInfo(file) is { LinkTarget: null, Exists: true } && IsRegular(file));

    // A pipe that a test made has no end to read to.
    private static bool IsRegular(string file) => OperatingSystem.IsWindows() || new FileInfo(file).Length > 0;

    private static byte[] Unpacked(byte[] bytes)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
        }
        catch (InvalidDataException)
        {
            // Cut short: what came before is what there is to search.
        }
        return unpacked.ToArray();
    }

    [GeneratedRegex("PASSWORD|TOKEN|SECRET|_SK$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"(clouds|secure)[^/]*\.ya?ml$|credentials$|\.ini$", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialsFile();

    /// <summary>One that holds a secret and nothing else, as <c>${file:…}</c> names it.</summary>
    [GeneratedRegex(@"/(token|secret|password)[^/]*$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretFile();

    [GeneratedRegex(@"^\s*(?:sk|security_token|password|token|(?:application_credential_)?secret)\s*[:=][ \t]*(?<value>[^\s#]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SecretLine();
}
