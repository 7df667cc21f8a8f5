using System.Net;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class SortingTests
{
    private static readonly SimulatedEstate s_estate = Some.Estate(
        Sorted("a", "Zebra", 3, "2026-01-03T00:00:00Z", "vhd"),
        Sorted("b", "apple", 1, "2026-01-01T00:00:00Z", "zvhd2"),
        Sorted("c", "apple", 2, "2026-01-02T00:00:00Z", "raw"),
        Sorted("d", "apple", 2, "2026-01-02T00:00:00Z", "raw"));

    [Theory]
    [InlineData("", "a,d,c,b")]
    [InlineData("sort_key=created_at", "a,d,c,b")]
    [InlineData("sort_key=create_at&sort_dir=asc", "b,c,d,a")]
    [InlineData("sort_key=created_at&sort_dir=asc", "b,c,d,a")]
    [InlineData("sort_key=id&sort_dir=asc", "a,b,c,d")]
    [InlineData("sort_key=name&sort_dir=asc", "a,b,c,d")]
    [InlineData("sort_key=name", "d,c,b,a")]
    [InlineData("sort_key=size&sort_dir=asc", "b,c,d,a")]
    [InlineData("sort_key=disk_format&sort_dir=asc", "c,d,a,b")]
    [InlineData("sort_key=container_format&sort_dir=asc", "b,c,d,a")]
    [InlineData("sort_key=status", "a,d,c,b")]
    [InlineData("sort_key=updated_at&sort_dir=asc", "a,c,d,b")]
    [InlineData("sort_key=size&sort_key=id&sort_dir=asc", "b,c,d,a")]
    [InlineData("sort_key=size&sort_key=id&sort_dir=asc&sort_dir=desc", "b,d,c,a")]
    [InlineData("sort=size:asc,id:desc", "b,d,c,a")]
    [InlineData("sort_dir=asc", "b,c,d,a")]
    public async Task Sorting_by_a_key_and_direction_breaks_ties_by_creation_and_id(string query, string expected)
    {
        await using var served = new Served(s_estate);
        string.Join(',', await served.IdsAsync(query)).ShouldBe(expected);
        string.Join(',', await served.WalkAsync($"limit=1&{query}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("sort_key=owner")]
    [InlineData("sort_key=status%20")]
    [InlineData("sort_dir=up")]
    [InlineData("sort_key=id&sort_dir=asc&sort_dir=desc")]
    [InlineData("sort=id:sideways")]
    [InlineData("sort=id:asc&sort_key=name")]
    public async Task Sorting_by_something_else_is_a_bad_request(string query)
    {
        await using var served = new Served(s_estate);
        await served.GetAsync($"/v2/images?{query}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Glance_does_not_know_the_pages_create_at()
    {
        await using var served = new Served(s_estate, SimulatorMode.Glance);
        using var response = await served.Client.GetAsync(new Uri("/v2/images?sort_key=create_at", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static SimulatedImage Sorted(string id, string name, int size, string created, string format) => Some.Image(id, json =>
    {
        json["name"] = name;
        json["size"] = size;
        json["created_at"] = created;
        json["updated_at"] = id == "b" ? "2026-05-01T00:00:00Z" : "2026-04-01T00:00:00Z";
        if (id == "a") json["updated_at"] = "2026-03-01T00:00:00Z";
        json["disk_format"] = format;
        json["container_format"] = "bare";
    });
}
