namespace ImsAudit.Collection.Credentials;

/// <summary>An access key of Huawei Cloud: a lasting one, or a temporary one with its security token.</summary>
/// <param name="Id">The access key id (AK). It is sent with every request and no secret.</param>
/// <param name="SecretKey">The secret key (SK). It signs and is never sent.</param>
public sealed record AccessKey(string Id, Secret SecretKey)
{
    /// <summary>Null for a lasting key.</summary>
    public Secret? SecurityToken { get; init; }

    /// <summary>Where it comes from, for messages: the names of variables, or a file.</summary>
    public string Source { get; init; } = "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK";
}
