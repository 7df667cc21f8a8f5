using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>A user signed in to a project, who fills a Glance. It shares no code with the product.</summary>
public sealed class OpenStackClient : IDisposable
{
    private readonly HttpClient _http;

    private OpenStackClient(HttpClient http, string token)
    {
        _http = http;
        Token = token;
    }

    public string Token { get; }

    public static async Task<OpenStackClient> SignInAsync(Cloud cloud, Uri glance, string user, string project)
    {
        var http = new HttpClient { BaseAddress = glance };
        var domain = """{"id":"default"}""";
        var who = $$"""{"name":"{{user}}","password":"{{cloud.Password(user)}}","domain":{{domain}} }""";
        var scope = $$"""{"project":{"name":"{{project}}","domain":{{domain}} } }""";
        var body = JsonNode.Parse($$"""{"auth":{"identity":{"methods":["password"],"password":{"user":{{who}} } },"scope":{{scope}} } }""")!;
        using var answer = await http.PostAsync(cloud.Identity + "/auth/tokens", Body(body));
        answer.EnsureSuccessStatusCode();
        var token = answer.Headers.GetValues("X-Subject-Token").Single();
        http.DefaultRequestHeaders.Add("X-Auth-Token", token);
        return new OpenStackClient(http, token);
    }

    /// <summary>Makes an image without data (<c>queued</c>) and returns its id.</summary>
    public async Task<string> CreateAsync(JsonObject image) => (string)(await PostAsync("/v2/images", image))["id"]!;

    /// <summary>Gives an image data, so that it becomes <c>active</c>.</summary>
    public async Task UploadAsync(string id)
    {
        using var data = new ByteArrayContent("stub"u8.ToArray());
        data.Headers.ContentType = new("application/octet-stream");
        using var answer = await _http.PutAsync($"/v2/images/{id}/file", data);
        answer.EnsureSuccessStatusCode();
    }

    public async Task DeactivateAsync(string id)
    {
        using var answer = await _http.PostAsync($"/v2/images/{id}/actions/deactivate", content: null);
        answer.EnsureSuccessStatusCode();
    }

    public Task ShareAsync(string id, string project) => PostAsync($"/v2/images/{id}/members", new JsonObject { ["member"] = project });

    /// <summary>Answers an offered image for one's own <paramref name="project"/>: accepted, rejected or pending.</summary>
    public async Task AnswerAsync(string id, string project, string status)
    {
        using var answer = await _http.PutAsync($"/v2/images/{id}/members/{project}", Body(new JsonObject { ["status"] = status }));
        answer.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(string id)
    {
        using var answer = await _http.DeleteAsync("/v2/images/" + id);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>One page, as the server sends it.</summary>
    public async Task<JsonNode> GetAsync(string pathAndQuery)
    {
        using var answer = await _http.GetAsync(pathAndQuery);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async Task<JsonNode> PostAsync(string url, JsonNode body)
    {
        using var answer = await _http.PostAsync(url, Body(body));
        answer.IsSuccessStatusCode.ShouldBeTrue($"POST {url} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>With its length: Keystone's server does not understand a body sent in chunks.</summary>
    private static StringContent Body(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public void Dispose() => _http.Dispose();
}
