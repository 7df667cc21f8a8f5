using System.Security.Cryptography;
using System.Text;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Tests.Credentials;

/// <summary>The published vectors of <c>SDK-HMAC-SHA256</c>, and those computed for this project (ims-api, section Test vectors).</summary>
public sealed class SignatureTests
{
    private const string Vpcs = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs";

    // The sample keys of the public documentation.
    private static readonly AccessKey Documented = new("QTWAOYTTINDUT2QVKYUC", new Secret("MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc"));
    private static readonly AccessKey OfSdkTests = new("AccessKey", new Secret("SecretKey"));

    [Fact]
    public void Documentation_of_the_gateway_signs_a_listing_with_a_query()
    {
        var request = Request("GET", $"https://service.region.example.com{Vpcs}?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0", "",
            ("Content-Type", "application/json"), ("Host", "service.region.example.com"), ("X-Sdk-Date", "20191115T033655Z"));

        request.Text.ShouldBe(
            "GET\n/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/\nlimit=2&marker=13551d6b-755d-4757-b956-536f674975c0\n"
            + "content-type:application/json\nhost:service.region.example.com\nx-sdk-date:20191115T033655Z\n\ncontent-type;host;x-sdk-date\n"
            + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Hash(request).ShouldBe("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
        SdkHmac.Authorize(Documented, "20191115T033655Z", request).ShouldBe(
            "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe");
    }

    [Fact]
    public void Documentation_of_the_gateway_signs_a_listing_without_a_query()
    {
        var request = Request("GET", $"https://service.test-region-1.myhuaweicloud.com{Vpcs}", "",
            ("Content-Type", "application/json"), ("Host", "service.test-region-1.myhuaweicloud.com"), ("X-Sdk-Date", "20191115T033655Z"));

        SignatureOf(Documented, "20191115T033655Z", request).ShouldBe("4a30e690c3032a1975323588d79e858f188834f91df411a47ada7def6ad8081f");
    }

    [Theory]
    [InlineData("GET", "/path?limit=1", "", "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624")]
    [InlineData("POST", "/path?key=value", "{\"Name\":\"test\",\"Id\":1}\n", "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59")]
    public void Go_sdk_leaves_a_header_with_an_underscore_out(string method, string path, string body, string signature)
    {
        var request = Request(method, $"https://any.example{path}", body, ("TEST_UNDERSCORE", "x"), ("X-Sdk-Date", "20060102T150405Z"));

        request.SignedHeaders.ShouldBe("x-sdk-date");
        SignatureOf(OfSdkTests, "20060102T150405Z", request).ShouldBe(signature);
    }

    [Fact]
    public void Go_sdk_sorts_and_encodes_the_query()
    {
        var request = Request("GET", "https://any.example/?test=%E4%B8%80%20(%26%3D%3F!%23%25.*)&path=/tmp/123&multi=3&multi=1&multi=2&limit=1&enable=true", "");

        request.Text.Split('\n')[2].ShouldBe("enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29");
    }

    [Theory]
    [InlineData("GET", "", "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842")]
    [InlineData("POST", """{"name":"test","id":1}""", "436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f")]
    public void Python_sdk_signs_with_and_without_a_body(string method, string body, string signature)
    {
        var request = Request(method, "https://service.endpoint.myhuaweicloud.com/resources?size=1", body,
            ("Host", "service.endpoint.myhuaweicloud.com"), ("X-Sdk-Date", "20200608T023900Z"));

        request.SignedHeaders.ShouldBe("host;x-sdk-date");
        SignatureOf(OfSdkTests, "20200608T023900Z", request).ShouldBe(signature);
    }

    [Fact]
    public void Python_sdk_encodes_all_but_the_unreserved_characters()
    {
        var encoded = CanonicalRequest.Encode(string.Concat(Enumerable.Range(0, 128).Select(c => (char)c)));

        var expected = Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) || c is '-' or '.' or '_' or '~' ? $"{(char)c}" : $"%{c:X2}");
        encoded.ShouldBe(string.Concat(expected));
        encoded.ShouldStartWith("%00");
        encoded.ShouldContain("%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABC");
        encoded.ShouldEndWith("xyz%7B%7C%7D~%7F");
    }

