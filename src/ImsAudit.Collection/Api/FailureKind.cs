namespace ImsAudit.Collection.Api;

/// <summary>Why a request brought nothing usable: what decides whether it is tried again and what the user can do.</summary>
internal enum FailureKind
{
    /// <summary>An HTTP status that says no, not named below.</summary>
    Refused = 0,
    Unauthorized,

    /// <summary>A signature whose date is too far from the server's clock.</summary>
    ClockSkew,

    /// <summary>The server knows something that the user has to say more clearly; the detail is the whole sentence.</summary>
    Misconfigured,
    Forbidden,
    Throttled,
    ServerError,
    Redirect,
    TimedOut,
    UnknownHost,
    Unreachable,
    Tls,

    /// <summary>The connection broke while the answer came.</summary>
    Broken,

    /// <summary>An answer came whole, and it is not what was asked for.</summary>
    Malformed,
}
