namespace ImsAudit.Simulator.Api;

/// <summary>Why a request is not answered: thrown where it is found, written as the API's error body by the router.</summary>
/// <param name="status">400, 401, 403, 404 or 405.</param>
/// <param name="code">The error code of IMS (<c>IMG.0024</c>) or of the gateway (<c>APIGW.0301</c>), for those answers that carry one.</param>
internal sealed class Rejection(int status, string message, string? code = null) : Exception(message)
{
    public int Status { get; } = status;

    public string? Code { get; } = code;

    public static Rejection BadRequest(string message, string code = "IMG.0017") => new(400, message, code);
}
