namespace ImsAudit.Collection.Api;

/// <summary>Either a value or the failure that came in its place.</summary>
internal readonly record struct Outcome<T>(T? Value, ApiFailure? Failure) where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(ApiFailure failure) => new(null, failure);
}
