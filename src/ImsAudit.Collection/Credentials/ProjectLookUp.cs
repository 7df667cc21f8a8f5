using System.Text.Json;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>Finds the id of a region's own project, which has the region's name (IAM, <c>GET /v3/projects?name=</c>), as Huawei's SDKs do.</summary>
internal sealed class ProjectLookUp(Exchanges exchanges, Signer signer)
{
    /// <returns>The id. Where there is no such project, or more than one, the user has to name it.</returns>
    public async Task<Outcome<string>> FindAsync(CollectionTarget target, Uri address, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, $"{address}?{new QueryParameter("name", target.Region!)}", signer.Sign) { Credential = signer.Credential, Hide = signer.Hide };
        var answer = await exchanges.With(address).AskAsync(question, cancellationToken);
        if (answer.Failure is { } failure) return failure.Kind == FailureKind.Unauthorized ? failure with { Advice = failure.Advice ?? signer.WhenRejected } : failure;
        if (Read(answer.Value!.Body, target.Region!) is not { } projects) return new ApiFailure(FailureKind.Malformed, "the answer is no list of projects");
        return projects switch
        {
            [var one] => one,
            [] => Misconfigured(ConfigurationSentences.NoProjectOfRegion(target, address)),
            _ => Misconfigured(ConfigurationSentences.SeveralProjects(target, projects)),
        };
    }

    /// <summary>Null when it is no list of projects.</summary>
    private static List<string>? Read(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var projects = Json.Member(document.RootElement, "projects");
            return projects.ValueKind == JsonValueKind.Array
                ? [.. projects.EnumerateArray().Where(project => Json.Text(project, "name") == name).Select(project => Json.Text(project, "id")).OfType<string>()]
                : null;
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private ApiFailure Misconfigured(string sentence) => new(FailureKind.Misconfigured, signer.Hide(sentence));
}
