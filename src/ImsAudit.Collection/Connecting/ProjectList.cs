using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Connecting;

/// <summary>Asks the identity service for every project that credentials open. What is not the whole list is a failure.</summary>
internal static class ProjectList
{
    private const int MostPages = 1000;

    public static async Task<Outcome<List<FoundProject>>> AskAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var signedIn = await target.Authentication.SignInToFindProjectsAsync(target, exchanges, cancellationToken);
        if (signedIn.Value is not { } signer) return signedIn.Failure!;
        var first = target.Authentication.ProjectsAddress(target)!;
        var projects = new List<FoundProject>();
        var address = first;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await AskAsync(address, signer, exchanges.With(first), cancellationToken);
            if (answer.Value is null) return answer.Failure!;
            projects.AddRange(answer.Value.Projects);
            if (answer.Value.Next is null) return projects.DistinctBy(project => project.Id).ToList();
            if (Next(first, answer.Value.Next) is not { } next) return Malformed("the list of projects goes on at another address, where nothing is sent");
            address = next;
        }
        return Malformed($"the list of projects did not end after {MostPages} pages");
    }

    private static async Task<Outcome<ProjectsPage>> AskAsync(Uri address, Signer signer, Exchange identity, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, address.ToString(), signer.Sign) { Credential = signer.Credential, Hide = signer.Hide };
        var answer = await identity.AskAsync(question, cancellationToken);
        if (answer.Failure is { } failure) return failure.Kind == FailureKind.Unauthorized ? failure with { Advice = signer.WhenRejected } : failure;
        return ProjectsReader.Read(answer.Value!);
    }

    /// <summary>The same server and path: the credentials go nowhere else.</summary>
    private static Uri? Next(Uri first, string link) =>
        Uri.TryCreate(first, link, out var next) && next.UserInfo.Length == 0 && next.GetLeftPart(UriPartial.Path) == first.GetLeftPart(UriPartial.Path) ? next : null;

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}
