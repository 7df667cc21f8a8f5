using ImsAudit.Files;

namespace ImsAudit.Snapshots;

/// <summary>Opens a file that the user named, and says in a sentence why it cannot be opened.</summary>
internal static class InputOpening
{
    private const string StandardInputName = "standard input";

    /// <param name="owned">Gets what must be disposed when the input is no longer read.</param>
    public static Task<InputFile> OpenAsync(string path, FromOptions options, List<IDisposable> owned, CancellationToken cancellationToken)
    {
        var name = path == InventoryFiles.StandardInput ? StandardInputName : path;
        return WithSentences(name, async () =>
        {
            if (path == InventoryFiles.StandardInput) return await SpooledAsync(name, options.StandardInput);
            if (Directory.Exists(path)) throw new InputFileException(path, "This is a folder. Name the files in it.");
            await using var stream = Open(path);
            // A pipe ("--from <(...)") can be read only once, as standard input.
            return stream.CanSeek ? await InputFile.SniffAsync(path, () => Reopen(path), cancellationToken) : await SpooledAsync(name, stream);
        });

        async Task<InputFile> SpooledAsync(string spooled, Stream once)
        {
            var file = await TempFile.OfAsync(once, options.TempFolder, cancellationToken);
            owned.Add(file);
            return await InputFile.SniffAsync(spooled, file.OpenRead, cancellationToken);
        }
    }

    public static async Task<T> WithSentences<T>(string name, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException(name, "There is no such file.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputFileException(name, "The file may not be read by this user.");
        }
        catch (IOException wrong)
        {
            throw new InputFileException(name, $"The file cannot be read: {FileTrouble.Of(wrong)}.");
        }
    }

    private static FileStream Reopen(string path)
    {
        try
        {
            return Open(path);
        }
        catch (FileNotFoundException)
        {
            // It was there a moment ago.
            throw new InputChangedException(path);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
}
