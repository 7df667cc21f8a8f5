using System.Net;
using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Http;
using ImsAudit.Simulator.Identity;

namespace ImsAudit.Simulator.Tests;

/// <summary>Requests signed by others: the published vectors, and those computed for this project (ims-api, section Test vectors).</summary>
public sealed class SignatureTests
{
    private const string Signature = "17b4a8d655ef250d551fc3df04f12739a77e758fd29611a4225dd7ae5762df52";
    private const string AllHeaders = "host;x-project-id;x-sdk-date;x-security-token";
    private static readonly SimulatedAccessKey s_key = new("AccessKey", "SecretKey");
    private static readonly SimulatedAccessKey s_documented = new("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc");

    public static TheoryData<string, string, string> Images => new()
    {
        { "__imagetype=private&limit=100&marker=0328c25e-c840-4496-81ac-c4e01b214b1f&sort_dir=desc&sort_key=created_at", "host;x-sdk-date", "675060a17d177392c3952de6bc8d04ba26f6c2d5a0babefe1a31e641596f69a0" },
        { "tag=a%3Db&name=%E9%95%9C%E5%83%8F%2001&created_at=lt:2018-10-28T10:00:00Z&__platform=Oracle+Linux", "host;x-sdk-date", "4582b34bbad4703a0adbc7767c960a700ba944f64c4716d1a01f4eccaac24289" },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void Listing_that_another_client_signed_is_taken(string query, string signedHeaders, string signature) =>
        At("2024-01-01T00:00:00Z", s_key).IsSigned(Listing(query, signedHeaders, signature)).ShouldBeTrue();

    [Fact]
    public void Vectors_of_the_documentation_and_the_sdks_are_taken()
    {
        var documented = Request("GET", "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0", "",
            ("Content-Type", "application/json"), ("Host", "service.region.example.com"), ("X-Sdk-Date", "20191115T033655Z"),
            ("Authorization", "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe"));
        var withBody = Request("POST", "/resources?size=1", """{"name":"test","id":1}""",
            ("Host", "service.endpoint.myhuaweicloud.com"), ("X-Sdk-Date", "20200608T023900Z"),
            ("Authorization", "SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=host;x-sdk-date, Signature=436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f"));

        At("2019-11-15T03:36:55Z", s_documented).IsSigned(documented).ShouldBeTrue();
        At("2020-06-08T02:39:00Z", s_key).IsSigned(withBody).ShouldBeTrue();
        Should.Throw<Rejection>(() => At("2020-06-08T02:39:00Z", s_key).IsSigned(withBody with { Body = "{}" }));
    }

    [Fact]
    public void Temporary_key_needs_its_security_token_and_a_lasting_one_none()
    {
        var temporary = s_key with { SecurityToken = "SECURITYTOKEN" };
        var request = Temporary(AllHeaders, Signature);

        At("2024-01-01T00:00:00Z", temporary).IsSigned(request).ShouldBeTrue();
        Rejected(At("2024-01-01T00:00:00Z", s_key), request).ShouldBe("APIGW.0301");
        Rejected(At("2024-01-01T00:00:00Z", temporary with { SecurityToken = "ANOTHER" }), request).ShouldBe("APIGW.0301");
    }

    [Theory]
    [InlineData(AllHeaders, "17b4a8d655ef250d551fc3df04f12739a77e758fd29611a4225dd7ae5762df53")]
    [InlineData(AllHeaders, "")]
    [InlineData("host;x-sdk-date;x-security-token", Signature)]
    [InlineData("host;x-project-id;x-security-token", Signature)]
    [InlineData("host;x-project-id;x-sdk-date;x-security-token;x-nowhere", Signature)]
    public void Claim_that_is_not_right_is_rejected(string signedHeaders, string signature) =>
        Rejected(At("2024-01-01T00:00:00Z", s_key with { SecurityToken = "SECURITYTOKEN" }), Temporary(signedHeaders, signature)).ShouldBe("APIGW.0301");

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("SDK-HMAC-SHA256 Access=AccessKey")]
    [InlineData("SDK-HMAC-SHA256 Access=Nobody, SignedHeaders=x-sdk-date, Signature=0")]
    public void Header_that_claims_no_known_key_is_rejected(string authorization) =>
        Rejected(At("2024-01-01T00:00:00Z", s_key), Request("GET", "/v2/images", "", ("Authorization", authorization), ("X-Sdk-Date", "20240101T000000Z"))).ShouldBe("APIGW.0301");

    [Theory]
    [InlineData("2024-01-01T00:15:00Z", null)]
    [InlineData("2024-01-01T00:15:01Z", "APIGW.0303")]
    [InlineData("2023-12-31T23:44:59Z", "APIGW.0303")]
    public void Date_may_be_off_by_15_minutes(string now, string? code)
    {
        var request = Listing("limit=1", "host;x-sdk-date", "0");

        Rejected(At(now, s_key), request).ShouldBe(code ?? "APIGW.0301");
    }

    [Fact]
    public void Request_without_the_header_claims_nothing() => At("2024-01-01T00:00:00Z", s_key).IsSigned(Request("GET", "/v2/images", "")).ShouldBeFalse();

    [Fact]
    public async Task Server_answers_a_wrong_signature_as_the_gateway_does_and_tells_its_time()
    {
        await using var served = new Served(Some.Estate(1), new SimulatorOptions { TimeProvider = new SettableClock(Some.Reference) });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v2/images", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", "SDK-HMAC-SHA256 Access=x, SignedHeaders=x-sdk-date, Signature=0");

        using var response = await served.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.Date.ShouldBe(Some.Reference);
        var body = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        body["error_code"]!.ToString().ShouldBe("APIGW.0301");
        body["error_msg"]!.ToString().ShouldNotBeEmpty();
        body["request_id"]!.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Access_key_is_made_anew_by_each_server_and_does_not_print_its_secret()
    {
        await using var one = new Served(Some.Estate(1));
        await using var two = new Served(Some.Estate(1));

        one.Server.AccessKeys.ShouldHaveSingleItem().ShouldNotBe(two.Server.AccessKeys[0]);
        one.Server.AccessKeys[0].ToString().ShouldNotContain(one.Server.AccessKeys[0].SecretKey);
    }

    private static SignatureCheck At(string now, SimulatedAccessKey key) => new([key], new SettableClock(DateTimeOffset.Parse(now)));

    private static string? Rejected(SignatureCheck check, SimulatedRequest request) => Should.Throw<Rejection>(() => check.IsSigned(request)).Code;

    private static SimulatedRequest Listing(string query, string signedHeaders, string signature, params (string Name, string Value)[] more) => Request("GET", $"/v2/images?{query}", "",
        [.. more, ("Host", "ims.cn-north-4.myhuaweicloud.com"), ("X-Sdk-Date", "20240101T000000Z"), ("Authorization", $"SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders={signedHeaders}, Signature={signature}")]);

    private static SimulatedRequest Temporary(string signedHeaders, string signature) =>
        Listing("limit=1", signedHeaders, signature, ("X-Project-Id", "05b2f2c9e9b4432ba8d0e1c1a1b2c3d4"), ("X-Security-Token", "SECURITYTOKEN"));

    private static SimulatedRequest Request(string method, string pathAndQuery, string body, params (string Name, string Value)[] headers) => new()
    {
        Number = 1,
        Method = method,
        PathAndQuery = pathAndQuery,
        Headers = headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
        Body = body,
    };
}
