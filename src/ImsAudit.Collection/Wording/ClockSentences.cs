namespace ImsAudit.Collection.Wording;

/// <summary>How far this machine's clock is from a server's.</summary>
internal static class ClockSentences
{
    /// <summary>What the gateway puts up with (API signing guide).</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(15);

    /// <summary>The rest of a sentence on what happened.</summary>
    /// <param name="offset">How far this machine is ahead; null when it is not known.</param>
    public static string Off(TimeSpan? offset) => offset switch
    {
        null => " and took the request's date for wrong, without telling its own time",
        { } off when off.Duration() < TimeSpan.FromSeconds(1) => " though this machine's clock and the server's agree",
        { } off => $", and this machine's clock is {Words(off.Duration())} {(off > TimeSpan.Zero ? "ahead of" : "behind")} the server's",
    };

    public static string Advice(TimeSpan? offset) => offset?.Duration() < Tolerated
        ? "The clocks are close enough, so check the secret key; and whether something on the way delays requests."
        : "Set this machine's clock, by NTP at best: a signature is good for 15 minutes before and after its date.";

    private static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => $"{time.TotalDays:0.#} days",
        { TotalHours: >= 2 } => $"{time.TotalHours:0.#} hours",
        { TotalMinutes: >= 2 } => $"{time.TotalMinutes:0.#} minutes",
        _ => $"{time.TotalSeconds:0} seconds",
    };
}
