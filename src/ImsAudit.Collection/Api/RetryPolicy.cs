using Polly;
using Polly.Retry;

namespace ImsAudit.Collection.Api;

/// <summary>When a request is tried again, and after how long.</summary>
internal sealed class RetryPolicy(CollectionSettings settings, CollectionEnvironment environment, DateTimeOffset deadline)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Exponential with jitter, or what <c>Retry-After</c> asks for, but not beyond the collection's end.</summary>
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
        DelayGenerator = attempt => ValueTask.FromResult(Asked(attempt.Outcome.Result.Failure?.RetryAfter)),
        OnRetry = _ =>
        {
            onRetry();
            return ValueTask.CompletedTask;
        },
    };

    private TimeSpan? Asked(TimeSpan? retryAfter)
    {
        if (retryAfter is null) return null;
        var left = deadline - environment.Time.GetUtcNow();
        if (left < TimeSpan.Zero) left = TimeSpan.Zero;
        return retryAfter < left ? retryAfter : left;
    }
}
