using ImsAudit.Baselines;
using ImsAudit.Files;
using ImsAudit.Results;

namespace ImsAudit.Cli.Selection;

/// <summary>Reads the result that <c>--baseline</c> names.</summary>
internal static class BaselineSelection
{
    /// <summary>Null when there is none, or, and noted, when it cannot be read.</summary>
    public static Baseline? Read(Invocation invocation)
    {
        var settings = invocation.Settings;
        if (settings.Text(settings.Options.Waiver.Baseline) is not { } file) return null;
        try
        {
            var utf8 = File.ReadAllBytes(invocation.Surroundings.PathOf(file));
            return new Baseline(ResultJson.Read(utf8, file)) { Utf8 = utf8 };
        }
        catch (ResultFormatException wrong)
        {
            settings.Mistake(wrong.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            settings.Mistake($"{file}: the baseline cannot be read: {FileTrouble.Of(unreadable)}.");
        }
        return null;
    }
}
