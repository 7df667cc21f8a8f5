using System.Net;
using System.Text.Json.Nodes;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

/// <summary><c>GET /v2/images/{id}/members</c>.</summary>
public sealed class MembersTests
{
    private const string Third = "33333333333333333333333333333333";
    private const string Path = "/v2/images/shared/members";

    [Fact]
    public async Task Owner_sees_all_members_and_what_they_answered()
    {
        await using var served = new Served(Estate());

        var answer = await served.GetAsync(Path);

        Members(answer).ShouldBe([$"{Some.Them} pending", $"{Third} accepted"]);
        answer["members"]!.AsArray().ShouldAllBe(member => (string)member!["image_id"]! == "shared" && (string)member["schema"]! == "/v2/schemas/member");
        answer["schema"]!.ToString().ShouldBe("/v2/schemas/members");
        answer.ContainsKey("page_info").ShouldBeFalse();
    }

    [Fact]
    public async Task Member_sees_itself_alone()
    {
        await using var served = new Served(Estate());
        served.Client.DefaultRequestHeaders.Add("X-Project-Id", Some.Them);

        Members(await served.GetAsync(Path)).ShouldBe([$"{Some.Them} pending"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_the_marker_of_page_info()
    {
        await using var served = new Served(Estate());

        var first = await served.GetAsync($"{Path}?limit=1");
        var second = await served.GetAsync($"{Path}?limit=1&marker={first["page_info"]!["next_marker"]}");

        Members(first).Concat(Members(second)).ShouldBe([$"{Some.Them} pending", $"{Third} accepted"]);
        second["page_info"]!.AsObject().ContainsKey("next_marker").ShouldBeFalse();
        ((int)second["page_info"]!["current_count"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData("/v2/images/public/members", HttpStatusCode.Forbidden)]
    [InlineData("/v2/images/theirs/members", HttpStatusCode.NotFound)]
    [InlineData("/v2/images/absent/members", HttpStatusCode.NotFound)]
    public async Task Image_without_members_to_see_is_refused(string path, HttpStatusCode expected)
    {
        await using var served = new Served(Estate());

        await served.GetAsync(path, expected);
    }

    private static SimulatedEstate Estate() => Some.Estate(
        Some.Shared("shared", Some.Us, (Some.Them, MemberStatus.Pending), (Third, MemberStatus.Accepted)),
        Some.Image("public") with { Visibility = "public" },
        Some.Image("theirs") with { Owner = Some.Them });

    private static string[] Members(JsonObject answer) => [.. answer["members"]!.AsArray().Select(member => $"{member!["member_id"]} {member["status"]}")];
}
