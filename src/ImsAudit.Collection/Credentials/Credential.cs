namespace ImsAudit.Collection.Credentials;

/// <summary>What a server takes or rejects, whatever is asked with it. Equal ones are the same, however many targets use them.</summary>
internal abstract record Credential
{
    /// <summary>True when a rejection after it was once taken is about something else, such as a project that it is not for.</summary>
    public virtual bool StaysGood => false;
}

internal sealed record TokenCredential(Secret Token) : Credential
{
    /// <summary>The identity service that looks it up, which may be another cloud's; null at the endpoint.</summary>
    public Uri? LookedUpAt { get; init; }
}

internal sealed record AccessKeyCredential(string Id, Secret SecretKey, Secret? SecurityToken) : Credential;

/// <summary>An account at an identity service. Keystone answers 401 to a wrong password and to a project that the user has no part in.</summary>
internal sealed record PasswordCredential(Uri? Address, string User, string? Domain, Secret Password) : Credential
{
    /// <summary>For a project that was signed in to before: then a rejection can only be about the account.</summary>
    public bool Again { get; init; }

    public override bool StaysGood => !Again;
}

/// <summary>An application credential at an identity service.</summary>
/// <param name="Name">Its id, or its name and whose it is.</param>
internal sealed record ApplicationCredential(Uri? Address, string Name, Secret Secret) : Credential;
