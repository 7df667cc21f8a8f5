using System.Text;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Servers, and users, who write credentials back: in errors, links, headers, images and tokens.</summary>
public sealed class EchoTests
{
    private const string Token = "echo-t0ken+with/some=signs-8f2c1a";
    private const string Says = "repeats the credentials";

    public static TheoryData<string, string> Forms => new()
    {
        { "as it is", Token },
        { "as an address", Uri.EscapeDataString(Token) },
        { "as an address with small letters", Uri.EscapeDataString(Token).Replace("%2B", "%2b", StringComparison.Ordinal).Replace("%2F", "%2f", StringComparison.Ordinal).Replace("%3D", "%3d", StringComparison.Ordinal) },
        { "with JSON's escapes", string.Concat(Token.Select(c => $"\\u{(int)c:x4}")) },
        { "with JSON's escapes of some", Token.Replace("+", "\\u002B", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal) },
        { "in base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)) },
        { "in base64 behind a byte", Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + Token)) },
        { "in base64 behind two bytes", Convert.ToBase64String(Encoding.UTF8.GetBytes("a:" + Token + ":b")) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Image_that_holds_the_token_is_not_kept_and_the_listing_is_incomplete(string form, string text)
    {
        var image = $$"""{"id":"a","__imagetype":"gold","name":"behind {{text}} before"}""";
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, image, Page.Image("b"))));

        var collected = await TokenAsync(server);

        collected.Images.ShouldBeEmpty(form);
        collected.Error.ShouldContain(Says);
        collected.Error.ShouldContain("replace the token or key");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Error_that_holds_the_token_is_quoted_without_it(string form, string text)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(418, "{\"code\":\"X\",\"message\":\"you sent " + text + ", which is no good\"}"));

        var error = (await TokenAsync(server)).Error;

        error.ShouldContain("you sent ", customMessage: form);
        error.ShouldContain("***");
        error.ShouldNotContain("8f2c1a");
        error.ShouldNotContain(Token);
        if (!text.Contains('\\', StringComparison.Ordinal)) error.ShouldNotContain(text);
    }

    [Fact]
    public async Task Next_that_holds_the_token_is_not_followed()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next(Uri.EscapeDataString(Token)), "a")));

        (await TokenAsync(server)).Error.ShouldContain(Says);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Redirect_that_holds_the_token_names_no_more_than_the_origin()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(302, "", null, ("Location", $"http://echo-t0ken-8f2c1a.invalid/{Token}?{Token}")));

        var error = (await TokenAsync(server)).Error;

        error.ShouldContain("points to http://echo-t0ken");
        error.ShouldNotContain(Token);
    }

    [Fact]
    public async Task Signature_that_is_repeated_in_an_image_is_not_kept()
    {
        await using var server = new ScriptedServer(request => Answer.Json(Page.Raw(null, $$"""{"id":"a","name":"{{request.Headers["Authorization"].Split("Signature=")[1]}}"}""")));

        var collected = await KeyAsync(server);

        collected.Error.ShouldContain(Says);
        collected.Images.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("echo-secret-key-77aa")]
    [InlineData("echo-security-token-9d1e")]
    public async Task Parts_of_an_access_key_in_an_image_are_not_kept(string secret)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, $$"""{"id":"a","__description":"{{secret}}"}""")));

        (await KeyAsync(server)).Error.ShouldContain(Says);
    }

    [Fact]
    public async Task Checksums_of_images_are_no_signatures()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, $$"""{"id":"a","os_hash_value":"{{new string('a', 128)}}","checksum":"{{new string('b', 64)}}"}""")));

        (await KeyAsync(server)).Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Token_that_is_too_short_to_be_one_is_not_looked_for()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null, "short")));

        (await new Collect { Authentication = new TokenAuthentication(new Secret("short")) }.RunAsync(server.Url)).Ids.ShouldBe(["short"]);
    }

    [Theory]
    [InlineData(Token, "r1")]
    [InlineData("p1", Token)]
    public async Task Identity_service_that_names_a_scope_after_the_token_is_not_believed(string project, string region)
    {
        await using var images = ScriptedServer.InTurn(Answer.Json(Page.Of(null, "a")));
        await using var identity = ScriptedServer.InTurn(Keystone.Token(Token, [Keystone.Endpoint(images.Url, region)], project: project));
        var user = new PasswordAuthentication { AuthUrl = identity.Url, UserName = "u", Password = new Secret("pass-w0rd"), ProjectName = "p" };

        var collected = await new Collect { Authentication = user, Project = null }.RunAsync(endpoint: null);

        collected.Error.ShouldContain(Says);
        collected.Listing.Scope.ToString().ShouldNotContain(Token);
        images.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Catalogue_whose_address_holds_the_token_is_quoted_without_it()
    {
        await using var identity = ScriptedServer.InTurn(Keystone.Token(Token, [Keystone.Endpoint($"ftp://images.invalid/{Token}")]));
        var user = new PasswordAuthentication { AuthUrl = identity.Url, UserName = "u", Password = new Secret("pass-w0rd"), ProjectName = "p" };

        var mistake = await Should.ThrowAsync<ConfigurationException>(() => new Collect { Authentication = user, Project = null }.RunAsync(endpoint: null));

        mistake.Message.ShouldContain("images.invalid");
        mistake.Message.ShouldNotContain(Token);
    }

    private static Task<Collected> TokenAsync(ScriptedServer server) =>
        new Collect { Authentication = new TokenAuthentication(new Secret(Token)) }.RunAsync(server.Url);

    private static Task<Collected> KeyAsync(ScriptedServer server)
    {
        var key = new AccessKey("AKECHO", new Secret("echo-secret-key-77aa")) { SecurityToken = new Secret("echo-security-token-9d1e") };
        return new Collect { Authentication = new AccessKeyAuthentication(key) }.RunAsync(server.Url);
    }
}
