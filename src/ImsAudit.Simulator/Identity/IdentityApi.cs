using System.Security.Cryptography;
using System.Text;
using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Identity;

/// <summary>A small Keystone v3 with one user: gives out tokens, lists the user's projects, and says whose a request is.</summary>
internal sealed class IdentityApi(SimulatedEstate estate, SimulatorOptions options, TokenStore tokens, IdentityHost host)
{
    private readonly SignatureCheck _signatures = new(host.AccessKeys, options.TimeProvider);

    /// <summary><c>POST /v3/auth/tokens</c>, with <c>?nocatalog</c> if wanted.</summary>
    /// <exception cref="Rejection">400: not such a body. 401: wrong user, password, project or application credential.</exception>
    public SimulatedResponse GiveToken(SimulatedRequest request)
    {
        var asked = TokenRequest.Parse(request.Body);
        var token = tokens.Issue(asked.Application is { } claim ? ProjectOf(claim, asked.Scoped) : ProjectOfPassword(asked), asked.Method);
        var withCatalogue = request.Query.Last("nocatalog") is null;
        return SimulatedResponse.Json(201, TokenBody.Write(token, options, withCatalogue ? host.Endpoint : null))
            .WithHeader("X-Subject-Token", token.Value);
    }

    /// <summary><c>GET /v3/auth/projects</c> and <c>GET /v3/projects</c>, which takes a <c>name</c>.</summary>
    /// <exception cref="Rejection">401: no token that is still good, and no signature; or a wrong one.</exception>
    public SimulatedResponse ListProjects(SimulatedRequest request)
    {
        if (!_signatures.IsSigned(request) && options.RequireToken && Token(request) is null) throw NotAuthenticated();
        var name = request.Query.Last("name");
        var projects = estate.Projects.Where(project => name is null || project.Name == name);
        return SimulatedResponse.Json(200, ProjectsBody.Write(projects, new Uri(host.Endpoint, request.Path)));
    }

    /// <summary>The project that asks for images.</summary>
    /// <exception cref="Rejection">401: a token or a signature is needed, or the signature is wrong. 403: the token is not scoped to a project, or the project is another's.</exception>
    public string ProjectOf(SimulatedRequest request)
    {
        if (_signatures.IsSigned(request)) return ProjectOfKey(request.Header("X-Project-Id"));
        if (Token(request) is { } token) return token.Project?.Id ?? throw new Rejection(403, "The token is not scoped to a project.");
        if (options.RequireToken) throw NotAuthenticated();
        return request.Header("X-Project-Id") ?? estate.Projects[0].Id;
    }

    /// <summary>The key's user may work in every project of the estate; the first is the region's own.</summary>
    private string ProjectOfKey(string? named)
    {
        if (named is null) return estate.Projects[0].Id;
        return estate.Projects.Any(project => project.Id == named) ? named : throw new Rejection(403, "The access key has no part in this project.");
    }

    private SimulatedProject? ProjectOfPassword(TokenRequest asked)
    {
        if (asked.User != UserName && asked.User != TokenBody.UserId || !IsPassword(asked.Password))
            throw new Rejection(401, "The username or password is wrong.");
        return asked.Scoped ? FindProject(asked.ProjectId, asked.ProjectName) : null;
    }

    private SimulatedProject ProjectOf(ApplicationCredentialClaim claim, bool scoped)
    {
        var credential = host.ApplicationCredentials.FirstOrDefault(known => claim.IsOf(known, UserName)) ?? throw new Rejection(401, "The application credential or its secret is wrong.");
        if (scoped) throw new Rejection(401, "Application credentials cannot request a scope.");
        return FindProject(credential.Project, name: null);
    }

    private string UserName => options.User;

    private IssuedToken? Token(SimulatedRequest request) => tokens.Find(request.Header("X-Auth-Token"));

    private bool IsPassword(string? password) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(password ?? ""), Encoding.UTF8.GetBytes(host.Password));

    private SimulatedProject FindProject(string? id, string? name) =>
        estate.Projects.FirstOrDefault(project => project.Enabled && (id is null ? project.Name == name : project.Id == id))
        ?? throw new Rejection(401, "The user has no such project.");

    private static Rejection NotAuthenticated() =>
        new(401, "Incorrect IAM authentication information: the token is missing, unknown or has expired.");
}
