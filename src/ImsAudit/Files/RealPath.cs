namespace ImsAudit.Files;

/// <summary>Where a path leads when every link in it is followed: in its folders as in its last part.</summary>
public static class RealPath
{
    // As many as Linux follows: path_resolution(7).
    private const int MostLinks = 40;

    /// <param name="path">Absolute. What is not there is taken as it stands.</param>
    /// <exception cref="IOException">Its links lead in a circle.</exception>
    public static string Of(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var (rest, links) = (new Stack<string>(), 0);
        Push(rest, path);
        while (rest.TryPop(out var part))
        {
            if (part == "..") real = Path.GetDirectoryName(real) ?? real;
            else if (new FileInfo(Path.Combine(real, part)).LinkTarget is not { } target) real = Path.Combine(real, part);
            else if (++links > MostLinks) throw new IOException("its links lead in a circle");
            else
            {
                if (Path.IsPathRooted(target)) real = Path.GetPathRoot(Path.GetFullPath(target, real))!;
                Push(rest, target);
            }
        }
        return real;
    }

    private static void Push(Stack<string> rest, string path)
    {
        var parts = path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Reverse().Where(part => part != ".")) rest.Push(part);
    }
}
