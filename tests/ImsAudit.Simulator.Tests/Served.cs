using System.Net;
using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

/// <summary>A running simulator and a client for it.</summary>
internal sealed class Served : IAsyncDisposable
{
    public Served(SimulatedEstate estate, SimulatorMode mode = SimulatorMode.Ims)
        : this(estate, new SimulatorOptions { Mode = mode })
    {
    }

    public Served(SimulatedEstate estate, SimulatorOptions options)
    {
        Server = SimulatorServer.Start(estate, options);
        Client = new HttpClient { BaseAddress = Server.Endpoint };
    }

    public SimulatorServer Server { get; }

    public HttpClient Client { get; }

    public async Task<JsonObject> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The ids of one page.</summary>
    public async Task<string[]> IdsAsync(string query = "") => Ids(await GetAsync($"/v2/images?{query}"));

    /// <summary>The ids of all pages, as <c>next</c> leads from one to the other.</summary>
    public async Task<List<string>> WalkAsync(string query)
    {
        var ids = new List<string>();
        var path = $"/v2/images?{query}";
        while (path is not null)
        {
            var page = await GetAsync(path);
            ids.AddRange(Ids(page));
            path = (string?)page["next"];
        }
        return ids;
    }

    public async Task<JsonObject> PostAsync(string path, string body, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var content = new StringContent(body);
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content);
        response.StatusCode.ShouldBe(expected);
        if (response.Headers.TryGetValues("X-Subject-Token", out var tokens)) Token = tokens.Single();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>The last token that was given out.</summary>
    public string? Token { get; private set; }

    public static string[] Ids(JsonObject page) => [.. page["images"]!.AsArray().Select(image => (string)image!["id"]!)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
