using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class MembersTests
{
    private const string Shared = """{"id":"a","owner":"p1","__imagetype":"shared"}""";

    private static Collect Asking => new() { Settings = Collect.Defaults with { Members = true, Categories = CategorySet.Of(ImageCategory.Private) } };

    [Fact]
    public async Task Members_of_all_pages_are_kept_and_only_shared_own_images_are_asked()
    {
        await using var server = new ScriptedServer(request => Answer.Json(
            !request.Path.EndsWith("/members", StringComparison.Ordinal) ? Page.Raw(null, Shared, """{"id":"b","owner":"p1","__imagetype":"private"}""")
            : request.Marker is null ? """{"members":[{"member_id":"p2","status":"pending","image_id":"a"}],"page_info":{"next_marker":"p2"}}"""
            : """{"members":[{"member_id":"p3","status":"accepted","member_type":"project"}],"page_info":{"current_count":1}}"""));

        var collected = await Asking.RunAsync(server.Url);

        collected.Images[0].Members!.All.Select(member => $"{member.Id} {member.Status}").ShouldBe(["p2 pending", "p3 accepted"]);
        collected.Images[1].Members.ShouldBeNull();
        collected.Listing.Notes.ShouldContain("Members were read of 1 of 1 own images that are shared.");
        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(403, """{"error":{"message":"no","code":403}}""", "ims:images:share")]
    [InlineData(200, """{"members":{}}""", "is no list of members")]
    [InlineData(200, """{"members":[{"member_id":"p2"}]}""", "is no list of members")]
    [InlineData(200, """{"members":[{"member_id":"p2","status":"pending","image_id":"other"}]}""", "names another image")]
    [InlineData(200, """{"members":[{"member_id":"p2","status":"pending"}],"page_info":{"next_marker":"p2"}}""", "circle")]
    public async Task Members_that_could_not_be_read_are_unknown_and_noted(int status, string body, string expected)
    {
        await using var server = new ScriptedServer(request =>
            request.Path.EndsWith("/members", StringComparison.Ordinal) ? Answer.Of(status, body) : Answer.Json(Page.Raw(null, Shared)));

        var collected = await Asking.RunAsync(server.Url);

        collected.Images[0].Members!.Unknown!.ShouldContain(expected);
        collected.Listing.Notes.ShouldHaveSingleItem().ShouldContain("Members were read of 0 of 1");
    }
}