    [Fact]
    public void Listing_of_images_is_signed_whatever_the_order_of_its_parameters()
    {
        var request = Images("sort_key=created_at&sort_dir=desc&marker=0328c25e-c840-4496-81ac-c4e01b214b1f&limit=100&__imagetype=private");

        Hash(request).ShouldBe("96ea2a7986de08f4ac66c534e47f11708bf4b1f1c95bb0cddc45c0a9054463a5");
        SignatureOf(OfSdkTests, "20240101T000000Z", request).ShouldBe("675060a17d177392c3952de6bc8d04ba26f6c2d5a0babefe1a31e641596f69a0");
    }

    [Fact]
    public void Values_that_need_encoding_are_signed_as_sent()
    {
        QueryParameter[] parameters = [new("tag", "a=b"), new("name", "镜像 01"), new("created_at", "lt:2018-10-28T10:00:00Z"), new("__platform", "Oracle Linux")];
        var request = Images(string.Join('&', parameters));

        request.Text.Split('\n')[2].ShouldBe("__platform=Oracle%20Linux&created_at=lt%3A2018-10-28T10%3A00%3A00Z&name=%E9%95%9C%E5%83%8F%2001&tag=a%3Db");
        Hash(request).ShouldBe("bb4e2e2529298907913d5816e191e81216c9596210b1ec5fdb297564a600196f");
        SignatureOf(OfSdkTests, "20240101T000000Z", request).ShouldBe("4582b34bbad4703a0adbc7767c960a700ba944f64c4716d1a01f4eccaac24289");
    }

    [Fact]
    public void Project_and_security_token_are_signed()
    {
        var request = Images("limit=1", ("X-Project-Id", "05b2f2c9e9b4432ba8d0e1c1a1b2c3d4"), ("X-Security-Token", "SECURITYTOKEN"));

        request.SignedHeaders.ShouldBe("host;x-project-id;x-sdk-date;x-security-token");
        Hash(request).ShouldBe("f98e8eda3a116e27d670a226ddd2822639e0163e0bf5a4a3b2fc2cdd0cef59bd");
        SignatureOf(OfSdkTests, "20240101T000000Z", request).ShouldBe("17b4a8d655ef250d551fc3df04f12739a77e758fd29611a4225dd7ae5762df52");
    }

    [Theory]
    [InlineData("https://h/a%2Fb/c%20d", "/a%2Fb/c%20d/")]
    [InlineData("https://h/v2/images/", "/v2/images/")]
    [InlineData("https://h", "/")]
    [InlineData("https://h/a+b/(c)", "/a%2Bb/%28c%29/")]
    public void Path_is_encoded_by_segment_and_ends_with_a_slash(string address, string path) =>
        Request("GET", address, "").Text.Split('\n')[1].ShouldBe(path);

    [Theory]
    [InlineData("", "")]
    [InlineData("?b&a", "a=&b=")]
    [InlineData("?b=1&B=2&a=x+y", "B=2&a=x%20y&b=1")]
    [InlineData("?a=2&a=10&a=", "a=&a=10&a=2")]
    [InlineData("?a==&&", "a=%3D")]
    public void Query_is_sorted_by_key_and_value_and_keeps_the_case(string query, string canonical) =>
        Request("GET", $"https://h/{query}", "").Text.Split('\n')[2].ShouldBe(canonical);

    private static CanonicalRequest Images(string query, params (string Name, string Value)[] more) => Request("GET",
        $"https://ims.cn-north-4.myhuaweicloud.com/v2/images?{query}", "",
        [.. more, ("Host", "ims.cn-north-4.myhuaweicloud.com"), ("X-Sdk-Date", "20240101T000000Z")]);

    private static CanonicalRequest Request(string method, string address, string body, params (string Name, string Value)[] headers) =>
        CanonicalRequest.Of(new HttpMethod(method), new Uri(address), headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), Encoding.UTF8.GetBytes(body));

    private static string Hash(CanonicalRequest request) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text)));

    private static string SignatureOf(AccessKey key, string date, CanonicalRequest request) => SdkHmac.Authorize(key, date, request).Split("Signature=")[1];
}
