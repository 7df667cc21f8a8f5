namespace ImsAudit.Values;

/// <summary>A value as an operator needs it, or that it is missing or cannot be read so.</summary>
public readonly record struct Reading<T>
{
    private readonly bool _isMissing;

    private Reading(T value, bool isRead, bool isMissing)
    {
        Value = value;
        IsRead = isRead;
        _isMissing = isMissing;
    }

    public static Reading<T> Missing => new(default!, isRead: false, isMissing: true);

    public static Reading<T> Unreadable => new(default!, isRead: false, isMissing: false);

    public bool IsRead { get; }

    public bool IsMissing => _isMissing;

    /// <summary>Only where <see cref="IsRead"/>.</summary>
    public T Value { get; }

    public static Reading<T> Of(T value) => new(value, isRead: true, isMissing: false);
}
