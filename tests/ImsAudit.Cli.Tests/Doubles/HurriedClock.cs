namespace ImsAudit.Cli.Tests.Doubles;

/// <summary>The real clock, on which waits between tries are over at once and limits of time stay.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan s_leastLimit = TimeSpan.FromSeconds(20);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < s_leastLimit ? TimeSpan.FromMilliseconds(1) : dueTime, period);
}
