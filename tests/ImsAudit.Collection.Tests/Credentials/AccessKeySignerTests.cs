using System.Text;
using ImsAudit.Collection.Credentials;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Collection.Tests.Credentials;

public sealed class AccessKeySignerTests
{
    private static readonly AccessKey Key = new("AccessKey", new Secret("SecretKey")) { SecurityToken = new Secret("SECURITYTOKEN") };
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Request_carries_what_was_signed()
    {
        using var request = Signed("https://ims.cn-north-4.myhuaweicloud.com/v2/images?limit=1", project: "05b2f2c9e9b4432ba8d0e1c1a1b2c3d4");

        Header(request, "X-Sdk-Date").ShouldBe("20240101T000000Z");
        Header(request, "X-Project-Id").ShouldBe("05b2f2c9e9b4432ba8d0e1c1a1b2c3d4");
        Header(request, "X-Security-Token").ShouldBe("SECURITYTOKEN");
        Header(request, "Authorization").ShouldBe(
            "SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=host;x-project-id;x-sdk-date;x-security-token, Signature=17b4a8d655ef250d551fc3df04f12739a77e758fd29611a4225dd7ae5762df52");
    }

    [Theory]
    [InlineData("https://h.example:443/", "h.example")]
    [InlineData("http://h.example:80/", "h.example")]
    [InlineData("https://h.example:8443/", "h.example:8443")]
    [InlineData("https://[::1]:8443/", "[::1]:8443")]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    public void Host_is_sent_as_it_is_signed(string address, string host)
    {
        using var request = Signed(address);

        request.Headers.Host.ShouldBe(host);
    }

    [Fact]
    public void Headers_of_the_api_are_signed_and_those_that_a_proxy_changes_are_not()
    {
        using var request = Signed("https://h/", domain: "d", prepare: asked =>
        {
            asked.Headers.TryAddWithoutValidation("X-Api-Version", "Z");
            asked.Headers.TryAddWithoutValidation("User-Agent", "imsaudit/1");
            asked.Headers.TryAddWithoutValidation("Accept", "application/json");
        });

        Header(request, "Authorization").ShouldContain("SignedHeaders=host;x-api-version;x-domain-id;x-sdk-date;x-security-token,");
    }

    [Fact]
    public async Task Body_is_signed_and_still_sent()
    {
        using var with = Signed("https://h/", prepare: asked => asked.Content = new ByteArrayContent("{}"u8.ToArray()));
        using var without = Signed("https://h/");

        Header(with, "Authorization").ShouldNotBe(Header(without, "Authorization"));
        Encoding.UTF8.GetString(await with.Content!.ReadAsByteArrayAsync()).ShouldBe("{}");
    }

    [Fact]
    public void Secret_key_security_token_and_anything_like_a_signature_are_hidden()
    {
        var signer = new AccessKeySigner(Key, Clock);

        signer.Hide("SecretKey, SECURITYTOKEN, 17b4a8d655ef250d551fc3df04f12739a77e758fd29611a4225dd7ae5762df52; image 05b2f2c9e9b4432ba8d0e1c1a1b2c3d4")
            .ShouldBe("***, ***, ***; image 05b2f2c9e9b4432ba8d0e1c1a1b2c3d4");
    }

    private static HttpRequestMessage Signed(string address, string? project = null, string? domain = null, Action<HttpRequestMessage>? prepare = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        prepare?.Invoke(request);
        new AccessKeySigner(Key, Clock) { Project = project, Domain = domain }.Sign(request);
        return request;
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.NonValidated[name].ToString();
}
