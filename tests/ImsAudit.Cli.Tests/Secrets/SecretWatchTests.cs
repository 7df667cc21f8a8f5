using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ImsAudit.Cli.Tests.Process;
using Xunit.Sdk;

namespace ImsAudit.Cli.Tests.Secrets;

/// <summary>The watch that stands around every run of these tests does find what it looks for.</summary>
public sealed class SecretWatchTests : IDisposable
{
    private const string Secret = "s3cret+of/a=test<&>\"8f2c";

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Forms =>
    [
        Secret, Uri.EscapeDataString(Secret), WebUtility.UrlEncode(Secret), WebUtility.HtmlEncode(Secret), JsonEncodedText.Encode(Secret).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), Convert.ToBase64String(Encoding.UTF8.GetBytes("a" + Secret + "b")), Convert.ToBase64String(Encoding.UTF8.GetBytes("ab" + Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Forms))]
    public void Secret_of_the_environment_is_found_in_a_stream_in_every_form(string form) => Found(Watch(), ("standard error", Encoding.UTF8.GetBytes($"before {form} behind")));

    [Theory]
    [InlineData("r.html")]
    [InlineData(".hidden.tmp")]
    [InlineData("below/deeper/r.log")]
    public void Secret_is_found_in_a_file_that_was_written(string name)
    {
        var watch = Watch();
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        _folder.Write(name, $"x{Secret}x");

        Found(watch);
    }

    [Fact]
    public void Secret_is_found_in_a_packed_file_and_in_one_that_was_there_before()
    {
        _folder.Write("old.txt", "before");
        var watch = Watch();
        _folder.Write("old.txt", "before " + Secret);
        Found(watch);
        File.Delete(_folder["old.txt"]);
        using (var gzip = new GZipStream(File.Create(_folder["s.ndjson.gz"]), CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes($"{new string('a', 1000)}{Secret}"));
        Found(watch);
    }

    [Fact]
    public void Secrets_of_credential_files_are_known_and_the_files_themselves_are_none_of_our_writing()
    {
        _folder.Write("clouds.yaml", "clouds:\n  a:\n    auth:\n      username: not-this-one\n      password: \"yaml-pass\"\n      application_credential_secret: app-secret\n");
        _folder.Write("keys.ini", "[basic]\nak = AKNOSECRET\nsk=ini-secret\nsecurity_token : ini-token\n");
        _folder.Write("token.txt", "file-token\n");

        var watch = Watch();

        watch.Secrets.ShouldBe([Secret, "yaml-pass", "app-secret", "ini-secret", "ini-token", "file-token"], ignoreOrder: true);
        watch.Check(("standard output", "not-this-one AKNOSECRET"u8.ToArray()));
    }

    [Fact]
    public async Task Credentials_that_a_run_sends_are_known()
    {
        var watch = Watch();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:1");
        request.Headers.TryAddWithoutValidation("X-Auth-Token", "t0ken-from-keystone");
        request.Headers.TryAddWithoutValidation("Authorization", "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=0a1b2c3d");

        await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(request));

        watch.Secrets.ShouldContain("t0ken-from-keystone");
        watch.Secrets.ShouldContain("0a1b2c3d");
    }

    private SecretWatch Watch() => new(new Dictionary<string, string> { ["OS_PASSWORD"] = Secret, ["OS_USERNAME"] = "no-secret" }, _folder.Path);

    private static void Found(SecretWatch watch, params (string Name, byte[] Bytes)[] streams) =>
        Should.Throw<FailException>(() => watch.Check(streams)).Message.ShouldContain("A secret stands");
}
