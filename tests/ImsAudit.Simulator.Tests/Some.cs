using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

/// <summary>Images and estates with just what a test is about.</summary>
internal static class Some
{
    public const string Us = "11111111111111111111111111111111";
    public const string Them = "22222222222222222222222222222222";

    public static readonly DateTimeOffset Reference = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static SimulatedImage Image(string id, Action<JsonObject>? change = null)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["name"] = $"name of {id}",
            ["owner"] = Us,
            ["visibility"] = "private",
            ["__imagetype"] = "private",
            ["status"] = "active",
            ["__isregistered"] = "true",
            ["created_at"] = "2026-01-01T00:00:00Z",
            ["updated_at"] = "2026-01-02T00:00:00Z",
            ["tags"] = new JsonArray(),
        };
        change?.Invoke(json);
        return SimulatedImage.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    public static SimulatedImage Shared(string id, string owner, params (string Project, MemberStatus Status)[] members)
    {
        var image = Image(id, json =>
        {
            json["owner"] = owner;
            json["visibility"] = "shared";
            json["__imagetype"] = "shared";
        });
        foreach (var (project, status) in members) image = image with { Members = image.Members.SetItem(project, status) };
        return image;
    }

    public static SimulatedEstate Estate(params SimulatedImage[] images) =>
        new([new SimulatedProject(Us, "us"), new SimulatedProject(Them, "them")], images);

    /// <summary>So many private images, "image-000" the newest.</summary>
    public static SimulatedEstate Estate(int images) => Estate([.. Enumerable.Range(0, images).Select(Numbered)]);

    private static SimulatedImage Numbered(int number) => Image($"image-{number:D3}", json =>
        json["created_at"] = Reference.AddMinutes(-number).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}
