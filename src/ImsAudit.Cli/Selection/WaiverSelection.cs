using ImsAudit.Files;
using ImsAudit.Policies;
using ImsAudit.Waivers;

namespace ImsAudit.Cli.Selection;

/// <summary>Reads the file that <c>--waivers</c> names.</summary>
internal static class WaiverSelection
{
    /// <summary>Those that a scan takes: null also when <c>--no-waivers</c> is said, and then nothing is read.</summary>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static Task<WaiverFile?> ReadAsync(Invocation invocation, PolicySet? policies) =>
        invocation.Settings.Flag(invocation.Settings.Options.Waiver.NoWaivers) ? Task.FromResult<WaiverFile?>(null) : ReadFileAsync(invocation, policies);

    /// <summary>Null when there is none, or, and noted, when it cannot be read or is wrong.</summary>
    /// <param name="policies">What they are to waive; null when that is wrong, and the mistakes of both are told together.</param>
    public static async Task<WaiverFile?> ReadFileAsync(Invocation invocation, PolicySet? policies)
    {
        var settings = invocation.Settings;
        if (settings.Text(settings.Options.Waiver.Waivers) is not { } file) return null;
        if (Bytes(invocation, file) is not { } utf8) return null;
        if ((policies ?? await PolicyFiles.LoadReferencesAsync(invocation)) is not { } known) return null;
        var (waivers, errors) = WaiverFile.Read(file, utf8, known);
        settings.Mistakes(errors.Select(error => error.ToString()));
        return waivers;
    }

    private static byte[]? Bytes(Invocation invocation, string file)
    {
        try
        {
            return File.ReadAllBytes(invocation.Surroundings.PathOf(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            invocation.Settings.Mistake($"{file}: the waivers cannot be read: {FileTrouble.Of(unreadable)}.");
            return null;
        }
    }
}
