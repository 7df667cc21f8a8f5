using Polly;
using Polly.Retry;

namespace ImsAudit.Collection.Api;

/// <summary>When a request is tried again, and after how long.</summary>
internal sealed class RetryPolicy(CollectionSettings settings, CollectionEnvironment environment, DateTimeOffset deadline)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeastWaitWhenThrottled = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SpreadWhenThrottled = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Exponential with jitter, or what <c>Retry-After</c> asks for. Huawei's gateways throttle without that header and
    /// ask for 2 to 5 seconds. Never beyond the collection's end.
    /// </summary>
    /// <param name="onRetry">Called before each wait.</param>
    public ResiliencePipeline<Outcome<Reply>> Build(Action onRetry)
    {
        var builder = new ResiliencePipelineBuilder<Outcome<Reply>> { TimeProvider = environment.Time };
        if (settings.Tries > 1) builder.AddRetry(Options(onRetry));
        return builder.Build();
    }

    private RetryStrategyOptions<Outcome<Reply>> Options(Action onRetry) => new()
    {
        MaxRetryAttempts = settings.Tries - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = FirstWait,
        MaxDelay = LongestWait,
        Randomizer = environment.Random,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result.Failure?.IsTransient == true),
        DelayGenerator = attempt => ValueTask.FromResult(Wait(attempt.Outcome.Result.Failure, attempt.AttemptNumber)),
        OnRetry = _ =>
        {
            onRetry();
            return ValueTask.CompletedTask;
        },
    };

    /// <summary>Null leaves it to the policy's own exponential wait.</summary>
    private TimeSpan? Wait(ApiFailure? failure, int retriesBefore)
    {
        var wait = failure?.RetryAfter ?? (failure?.Kind == FailureKind.Throttled ? Throttled(retriesBefore) : null);
        if (wait is null) return null;
        var left = deadline - environment.Time.GetUtcNow();
        if (left < TimeSpan.Zero) left = TimeSpan.Zero;
        return wait < left ? wait : left;
    }

    private TimeSpan Throttled(int retriesBefore)
    {
        var first = LeastWaitWhenThrottled + SpreadWhenThrottled * environment.Random();
        var wait = first * Math.Pow(2, retriesBefore);
        return wait < LongestWait ? wait : LongestWait;
    }
}
