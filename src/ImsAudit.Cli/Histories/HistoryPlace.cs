using ImsAudit.History;
using ImsAudit.History.Addresses;

namespace ImsAudit.Cli.Histories;

/// <summary>What <c>--history</c> names.</summary>
internal static class HistoryPlace
{
    /// <summary>Null when there is none, or, and noted, when it is wrong.</summary>
    public static HistoryAddress? Read(Invocation invocation)
    {
        var settings = invocation.Settings;
        if (settings.Text(settings.Options.History.History) is not { } text) return null;
        try
        {
            return HistoryAddresses.Parse(text, invocation.Surroundings.Variable, invocation.Surroundings.PathOf);
        }
        catch (HistoryException wrong)
        {
            settings.Mistake(wrong.Message);
            return null;
        }
    }

    /// <summary>The history that a command is about; one that is not there is a mistake.</summary>
    /// <param name="command">Its name, for the message.</param>
    public static HistoryAddress? ReadRequired(Invocation invocation, string command)
    {
        if (!invocation.Settings.IsGiven(invocation.Settings.Options.History.History)) invocation.Settings.Mistake($"{command} needs to know which history: --history FILE, or --history postgres://USER@HOST/DATABASE.");
        return Read(invocation);
    }

    public static Task<HistoryStore> OpenAsync(Invocation invocation, HistoryAddress address) => HistoryStore.OpenAsync(address, create: false, invocation.Cancellation);
}
