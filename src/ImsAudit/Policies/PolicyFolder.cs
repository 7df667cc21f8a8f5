using ImsAudit.Files;

namespace ImsAudit.Policies;

/// <summary>Reads policy files from disk, a file or a folder with all below it, in the order of their names.</summary>
public static class PolicyFolder
{
    private const string Endings = "*.policy.json, *.list.json, *.table.json, *.pack.json and *.tests.json";

    /// <summary>The layer that a path names; what cannot be read is an error.</summary>
    public static (PolicyLayer Layer, IReadOnlyList<PolicyError> Errors) Read(string path)
    {
        var errors = new List<PolicyError>();
        var files = new List<PolicyFile>();
        foreach (var name in NamesIn(path, errors))
        {
            try
            {
                if (PolicyFile.KindOf(name) is { } kind) files.Add(new PolicyFile(name, kind, File.ReadAllBytes(name)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                errors.Add(Error(name, $"the file cannot be read: {FileTrouble.Of(exception)}"));
            }
        }
        if (files.Count == 0 && errors.Count == 0)
            errors.Add(Error(path, $"there is no policy here: the files that are read are named {Endings}"));
        return (new PolicyLayer(path, files), errors);
    }

    private static List<string> NamesIn(string path, List<PolicyError> errors)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path))
        {
            errors.Add(Error(path, "there is no such file or folder"));
            return [];
        }
        try
        {
            return Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(Error(path, $"the folder cannot be read: {FileTrouble.Of(exception)}"));
            return [];
        }
    }

    private static PolicyError Error(string path, string message) => new(path, "", Position: null, message);
}
